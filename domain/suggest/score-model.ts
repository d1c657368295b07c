import { type FoldedText, foldText } from '../reuse/folded-text.ts';
import { indexReference, type ReferenceIndex } from '../reuse/reference-index.ts';
import { type Bm25Index, indexBm25, scoreBm25 } from './bm25.ts';
import { addGrams, type GramCounts, gramsOf } from './grams.ts';
import { type NaiveBayes, scoreNaiveBayes, trainNaiveBayes } from './naive-bayes.ts';
import { scoreReuse } from './reuse-score.ts';
import type { SuggestInput } from './suggest-input.ts';

/** The ways to score a category for a passage that are combined, in the order of their figures. */
export const features = ['titles', 'units', 'sentences', 'reuse', 'bayes', 'above'] as const;
export type Feature = (typeof features)[number];

/** How often a title counts beside one sentence of the reference. */
const TITLE_TIMES = 3;

/** All that is computed once from the input. */
export interface ScoreModel {
  readonly input: SuggestInput;
  readonly places: ReadonlyMap<string, number>;
  readonly references: readonly ReferenceIndex[];
  readonly titles: Bm25Index;
  readonly units: Bm25Index;
  readonly sentences: Bm25Index;
  /** The place of the category of each sentence. */
  readonly sentencePlaces: readonly number[];
  readonly bayes: NaiveBayes;
  readonly hasBelow: readonly boolean[];
}

/** Builds the indexes of all methods: some 100 ms with the Decision, once. Throws RangeError for a category given twice. */
export function buildScoreModel(input: SuggestInput): ScoreModel {
  const { categories } = input;
  const places = new Map(categories.map(({ id }, at) => [id, at]));
  if (places.size < categories.length) throw new RangeError('a category is given twice');
  const titles = categories.map((): GramCounts => new Map());
  const units = categories.map((): GramCounts => new Map());
  const sentences: GramCounts[] = [];
  const sentencePlaces: number[] = [];
  for (const [at, category] of categories.entries()) {
    // A title that is the same in both scripts after folding counts once.
    const seen = new Set<string>();
    for (const title of category.titles) {
      const key = foldText(title).codes.join(' ');
      if (seen.has(key)) continue;
      seen.add(key);
      addGrams(titles[at] ?? new Map(), title);
      addGrams(units[at] ?? new Map(), title, TITLE_TIMES);
    }
  }
  const learn = (categoryId: string | null, text: string) => {
    const place = categoryId === null ? undefined : places.get(categoryId);
    const counts = place === undefined ? undefined : units[place];
    if (place === undefined || counts === undefined) return;
    addGrams(counts, text);
    const own: GramCounts = new Map();
    addGrams(own, text);
    sentences.push(own);
    sentencePlaces.push(place);
  };
  for (const { text, units: pieces } of input.references) {
    for (const { categoryId, start, end } of pieces) learn(categoryId, text.slice(start, end));
  }
  for (const { categoryId, text, accepted } of input.links) if (accepted) learn(categoryId, text);
  const above = categories.map(({ parentId }) => (parentId === null ? -1 : (places.get(parentId) ?? -1)));
  const parents = new Set(above);
  return {
    input,
    places,
    references: input.references.map((reference) => indexReference(reference)),
    titles: indexBm25(titles),
    units: indexBm25(units),
    sentences: indexBm25(sentences),
    sentencePlaces,
    bayes: trainNaiveBayes(units, above),
    hasBelow: categories.map((_, at) => parents.has(at)),
  };
}

/** The score of every category by every method, in the order of the categories given. */
export function scoreAll(model: ScoreModel, folded: FoldedText): Record<Feature, Float64Array> {
  const query = gramsOf(folded);
  const classes = model.input.categories.length;
  // A longer passage has more of everything.
  const scale = 1 / Math.sqrt(Math.max(1, query.size));
  const scaled = (scores: Float64Array) => scores.map((score) => score * scale);
  const sentences = new Float64Array(classes);
  for (const [at, score] of scoreBm25(model.sentences, query).entries()) {
    const place = model.sentencePlaces[at] ?? 0;
    sentences[place] = Math.max(sentences[place] ?? 0, score);
  }
  return {
    titles: scaled(scoreBm25(model.titles, query)),
    units: scaled(scoreBm25(model.units, query)),
    sentences: scaled(sentences),
    reuse: scaled(scoreReuse(model.references, (id) => model.places.get(id), classes, folded)),
    bayes: scaled(scoreNaiveBayes(model.bayes, query)),
    above: Float64Array.from(model.hasBelow, Number),
  };
}
