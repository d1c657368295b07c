import { foldText } from '../../../domain/reuse/folded-text.ts';
import { indexReference } from '../../../domain/reuse/reference-index.ts';
import { indexBm25, scoreBm25 } from '../../../domain/suggest/bm25.ts';
import { addGrams, type GramCounts, gramsOf } from '../../../domain/suggest/grams.ts';
import { scoreCategories } from '../../../domain/suggest/score-categories.ts';
import { indexForSuggestions } from '../../../domain/suggest/suggest-index.ts';
import type { SuggestInput } from '../../../domain/suggest/suggest-input.ts';
import { scoreNaiveBayes, trainNaiveBayes } from './naive-bayes.ts';
import { scoreReuse } from './reuse-score.ts';

/** `above` tells categories with others below them, for all methods alike. */
export type Feature = 'titles' | 'units' | 'sentences' | 'reuse' | 'bayes' | 'above';
export type Scores = Record<Feature, Float64Array>;

/** The methods compared, each by the scores it uses. The baseline is the first. */
export const methods: readonly { name: string; used: readonly Feature[] }[] = [
  { name: 'BM25 on titles', used: ['titles', 'above'] },
  { name: 'BM25 on titles and units', used: ['units', 'above'] },
  { name: 'BM25 on sentences, the best of each', used: ['sentences', 'above'] },
  { name: 'weighed reuse', used: ['reuse', 'above'] },
  { name: 'naive Bayes', used: ['bayes', 'above'] },
  { name: 'all five combined', used: ['titles', 'units', 'sentences', 'reuse', 'bayes', 'above'] },
];
export const CHOSEN = 1;

const TITLE_TIMES = 3;

/** Makes every method's index; what comes back scores all categories for a passage, in the order given. */
export function scorerOf(input: SuggestInput): (passage: string) => Scores {
  const { categories, references } = input;
  const places = new Map(categories.map(({ id }, at) => [id, at]));
  const [byTitles, byUnits] = [
    indexForSuggestions({ ...input, references: [], links: [] }),
    indexForSuggestions(input),
  ];
  const counts = categories.map(({ titles }): GramCounts => {
    const own: GramCounts = new Map();
    addGrams(own, titles[0] ?? '', TITLE_TIMES);
    return own;
  });
  const sentences: { place: number; grams: GramCounts }[] = [];
  for (const { text, units } of references) {
    for (const { categoryId, start, end } of units) {
      const place = categoryId === null ? undefined : places.get(categoryId);
      if (place === undefined) continue;
      const grams: GramCounts = new Map();
      addGrams(grams, text.slice(start, end));
      sentences.push({ place, grams });
      addGrams(counts[place] ?? new Map(), text.slice(start, end));
    }
  }
  const above = categories.map(({ parentId }) => (parentId === null ? -1 : (places.get(parentId) ?? -1)));
  const bayes = trainNaiveBayes(counts, above);
  const bySentences = indexBm25(sentences.map(({ grams }) => grams));
  const indexes = references.map((reference) => indexReference(reference));
  return (passage) => {
    const folded = foldText(passage);
    const query = gramsOf(folded);
    const scaled = (scores: Float64Array) => scores.map((score) => score / Math.sqrt(Math.max(1, query.size)));
    const best = new Float64Array(categories.length);
    for (const [at, score] of scoreBm25(bySentences, query).entries()) {
      const place = sentences[at]?.place ?? 0;
      best[place] = Math.max(best[place] ?? 0, score);
    }
    return {
      titles: scoreCategories(byTitles, folded),
      units: scoreCategories(byUnits, folded),
      sentences: scaled(best),
      reuse: scaled(scoreReuse(indexes, (id) => places.get(id), categories.length, folded)),
      bayes: scaled(scoreNaiveBayes(bayes, query)),
      above: Float64Array.from(byUnits.isAbove, Number),
    };
  };
}
