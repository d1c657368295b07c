import { decodePair, encodeCharacter, isLead, isTrail } from './gbk-table.ts';
import type { LanguageModel } from './language-model.ts';
import { PINYIN_LETTERS, type PinyinMark } from './pinyin-mark.ts';
import { readSyllable, type Syllable } from './pinyin-syllable.ts';
import type { ShiftEnd, ShiftReading, ShiftStart } from './shift-reading.ts';
import { charactersMarked, falseMarkLead } from './shift-starts.ts';
import { charactersBeginning, mayVanish } from './vanished-pairs.ts';
import { completedAfter, VanishedBefore } from './vanished-search.ts';
import { VisibleText } from './visible-text.ts';
import type { Span } from '../text/span.ts';

/** A reading on its way: `i` is the offset of the next visible character, `pending` a lead byte that waits for its trail. */
interface Path {
  readonly i: number;
  readonly text: string;
  readonly last: string;
  readonly pending: number;
  readonly score: number;
  readonly supplied: number;
  /** Whether a double quotation mark is open. */
  readonly quoted: boolean;
}

interface Ended extends Path {
  readonly endedBy: ShiftEnd;
  readonly marks: readonly Span[];
  readonly lostAt: number;
  /** Where the text goes on after what is left of a tag. */
  readonly resumes: number;
}

const BEAM = 6;
const BEAM_VANISHED = 1;
const SYMBOLS = [0xa1];
const ALL_LEADS = Array.from({ length: 126 }, (_, i) => 0x81 + i);
const KEPT = 5;
/** A path this much less probable (in nats) than a reading that has ended is given up. */
const MARGIN = 16;
/** What a quotation mark that opens twice or closes nothing costs, in nats. */
const UNBALANCED = -7;
const LONGEST = 300;
const TAG_LEFT = /^\/?[a-zA-Z][a-zA-Z0-9]*(?: [^<>\n]{0,200})?\/?>/;
const ENTITY_LEFT = /^#?[a-z0-9]{2,7};/;
const MARK_LEFT = new RegExp(`^ ?[${PINYIN_LETTERS}]{1,7} ?[)）]`, 'u');
const FALSE_MARK_LEFT = /^[!！?？;；]/;
const DIGIT_LEFT = /^(?:[0-9.%]|[年月日个個名万萬亿億人次项項条條倍元岁歲天所家户戶])/;
const MARK_HERE = new RegExp(`^[(（] ?([${PINYIN_LETTERS}]{1,7}) ?[)）]`, 'u');
const LIKELY_BEFORE_MARK = '。保海校常';
const SENTENCE_ENDS = '。”’！？》）…';

/** Searches the clean texts that one damaged place can have come from. */
export class ShiftSearch {
  readonly #text: string;
  readonly #model: LanguageModel;
  readonly #marks: readonly PinyinMark[];
  #vanishedAt: { readonly i: number; readonly before: VanishedBefore } | undefined;
  readonly #byReading = new Map<string, readonly string[]>();

  constructor(text: string, model: LanguageModel, marks: readonly PinyinMark[]) {
    this.#text = text;
    this.#model = model;
    this.#marks = marks;
  }

