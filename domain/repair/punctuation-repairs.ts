import type { Span } from '../text/span.ts';
import { widenMark } from './forward-model.ts';
import type { EvidenceKind, ProposedRepair, RepairReason } from './repair-report.ts';

const HALF = /[,;:!?]/g;
const HAN_BEFORE = /[\p{Script=Han}”’》」』）)]/u;
const HAN_AFTER = /[\p{Script=Han}“‘《「『（(\n]/u;
const INSERTED = /,(?=[、。，；：！？])|(?<=[、。，；：！？]),/g;
const DOUBLED = /([,，])[,，]|([、。])\2/g;
// A text with at least so many full-width commas, and no half-width one between Han characters, is set full-width.
const STYLE = 3;

/**
 * Finds half-width punctuation between Han characters and doubled punctuation.
 * - A half-width comma beside a full-width mark, in a text that has at least three full-width commas and otherwise no
 *   half-width one in Han text, was inserted: certain, since the text's own hand never writes one. Not beside a figure,
 *   a letter or a bracket, where it can be a list's own.
 * - Every other doubled mark is a proposal: something between the two may have been lost.
 * - Half-width `, ; : ! ?` between Han characters is a proposal: it can be the source's own style. Numbers, times,
 *   addresses and Latin words have no Han character on both sides and are left alone, brackets too.
 * `taken` are stretches that other repairs replace, sorted.
 */
export function proposePunctuationRepairs(text: string, taken: readonly Span[]): ProposedRepair[] {
  const repairs: ProposedRepair[] = [];
  const free = (start: number, end: number) =>
    !taken.some((span) => span.start < end && start < span.end) &&
    !repairs.some((repair) => repair.start < end && start < repair.end);
  const add = (start: number, end: number, insert: string, reason: RepairReason, certain: boolean, count: number) => {
    if (!free(start, end)) return;
    const kind: EvidenceKind = 'text-style';
    const candidates = [{ insert, score: 1, evidence: [{ kind, quote: insert || ',', count }] }];
    repairs.push({
      start,
      end,
      before: text.slice(start, end),
      candidates,
      kind: 'punctuation',
      certain,
      reason,
      place: null,
    });
  };
  const fullWidth = text.split('，').length - 1;
  const half = [...text.matchAll(HALF)].filter(({ index }) => {
    const inHan =
      HAN_BEFORE.test(text.charAt(index - 1)) && (HAN_AFTER.test(text.charAt(index + 1)) || index + 1 === text.length);
    return index > 0 && inHan;
  });
  const ownStyle = fullWidth >= STYLE && !half.some(({ 0: mark }) => mark === ',');
  for (const { index } of text.matchAll(INSERTED)) {
    const neighbours = text.charAt(index - 1) + text.charAt(index + 1);
    const inProse = !/[\p{Script=Latin}\p{N}(),]/u.test(neighbours);
    add(index, index + 1, '', 'punctuation-inserted', ownStyle && inProse, fullWidth);
  }
  for (const match of text.matchAll(DOUBLED)) {
    const mark = match[1] === undefined ? (match[2] ?? '') : fullWidth > 0 ? '，' : match[0].charAt(0);
    add(match.index, match.index + 2, mark, 'punctuation-doubled', false, fullWidth);
  }
  for (const { 0: mark, index } of half) {
    if (mark === '?' && /[?!/]/.test(text.charAt(index + 1))) continue;
    add(index, index + 1, widenMark(mark), 'punctuation-half-width', false, half.length);
  }
  return repairs.toSorted((one, other) => one.start - other.start);
}
