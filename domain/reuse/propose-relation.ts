import type { Relation } from '../contract/values.ts';
import { type Span, spansOverlap } from '../text/span.ts';
import type { ReuseRun } from './find-reuse.ts';
import { foldedRange, foldText } from './folded-text.ts';
import { findLocalEvidence, type LocalEvidence } from './local-evidence.ts';
import type { WhoseWords } from './whose-words.ts';

/** How a passage takes a category up, as far as its words show, with what that was concluded from. */
export interface RelationProposal {
  /** Null where neither reuse nor local evidence says anything; that reads "not found in the loaded references". */
  relation: Relation | null;
  /** Folded characters of the passage, and how many of them stand in the category's text too, in pieces of runs. */
  length: number;
  shared: number;
  /** `shared` over `length`, 0 to 1. */
  share: number;
  /** Folded characters of the longest piece. */
  longest: number;
  /** What speaks for a local act, whichever relation is proposed: one can be told in the reference's words. */
  local: readonly LocalEvidence[];
  words: WhoseWords;
}

const VERBATIM_SHARE = 0.9;
const ADAPTED_SHARE = 0.4;
const LEAST_SHARED = 8;

/**
 * Proposes the relation of a link from the runs that its passage shares with the category (`categoryId` as in the units of
 * the reference; null for any). `verbatim`: nine tenths of it and 8 characters at least; `adapted`: two fifths; less, with
 * a place, a local body, a figure or a programme that the reference has not: `local`; less, without: `mention`. Where
 * nothing is shared, `local` with such evidence, else nothing. Never from missing reuse alone. In a passage that cites the
 * reference, or in a subhead, `local` is not proposed. `runs` as `findReuse` gives them; UTF-16 offsets of the article.
 */
export function proposeRelation(
  article: string,
  passage: Span,
  runs: readonly ReuseRun[],
  { categoryId, words }: { categoryId: string | null; words: WhoseWords },
): RelationProposal {
  const folded = foldText(article);
  const { from, to } = foldedRange(folded, passage);
  const length = to - from;
  const pieces = runs
    .filter((run) => spansOverlap(run.article, passage))
    .filter((run) => categoryId === null || run.units.some((unit) => unit.categoryId === categoryId))
    .flatMap((run) => run.pieces.map((piece) => piece.article));
  const isShared = new Uint8Array(length);
  let longest = 0;
  for (const piece of pieces) {
    const range = foldedRange(folded, {
      start: Math.max(piece.start, passage.start),
      end: Math.min(piece.end, passage.end),
    });
    if (range.to <= range.from) continue;
    isShared.fill(1, range.from - from, range.to - from);
    longest = Math.max(longest, range.to - range.from);
  }
  const shared = isShared.reduce((sum, each) => sum + each, 0);
  const share = length === 0 ? 0 : shared / length;
  const everywhere = runs.flatMap((run) => run.pieces.map((piece) => piece.article));
  const local = findLocalEvidence(article, passage, everywhere);
  const isLocal = words === 'own' && local.length > 0;
  return { relation: relationOf(shared, share, longest, isLocal), length, shared, share, longest, local, words };
}

function relationOf(shared: number, share: number, longest: number, isLocal: boolean): Relation | null {
  if (shared >= LEAST_SHARED && longest >= LEAST_SHARED && share >= VERBATIM_SHARE) return 'verbatim';
  if (shared >= LEAST_SHARED && share >= ADAPTED_SHARE) return 'adapted';
  if (isLocal) return 'local';
  return shared > 0 ? 'mention' : null;
}
