import type { Span } from '../text/span.ts';

/** How a program counts positions in a text. */
export interface OffsetConvention {
  unit: 'code-points' | 'utf-16';
  /** What a line break counts: CRLF, or where the text has none, LF. */
  lineBreak: 1 | 2;
  /** Whether a byte order mark before the text counts as its first character. */
  mark: 'uncounted' | 'counted';
  /** Whether `end` is the position behind the last character, or that of the last character. */
  end: 'exclusive' | 'inclusive';
}

/** As the standard's examples count. */
export const STANDARD: OffsetConvention = { unit: 'code-points', lineBreak: 1, mark: 'uncounted', end: 'exclusive' };

/** Every convention, those nearest to the standard first. */
export const conventions: readonly OffsetConvention[] = (['exclusive', 'inclusive'] as const)
  .flatMap((end) =>
    (['uncounted', 'counted'] as const).flatMap((mark) =>
      ([1, 2] as const).flatMap((lineBreak) =>
        (['code-points', 'utf-16'] as const).map((unit) => ({ unit, lineBreak, mark, end })),
      ),
    ),
  )
  .toSorted((a, b) => distance(a) - distance(b));

function distance(convention: OffsetConvention): number {
  return Object.entries(STANDARD).filter(([key, value]) => convention[key as keyof OffsetConvention] !== value).length;
}

/** Reads positions of one text under one convention. */
export interface PositionReader {
  /** How many positions the text has under the convention. */
  readonly length: number;
  /** The span in UTF-16 offsets of the text made well-formed (see `makeWellFormed`); null when it lies outside. */
  span(start: number, end: number): Span | null;
}

const FEED = 0x0a;
const RETURN = 0x0d;
const MARK = 0xfeff;

/**
 * Positions in `raw`, a text as its file has it, under a convention. A position inside a character or a line break stands
 * for its beginning as a start and for its end as an end. Takes O(length) once.
 */
export function readPositions(raw: string, convention: OffsetConvention): PositionReader {
  const { unit, lineBreak, mark } = convention;
  const twoForFeed = lineBreak === 2 && !raw.includes('\r\n');
  const starts: number[] = [];
  const ends: number[] = [0];
  let kept = 0;
  const step = (positions: number, units: number) => {
    for (let at = 0; at < positions; at++) starts.push(kept);
    kept += units;
    for (let at = 0; at < positions; at++) ends.push(kept);
  };
  let at = 0;
  // What makes a text well-formed is done here in step with it: marks and NULs before the text, NULs in it, line ends.
  if (raw.charCodeAt(0) === MARK) {
    at = 1;
    step(mark === 'counted' ? 1 : 0, 0);
  } else if (mark === 'counted') step(1, 0);
  let leading = true;
  while (at < raw.length) {
    const code = raw.charCodeAt(at);
    if (code === 0 || (leading && code === MARK)) {
      step(1, 0);
      at += 1;
      continue;
    }
    leading = false;
    if (code === RETURN && raw.charCodeAt(at + 1) === FEED) {
      step(lineBreak, 1);
      at += 2;
    } else if (code === FEED) {
      step(twoForFeed ? 2 : 1, 1);
      at += 1;
    } else if (code >= 0xd800 && code < 0xdc00 && (raw.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      step(unit === 'utf-16' ? 2 : 1, 2);
      at += 2;
    } else {
      step(1, 1);
      at += 1;
    }
  }
  starts.push(kept);
  return {
    length: starts.length - 1,
    span(start, end) {
      const behind = convention.end === 'inclusive' ? end + 1 : end;
      const from = starts[start];
      const to = behind === start ? from : ends[behind];
      return from === undefined || to === undefined || from > to ? null : { start: from, end: to };
    },
  };
}

export interface NamedSelections {
  raw: string;
  /** `raw` made well-formed. */
  text: string;
  selections: readonly { start: number; end: number; name: string }[];
}

export interface RecognisedConvention {
  convention: OffsetConvention;
  /** Selections that were looked at: those that have a name. */
  named: number;
  /** How many of them quote, under the convention, what their name says. */
  fitting: number;
}

const MOST_LOOKED_AT = 2000;

/**
 * The convention under which most selections quote what their name says; of equals the one nearest to the standard.
 * Looks at the first `MOST_LOOKED_AT` selections that have a name.
 */
export function recogniseConvention(sources: readonly NamedSelections[]): RecognisedConvention {
  let left = MOST_LOOKED_AT;
  const looked = sources.flatMap((source) => {
    const named = source.selections.filter(({ name }) => name.trim() !== '').slice(0, left);
    left -= named.length;
    return named.length === 0 ? [] : [{ ...source, selections: named }];
  });
  const named = looked.reduce((sum, { selections }) => sum + selections.length, 0);
  let best: RecognisedConvention = { convention: STANDARD, named, fitting: -1 };
  for (const convention of conventions) {
    let fitting = 0;
    for (const { raw, text, selections } of looked) {
      const positions = readPositions(raw, convention);
      for (const { start, end, name } of selections) {
        const span = positions.span(start, end);
        if (span !== null && quotes(name, text.slice(span.start, span.end))) fitting += 1;
      }
    }
    if (fitting > best.fitting) best = { convention, named, fitting };
    if (fitting === named) break;
  }
  return best;
}

const CUT_NAME = 20;

/** Whether a selection's name quotes a passage: the same words but for white space, or a beginning that was cut off. */
export function quotes(name: string, passage: string): boolean {
  const said = onOneLine(name);
  const stands = onOneLine(passage);
  if (said === stands) return true;
  const cut = said.replace(/(?:…+|\.{3})$/u, '').trimEnd();
  if (cut === '' || !stands.startsWith(cut)) return false;
  return cut !== said || cut.length >= CUT_NAME;
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
