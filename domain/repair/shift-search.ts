import { decodePair, encodeCharacter, isLead, isTrail } from './gbk-table.ts';
import { contextAfter, contextOf, type LanguageModel } from './language-model.ts';
import { PINYIN_LETTERS, type PinyinMark } from './pinyin-mark.ts';
import { readSyllable, type Syllable } from './pinyin-syllable.ts';
import type { ShiftEnd, ShiftReading, ShiftStart } from './shift-reading.ts';
import { charactersMarked, falseMarkLead } from './shift-starts.ts';
import { charactersBeginning } from './vanished-pairs.ts';
import { type Trace, VanishedSearch, type Waiting } from './vanished-search.ts';
import { VisibleText } from './visible-text.ts';
import type { Span } from '../text/span.ts';

/** A reading on its way: `i` is the offset of the next visible character, `pending` a lead byte that waits for its trail. */
interface Path extends Waiting {
  readonly i: number;
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
  /** Put in for what is gone and cannot be known. */
  readonly suffix: string;
}

/** So many paths are followed from one offset, so many of them with the same two characters at their end. */
const BEAM = 8;
const ALIKE = 2;
const BEAM_VANISHED = 2;
const SYMBOLS = [0xa1];
const KEPT = 5;
/** A path this much less probable (in nats) than a reading that has ended is given up. */
const MARGIN = 16;
/** A reading with vanished pairs this much less probable than the best without is not followed. */
const MARGIN_VANISHED = 12;
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

const NEWLINE = 10;
const DIGIT = '5'.charCodeAt(0);
const OPENING = '“'.charCodeAt(0);
const CLOSING = '”'.charCodeAt(0);

/** The paths on their way, by the offset of the next visible character. */
class Live {
  readonly #byOffset = new Map<number, Path[]>();

  add(path: Path): void {
    const here = this.#byOffset.get(path.i);
    if (here === undefined) this.#byOffset.set(path.i, [path]);
    else here.push(path);
  }

  /** The first offset from one on that a path is at, or -1. */
  next(from: number): number {
    let next = -1;
    for (const at of this.#byOffset.keys()) if (at >= from && (next < 0 || at < next)) next = at;
    return next;
  }

  /** The most probable paths at an offset, few of those that end alike, best first. */
  take(at: number): Path[] {
    const here = this.#byOffset.get(at) ?? [];
    this.#byOffset.delete(at);
    here.sort((one, other) => other.score - one.score);
    const kept: Path[] = [];
    for (const path of here) {
      if (kept.length === BEAM) break;
      let alike = 0;
      for (const other of kept) {
        if (other.context === path.context && other.pending === path.pending && other.quoted === path.quoted)
          alike += 1;
      }
      if (alike < ALIKE) kept.push(path);
    }
    return kept;
  }
}

function leadsOf(characters: readonly string[]): number[] {
  return [...new Set(characters.map((character) => encodeCharacter(character) >> 8))];
}

function textOf(trace: Trace | null): string {
  let text = '';
  for (let at = trace; at !== null; at = at.before) text = String.fromCharCode(at.code) + text;
  return text;
}

/** Searches the clean texts that one damaged place can have come from. */
export class ShiftSearch {
  readonly #text: string;
  readonly #model: LanguageModel;
  readonly #marks: readonly PinyinMark[];
  readonly #vanished: VanishedSearch;
  readonly #byReading = new Map<string, readonly string[]>();