  /**
   * The readings of a place, the most probable first, at most five, and how probable the text is as it stands, up to the
   * same offset. `before` is the clean text of the paragraph before it. No readings where none fits the bytes.
   */
  read(start: ShiftStart, before: string): { readings: ShiftReading[]; asItStands: number } {
    const newline = this.#text.indexOf('\n', start.at);
    const paragraph = newline < 0 ? this.#text.length : newline;
    const limit = Math.min(paragraph, start.at + LONGEST);
    const visible = new VisibleText(this.#text, this.#marks, this.#model, start.at);
    const ended = this.#walk(start, before, limit, visible);
    const horizon = Math.min(limit, Math.max(start.next, ...ended.map((end) => end.resumes)) + 3);
    const from = start.cause === 'lost-lead' ? start.at : start.next;
    const openMark = start.cause === 'lost-lead' ? [] : [{ start: start.at, end: start.next }];
    const readings = ended
      .map((end) => ({
        span: { start: from, end: Math.min(end.i, ...end.marks.map((mark) => mark.start)) },
        insert: end.text,
        score:
          end.score +
          visible.score(end.last, end.resumes, horizon) +
          (end.resumes === paragraph ? this.#model.step(end.last, '\n') : 0) +
          this.#balance(end, paragraph),
        supplied: end.supplied,
        endedBy: end.endedBy,
        marks: [...openMark, ...end.marks],
        lostAt: end.lostAt,
      }))
      .toSorted((one, other) => other.score - one.score);
    const seen = new Set<string>();
    const kept = readings.filter((reading) => {
      const key = `${reading.span.end} ${reading.insert}`;
      return !seen.has(key) && seen.add(key);
    });
    const asItStands =
      visible.score(before.slice(-1), start.at, horizon) + (horizon === paragraph ? this.#model.step('', '\n') : 0);
    return { readings: kept.slice(0, KEPT), asItStands };
  }

  #walk(start: ShiftStart, before: string, limit: number, visible: VisibleText): Ended[] {
    const last = before.slice(-1);
    const quoted = before.lastIndexOf('“') > before.lastIndexOf('”');
    const ended: Ended[] = [];
    let live: Path[] = start.openings.map(({ text, pending }) => ({
      i: start.next,
      text,
      last: text === '' ? last : text,
      pending,
      score: text === '' ? 0 : this.#model.step(last, text),
      supplied: 0,
      quoted,
    }));
    while (live.length > 0) {
      const at = Math.min(...live.map((path) => path.i));
      const here = live.filter((path) => path.i === at).toSorted((one, other) => other.score - one.score);
      live = live.filter((path) => path.i !== at);
      const best = Math.max(
        ...ended.map((end) => end.score + visible.score(end.last, end.resumes, Math.max(at, end.resumes))),
        visible.score(last, start.at, at) - 2 * MARGIN,
      );
      here.slice(0, BEAM).forEach((path, rank) => {
        if (path.score < best - MARGIN) return;
        this.#step(path, limit, live, ended);
        if (rank < BEAM_VANISHED && path.i < limit) {
          for (const vanished of this.#vanishing(path, limit)) this.#step(vanished, limit, live, ended);
        }
      });
    }
    return ended;
  }

  /** Reads the next visible character with the pending byte in front of its own. */
  #step(path: Path, limit: number, live: Path[], ended: Ended[]): void {
    if (path.i >= limit) return;
    const visible = this.#text.charAt(path.i);
    const bytes = encodeCharacter(visible);
    if (bytes < 0) return;
    const after = path.i + 1;
    if (bytes >= 0x100) {
      const trail = bytes & 0xff;
      const next = this.#with(path, decodePair(path.pending, bytes >> 8), after, trail);
      if (next === null) return;
      if (isLead(trail)) live.push(next);
      else {
        const plain = this.#with(next, String.fromCharCode(trail === 0x80 ? 0x20ac : trail), after, 0);
        if (plain !== null) ended.push({ ...plain, endedBy: 'letter', marks: [], lostAt: -1, resumes: after });
      }
      return;
    }
    if (bytes === 0x80 || isTrail(bytes)) {
      const next = this.#with(path, decodePair(path.pending, bytes), after, 0);
      if (next !== null) ended.push({ ...next, endedBy: 'trail', marks: [], lostAt: -1, resumes: after });
    }
    if (bytes > 0x20 && bytes < 0x7f) {
      const next = this.#with(path, decodePair(path.pending, 0xa3), after, bytes + 0x80);
      if (next !== null) live.push(/[a-zA-Z0-9]/.test(visible) ? { ...next, score: next.score - 6 } : next);
    }
    if (visible === '?') this.#swallow(path, limit, live, ended);
    const mark = visible === '(' || visible === '（' ? MARK_HERE.exec(this.#text.slice(path.i, path.i + 12)) : null;
    if (mark !== null && readSyllable(mark[1] ?? '') !== null) live.push({ ...path, i: path.i + mark[0].length });
  }

  /** Reads a `?` as a lead byte that swallowed the ASCII character after it; both are lost. */
  #swallow(path: Path, limit: number, live: Path[], ended: Ended[]): void {
    const after = path.i + 1;
    const left = this.#text.slice(after, Math.min(limit, after + 220));
    const mark = MARK_LEFT.exec(left);
    const syllable = mark === null ? null : readSyllable(mark[0].slice(0, -1));
    if (mark !== null && syllable !== null) {
      const end = after + mark[0].length;
      for (const character of this.#marked(syllable)) {
        if (encodeCharacter(character) >> 8 !== path.pending) continue;
        const next = this.#with(path, character, end, 0);
        if (next !== null) {
          ended.push({ ...next, endedBy: 'mark', marks: [{ start: after, end }], lostAt: -1, resumes: end });
        }
      }
      return;
    }
    if (FALSE_MARK_LEFT.test(left))
      this.#hitAgain(
        path,
        after + (left.startsWith('?') && left.length > 1 && /[!！?？;；]/.test(left.charAt(1)) ? 1 : 0),
        live,
      );
    const tag = TAG_LEFT.exec(left) ?? ENTITY_LEFT.exec(left);
    const endedBy: ShiftEnd = tag === null ? (left === '' ? 'end' : 'lost') : tag[0].endsWith('>') ? 'tag' : 'entity';
    const resumes = after + (tag?.[0].length ?? 0);
    const follower = endedBy === 'lost' ? '5' : this.#text.charAt(resumes) || '\n';
    const finals = charactersBeginning(path.pending)
      .map((character) => this.#with(path, character, after, 0))
      .filter((next) => next !== null)
      .map((next) => ({ next, ahead: next.score + this.#model.step(next.last, follower) }))
      .toSorted((one, other) => other.ahead - one.ahead)
      .slice(0, KEPT);
    for (const { next } of finals) {
      if (endedBy !== 'lost') {
        ended.push({ ...next, endedBy, marks: [], lostAt: -1, resumes });
        continue;
      }
      const digit = this.#with(next, '5', after, 0);
      const likely = DIGIT_LEFT.test(left) ? 0 : -3;
      if (digit !== null) {
        const text = `${next.text}?`;
        ended.push({ ...digit, text, score: digit.score + likely, endedBy, marks: [], lostAt: path.i, resumes });
      }
      if (SENTENCE_ENDS.includes(next.last) && likely < 0) {
        const line = this.#with(next, '\n', after, 0);
        if (line !== null) ended.push({ ...line, last: '', endedBy: 'line', marks: [], lostAt: -1, resumes });
      }
    }
  }

  /** Reads a `?` as the trail byte of one character and the lead byte of the next, before another false mark at `at`. */
  #hitAgain(path: Path, at: number, live: Path[]): void {
    const pending = falseMarkLead(this.#text.charAt(at));
    const torn = charactersBeginning(path.pending)
      .map((character) => this.#with(path, character, at, 0))
      .filter((next) => next !== null)
      .toSorted((one, other) => other.score - one.score)
      .slice(0, KEPT);
    for (const next of torn) {
      for (const character of LIKELY_BEFORE_MARK) {
        const again = this.#with(next, character, at + 1, pending);
        if (again !== null) live.push({ ...again, supplied: path.supplied + 1 });
      }
    }
  }

  /** The paths on which one pair vanished before the next visible character: one character more, another lead pending. */
  #vanishing(path: Path, limit: number): Path[] {
    const visible = this.#text.charAt(path.i);
    const bytes = encodeCharacter(visible);
    if (bytes < 0) return [];
    if (visible === '?') {
      const marked = MARK_LEFT.test(this.#text.slice(path.i + 1, Math.min(limit, path.i + 10)));
      return completedAfter(path.pending, path.last, this.#model).flatMap(({ text, lead }) =>
        (marked ? ALL_LEADS : SYMBOLS)
          .filter((pending) => mayVanish(lead, pending))
          .flatMap((pending) => this.#supply(path, text, pending)),
      );
    }
    if (this.#vanishedAt?.i !== path.i) {
      const trail = bytes >= 0x100 ? bytes >> 8 : bytes;
      const before = new VanishedBefore(trail, this.#nextAfter(path.i, limit), this.#model);
      this.#vanishedAt = { i: path.i, before };
    }
    return this.#vanishedAt.before
      .after(path.pending, path.last)
      .flatMap(({ text, pending }) => this.#supply(path, text, pending));
  }

  /** The path with characters that the bytes do not give, none when it is impossible. */
  #supply(path: Path, text: string, pending: number): Path[] {
    let next: Path | null = path;
    for (const character of text) next = next === null ? null : this.#with(next, character, path.i, pending);
    return next === null ? [] : [{ ...next, supplied: path.supplied + text.length }];
  }

  /** The character that the visible one at `i` begins when the next visible one ends it, or the empty string. */
  #nextAfter(i: number, limit: number): string {
    const bytes = encodeCharacter(this.#text.charAt(i));
    if (bytes < 0x100) return this.#text.charAt(i + 1);
    const next = i + 1 < limit ? encodeCharacter(this.#text.charAt(i + 1)) : -1;
    return next < 0 ? '' : decodePair(bytes & 0xff, next >= 0x100 ? next >> 8 : next);
  }

  #with(path: Path, character: string, i: number, pending: number): Path | null {
    if (character === '') return null;
    let score = path.score + this.#model.step(path.last, character);
    let { quoted } = path;
    if (character === '“' || character === '”') {
      if (quoted === (character === '“')) score += UNBALANCED;
      quoted = character === '“';
    }
    return { i, text: path.text + character, last: character, pending, score, supplied: path.supplied, quoted };
  }

  /** What it costs when the quotation marks after a reading do not fit it, up to the next damaged place. */
  #balance(end: Ended, paragraph: number): number {
    for (let i = end.resumes; i < paragraph; i++) {
      const unit = this.#text.charAt(i);
      if (unit === '?') return 0;
      if (unit === '“' || unit === '”') return end.quoted === (unit === '“') ? UNBALANCED : 0;
    }
    return end.quoted ? UNBALANCED : 0;
  }

  #marked(syllable: Syllable): readonly string[] {
    const key = `${syllable.letters}${syllable.tone}`;
    const known = this.#byReading.get(key);
    if (known !== undefined) return known;
    const found = charactersMarked(syllable, this.#marks);
    this.#byReading.set(key, found);
    return found;
  }
}
