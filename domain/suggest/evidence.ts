import { type FoldedText, spanOf } from '../reuse/folded-text.ts';
import { indexGrams, maximalMatches } from '../reuse/shared-runs.ts';
import type { Span } from '../text/span.ts';
import { rarityOf } from './bm25.ts';
import { eachGram } from './grams.ts';
import type { Source, SuggestIndex } from './suggest-index.ts';

/** Words that the passage and a source have in common, alike but for script, width, case and marks. */
export interface SharedPhrase {
  /** As the passage has it. */
  quote: string;
  /** Of the article, in UTF-16 offsets. */
  article: Span;
  /** Of the reference, the title or the link's text, in UTF-16 offsets. */
  source: Span;
}

/** Why a category is suggested. A refused link speaks against it. */
export type Evidence =
  | { kind: 'unit'; referenceId: string; unitId: string; phrases: SharedPhrase[] }
  | { kind: 'title'; title: string; phrases: SharedPhrase[] }
  | { kind: 'link'; linkId: string; accepted: boolean; phrases: SharedPhrase[] }
  /** For `none`: stretches of which no category has two neighbouring characters; UTF-16 offsets of the article. */
  | { kind: 'not-found'; spans: Span[] };

const MOST_SOURCES = 3;
const MOST_PHRASES = 6;

/**
 * The sources of a category that have most in common with a passage, the weightiest first, each with its weightiest
 * phrases of two characters and more in the order of the article. `offset` is where the folded passage begins.
 */
export function evidenceFor(
  index: SuggestIndex,
  place: number,
  article: string,
  folded: FoldedText,
  offset: number,
): Evidence[] {
  return (index.sources[place] ?? [])
    .flatMap((source) => {
      const found = phrasesIn(index, source, article, folded, offset);
      return found.weight > 0 ? [{ ...found, of: source.of }] : [];
    })
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_SOURCES)
    .map(({ of, phrases }): Evidence => ({ ...of, phrases }));
}

function phrasesIn(
  index: SuggestIndex,
  source: Source,
  article: string,
  folded: FoldedText,
  offset: number,
): { phrases: SharedPhrase[]; weight: number } {
  const rarities = new Float64Array(folded.codes.length);
  eachGram(folded, (gram, at, length) => {
    if (length === 2) rarities[at] = weightOf(index, gram);
  });
  const taken = new Uint8Array(folded.codes.length);
  const kept: { at: number; weight: number; phrase: SharedPhrase }[] = [];
  const matches = maximalMatches(folded, indexGrams(source.folded, 2), 2).toSorted((a, b) => b.length - a.length);
  for (const { a, b, length } of matches) {
    // The same words at another place, or a part of a longer run.
    if (taken.subarray(a, a + length).includes(1)) continue;
    taken.fill(1, a, a + length);
    const weight = rarities.subarray(a, a + length - 1).reduce((sum, rarity) => sum + rarity, 0);
    if (weight === 0) continue;
    const own = moved(spanOf(folded, a, a + length), offset);
    const other = moved(spanOf(source.folded, b, b + length), source.offset);
    kept.push({ at: a, weight, phrase: { quote: article.slice(own.start, own.end), article: own, source: other } });
  }
  return {
    weight: kept.reduce((sum, { weight }) => sum + weight, 0),
    phrases: kept
      .toSorted((one, two) => two.weight - one.weight)
      .slice(0, MOST_PHRASES)
      .toSorted((one, two) => one.at - two.at)
      .map(({ phrase }) => phrase),
  };
}

/** The stretches of a passage of which no category has two neighbouring characters. */
export function evidenceForNone(index: SuggestIndex, folded: FoldedText, offset: number): Evidence[] {
  const known = new Uint8Array(folded.codes.length);
  eachGram(folded, (gram, at, length) => {
    if (length === 2 && weightOf(index, gram) > 0) known.fill(1, at, at + 2);
  });
  const spans: Span[] = [];
  for (let from = 0; from < known.length; ) {
    let to = from;
    while (to < known.length && known[to] === 0) to++;
    if (to > from) spans.push(moved(spanOf(folded, from, to), offset));
    from = to + 1;
  }
  return spans.length === 0 ? [] : [{ kind: 'not-found', spans }];
}

/** A gram that earlier links alone have counts as one that is neither rare nor common. */
function weightOf(index: SuggestIndex, gram: number): number {
  return rarityOf(index.bm25, gram) || (index.linksWith.has(gram) ? 1 : 0);
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