  constructor(text: string, model: LanguageModel, marks: readonly PinyinMark[]) {
    this.#text = text;
    this.#model = model;
    this.#marks = marks;
    this.#vanished = new VanishedSearch(model);
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
        insert: textOf(end.trace) + end.suffix,
        score:
          end.score +
          visible.score(end.context, end.resumes, horizon) +
          (end.resumes === paragraph ? this.#model.step(end.context, NEWLINE) : 0) +
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
      visible.score(contextOf(before), start.at, horizon) + (horizon === paragraph ? this.#model.step(0, NEWLINE) : 0);
    return { readings: kept.slice(0, KEPT), asItStands };
  }

  #walk(start: ShiftStart, before: string, limit: number, visible: VisibleText): Ended[] {
    const context = contextOf(before);
    const quoted = before.lastIndexOf('“') > before.lastIndexOf('”');
    const ended: Ended[] = [];
    const origin: Path = { trace: null, context, i: start.next, pending: 0, score: 0, supplied: 0, quoted };
    const live = new Live();
    for (const { text, pending } of start.openings) {
      const path = text === '' ? { ...origin, pending } : this.#with(origin, text, start.next, pending);
      if (path !== null) live.add(path);
    }
    for (let at = live.next(start.next); at >= 0; at = live.next(at + 1)) {
      const best = Math.max(
        ...ended.map((end) => end.score + visible.score(end.context, end.resumes, Math.max(at, end.resumes))),
        visible.score(context, start.at, at) - 2 * MARGIN,
      );
      const here = live.take(at).filter((path) => path.score > best - MARGIN);
      for (const path of here) this.#step(path, limit, live, ended);
      if (at < limit) this.#vanish(here.slice(0, BEAM_VANISHED), limit, live, ended);
    }
    return ended;
  }

  /** Reads the next visible character with the pending byte in front of its own. */
  #step(path: Path, limit: number, live: Live, ended: Ended[]): void {
    if (path.i >= limit) return;
    const visible = this.#text.charAt(path.i);
    const bytes = encodeCharacter(visible);
    if (bytes < 0) return;
    const after = path.i + 1;
    if (bytes >= 0x100) {
      const trail = bytes & 0xff;
      const next = this.#with(path, decodePair(path.pending, bytes >> 8), after, trail);
      if (next === null) return;
      if (isLead(trail)) live.add(next);
      else {
        const plain = this.#with(next, String.fromCharCode(trail === 0x80 ? 0x20ac : trail), after, 0);
        if (plain !== null)
          ended.push({ ...plain, endedBy: 'letter', marks: [], lostAt: -1, resumes: after, suffix: '' });
      }
      return;
    }
    if (bytes === 0x80 || isTrail(bytes)) {
      const next = this.#with(path, decodePair(path.pending, bytes), after, 0);
      if (next !== null) ended.push({ ...next, endedBy: 'trail', marks: [], lostAt: -1, resumes: after, suffix: '' });
    }
    if (bytes > 0x20 && bytes < 0x7f) {
      const next = this.#with(path, decodePair(path.pending, 0xa3), after, bytes + 0x80);
      if (next !== null) live.add(/[a-zA-Z0-9]/.test(visible) ? { ...next, score: next.score - 6 } : next);
    }
    if (visible === '?') this.#swallow(path, limit, live, ended);
    const mark = visible === '(' || visible === '（' ? MARK_HERE.exec(this.#text.slice(path.i, path.i + 12)) : null;
    if (mark !== null && readSyllable(mark[1] ?? '') !== null) live.add({ ...path, i: path.i + mark[0].length });
  }

  /** Reads a `?` as a lead byte that swallowed the ASCII character after it; both are lost. */
  #swallow(path: Path, limit: number, live: Live, ended: Ended[]): void {
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
          ended.push({
            ...next,
            endedBy: 'mark',
            marks: [{ start: after, end }],
            lostAt: -1,
            resumes: end,
            suffix: '',
          });
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
    const follower =
      endedBy === 'lost' ? DIGIT : resumes < this.#text.length ? this.#text.charCodeAt(resumes) : NEWLINE;
    const finals = charactersBeginning(path.pending)
      .map((character) => this.#with(path, character, after, 0))
      .filter((next) => next !== null)
      .map((next) => ({ next, ahead: next.score + this.#model.step(next.context, follower) }))
      .toSorted((one, other) => other.ahead - one.ahead)
      .slice(0, KEPT);
    for (const { next } of finals) {
      if (endedBy !== 'lost') {
        ended.push({ ...next, endedBy, marks: [], lostAt: -1, resumes, suffix: '' });
        continue;
      }
      const likely = DIGIT_LEFT.test(left) ? 0 : -3;
      const score = next.score + this.#model.step(next.context, DIGIT) + likely;
      const after5 = contextAfter(next.context, DIGIT);
      ended.push({ ...next, context: after5, score, endedBy, marks: [], lostAt: path.i, resumes, suffix: '?' });
      if (SENTENCE_ENDS.includes(String.fromCharCode(next.context & 0xffff)) && likely < 0) {
        const line = next.score + this.#model.step(next.context, NEWLINE);
        const fresh = { ...next, context: 0, score: line };
        ended.push({ ...fresh, endedBy: 'line', marks: [], lostAt: -1, resumes, suffix: '\n' });
      }
    }
  }

  /** Reads a `?` as the trail byte of one character and the lead byte of the next, before another false mark at `at`. */
  #hitAgain(path: Path, at: number, live: Live): void {
    const pending = falseMarkLead(this.#text.charAt(at));
    const torn = charactersBeginning(path.pending)
      .map((character) => this.#with(path, character, at, 0))
      .filter((next) => next !== null)
      .toSorted((one, other) => other.score - one.score)
      .slice(0, KEPT);
    for (const next of torn) {
      for (const character of LIKELY_BEFORE_MARK) {
        const again = this.#with(next, character, at + 1, pending);
        if (again !== null) live.add({ ...again, supplied: path.supplied + 1 });
      }
    }
  }

  /** Follows the paths on which pairs vanished before the next visible character. */
  #vanish(paths: readonly Path[], limit: number, live: Live, ended: Ended[]): void {
    const [first] = paths;
    if (first === undefined) return;
    const visible = this.#text.charAt(first.i);
    const bytes = encodeCharacter(visible);
    if (bytes < 0) return;
    let leads: readonly number[] | null = null;
    if (visible === '?') {
      const mark = MARK_LEFT.exec(this.#text.slice(first.i + 1, Math.min(limit, first.i + 10)));
      const syllable = mark === null ? null : readSyllable(mark[0].slice(0, -1));
      leads = syllable === null ? SYMBOLS : leadsOf(this.#marked(syllable));
    }
    const trail = bytes >= 0x100 ? bytes >> 8 : bytes;
    let plain = Number.NEGATIVE_INFINITY;
    for (const path of paths) {
      const character = decodePair(path.pending, trail);
      if (character === '') continue;
      plain = Math.max(plain, path.score + this.#model.step(path.context, character.charCodeAt(0)));
    }
    const least = leads === null ? plain - MARGIN_VANISHED : Number.NEGATIVE_INFINITY;
    for (const found of this.#vanished.continue(paths, trail, this.#nextAfter(first.i, limit), leads, least)) {
      const { path, trace, context, pending, score } = found;
      let next: Path = { ...path, trace, context, pending, score, supplied: path.supplied + found.supplied };
      next = this.#quotesOf(next, path.trace);
      this.#step(next, limit, live, ended);
    }
  }

  /** The path with its quotation marks judged, from behind `from` on. */
  #quotesOf(path: Path, from: Trace | null): Path {
    let { score, quoted } = path;
    const added: number[] = [];
    for (let trace = path.trace; trace !== from && trace !== null; trace = trace.before) added.push(trace.code);
    for (const code of added.toReversed()) {
      if (code !== OPENING && code !== CLOSING) continue;
      if (quoted === (code === OPENING)) score += UNBALANCED;
      quoted = code === OPENING;
    }
    return { ...path, score, quoted };
  }

  /** The bytes of the character that the visible one at `i` begins when the next visible one ends it, or 0. */
  #nextAfter(i: number, limit: number): number {
    const bytes = encodeCharacter(this.#text.charAt(i));
    if (bytes < 0x100) return 0;
    const next = i + 1 < limit ? encodeCharacter(this.#text.charAt(i + 1)) : -1;
    return next < 0 ? 0 : ((bytes & 0xff) << 8) | (next >= 0x100 ? next >> 8 : next);
  }

  #with(path: Path, character: string, i: number, pending: number): Path | null {
    if (character === '') return null;
    const code = character.charCodeAt(0);
    let score = path.score + this.#model.step(path.context, code);
    let { quoted } = path;
    if (code === OPENING || code === CLOSING) {
      if (quoted === (code === OPENING)) score += UNBALANCED;
      quoted = code === OPENING;
    }
    const trace = { code, before: path.trace };
    return { i, trace, context: contextAfter(path.context, code), pending, score, supplied: path.supplied, quoted };
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
