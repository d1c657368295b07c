import { existsSync, readFileSync } from 'node:fs';
import { builtinCategories } from '../../domain/codebook/builtin-codebook.ts';
import { tieToDecision } from '../../domain/reference/decision-divisions.ts';
import { splitReference } from '../../domain/reference/split-reference.ts';
import { foldText } from '../../domain/reuse/folded-text.ts';
import type { Reference, ReferenceUnit } from '../../domain/reuse/reference-index.ts';
import { probabilitiesOf } from '../../domain/suggest/score-categories.ts';
import { suggestWithClauses } from '../../domain/suggest/suggest-categories.ts';
import { indexForSuggestions } from '../../domain/suggest/suggest-index.ts';
import { type BenchRow, median } from './bench-row.ts';
import { readGold } from './gold/read-gold.ts';
import { bootstrapInterval } from './suggest/bootstrap.ts';
import { type Fit, fitWeights, type Labelled, probabilitiesBy } from './suggest/fit-weights.ts';
import { CHOSEN, type Feature, methods, scorerOf } from './suggest/methods.ts';

const DECISION = new URL('../../../shared/data/decision-zh-hans.txt', import.meta.url);
const FOLDS = 5;
const BINS = 10;

const categories = builtinCategories.map(({ id, parentId, number, titleHans, titleHant }) => ({
  id,
  parentId,
  number,
  titles: [titleHans, titleHant],
}));
const places = new Map(categories.map(({ id }, at) => [id, at]));
const NONE = categories.length;

/** A labelled passage, with what it is drawn together with: its article or its item. */
type Example = Labelled & { text: string; group: string; province: string };

interface Judged {
  group: string;
  first: number;
  inThree: number;
  /** How sure the first was. */
  score: number;
}

/**
 * Precision at 1 and recall at 3 of each method on sentences of the Decision and on the gold list, with the interval of
 * the difference to BM25 on titles; then the time of one suggestion. Weights are fitted on the gold list, its provinces
 * left out in turn; sentences of the Decision serve no fit. Nothing can be measured without the Decision.
 */
export async function benchSuggest({ runs }: { runs: number }): Promise<BenchRow[]> {
  if (!existsSync(DECISION)) {
    console.error('suggest: no copy of the Decision lies beside the repository, nothing to measure');
    return [];
  }
  const decision = decisionByCategory(readFileSync(DECISION, 'utf8').trimEnd());
  const gold = goldExamples(decision);
  const sentences = decisionExamples(decision);
  const byProvince = (used: readonly Feature[], examples: readonly Example[]) =>
    [...new Set(examples.map(({ province }) => province))].flatMap((province) => {
      const fit = fitWeights(
        examples.filter((each) => each.province !== province),
        used,
      );
      return examples.filter((each) => each.province === province).map((each) => judge(fit, each, true));
    });
  const results = methods.map(({ name, used }) => {
    const fit = fitWeights(gold, used);
    console.error(
      `  ${name}: ${[...fit.weights].map(([key, value]) => `${key} ${value.toFixed(2)}`).join(', ')}, none ${fit.none.toFixed(2)}`,
    );
    return { name, decision: sentences.map((each) => judge(fit, each, false)), gold: byProvince(used, gold) };
  });
  const ofGold = results.map(({ name, gold: judged }) => ({ name, judged }));
  const ofDecision = results.map(({ name, decision: judged }) => ({ name, judged }));
  const [baseline, chosen] = [results[0], results[CHOSEN]];
  if (baseline === undefined || chosen === undefined) throw new Error('no methods');
  console.error(`  ${sentences.length} sentences of the Decision, ${gold.length} of the gold list`);
  console.error(
    `  calibration error of the chosen on the gold list: ${(100 * calibrationError(chosen.gold)).toFixed(1)} points`,
  );
  const sets = { decision: ofDecision, gold: ofGold };
  const withLinks = judgeWithLinks(gold, [decision]).reduce((sum, { first }) => sum + first, 0) / gold.length;
  console.error(
    `  with links of four fifths of the list, precision at 1 of the chosen: ${(100 * withLinks).toFixed(1)} %`,
  );
  const rows = (['decision', 'gold'] as const).flatMap((set) =>
    sets[set].flatMap(({ name, judged }) =>
      (['first', 'inThree'] as const).map((measure): BenchRow => {
        const [ours, peer] = [judged, baseline[set]].map((all) => all.map((each) => 100 * each[measure]));
        return {
          bench: 'suggest',
          case: `${set}, ${measure === 'first' ? 'precision at 1' : 'recall at 3'}: ${name}`,
          unit: '%',
          ours: mean(ours ?? []),
          peer: mean(peer ?? []),
          peerName: baseline.name,
          difference: bootstrapInterval(grouped(judged, (_, at) => (ours?.[at] ?? 0) - (peer?.[at] ?? 0))),
          runs: 1,
          samples: { ours: ours ?? [], peer: peer ?? [] },
        };
      }),
    ),
  );
  return [...rows, timeRow(decision, runs)];
}

/** The Decision as the program splits it: each sentence with the innermost part or item it stands in. */
function decisionByCategory(text: string): Reference {
  const { divisions, sentences } = splitReference(text);
  const tie = tieToDecision(divisions);
  if (tie === null) throw new Error('not the Decision');
  const units = sentences.map((span): ReferenceUnit => {
    const at = divisions.findLastIndex(({ start, end }) => start <= span.start && span.end <= end);
    return { id: String(span.start), ...span, categoryId: tie.categoryIds[at] ?? null };
  });
  return { id: 'decision', text, units };
}

/** In five folds over the sentences of each item, its heading sentence in none of them and always known. */
function decisionExamples(decision: Reference): Example[] {
  const items = new Map<string, ReferenceUnit[]>();
  for (const unit of decision.units) {
    if (categories[places.get(unit.categoryId ?? '') ?? -1]?.parentId == null) continue;
    items.set(unit.categoryId ?? '', [...(items.get(unit.categoryId ?? '') ?? []), unit]);
  }
  const foldOf = new Map([...items.values()].flatMap((units) => units.slice(1)).map(({ id }, at) => [id, at % FOLDS]));
  return Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const known = { ...decision, units: decision.units.filter(({ id }) => foldOf.get(id) !== fold) };
    const score = scorerOf({ categories, references: [known], links: [] });
    return decision.units
      .filter(({ id }) => foldOf.get(id) === fold)
      .map(({ start, end, categoryId }) => ({
        text: decision.text.slice(start, end),
        scores: score(decision.text.slice(start, end)),
        right: [places.get(categoryId ?? '') ?? NONE],
        group: categoryId ?? '',
        province: '',
      }));
  });
}

function goldExamples(decision: Reference): Example[] {
  const score = scorerOf({ categories, references: [decision], links: [] });
  const items = new Map(builtinCategories.map(({ item, position }) => [item, position]));
  return readGold().map(({ text, items: right, article, province }) => ({
    text,
    scores: score(text),
    right: right.map((item) => items.get(item) ?? NONE),
    group: article,
    province,
  }));
}

/**
 * As a researcher who coded four fifths of the list by hand has it for the rest, each fifth in turn; weights are fitted
 * without links. By province it would say nothing: most items are taken up in one province of the list alone.
 */
function judgeWithLinks(gold: readonly Example[], references: readonly Reference[]): Judged[] {
  const used = methods[references.length > 0 ? CHOSEN : 0]?.used ?? [];
  return Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const others = gold.filter((_each, at) => at % FOLDS !== fold);
    const { weights, none } = fitWeights(others, used);
    const links = others.flatMap(({ text, right }, at) =>
      right.map((place) => ({ id: `${at}`, categoryId: categories[place]?.id ?? '', text, accepted: true })),
    );
    const index = indexForSuggestions({ categories, references, links });
    const bm25 = weights.get('units') ?? weights.get('titles') ?? 0;
    const own = { bm25, above: weights.get('above') ?? 0, none };
    return gold
      .filter((_each, at) => at % FOLDS === fold)
      .map((each) => judgeShares(probabilitiesOf(index, foldText(each.text), own), each, true));
  });
}

/** Where every passage has a category, `none` is left out of the ranking. */
function judge(fit: Fit, example: Example, withNone: boolean): Judged {
  return judgeShares(probabilitiesBy(fit, example.scores), example, withNone);
}

function judgeShares(shares: Float64Array, { right, group }: Example, withNone: boolean): Judged {
  const ranked = [...shares.keys()]
    .filter((place) => withNone || place !== NONE)
    .toSorted((one, two) => (shares[two] ?? 0) - (shares[one] ?? 0));
  const good = right.length === 0 ? [NONE] : right;
  const three = ranked.slice(0, 3);
  const first = ranked[0] ?? NONE;
  return {
    group,
    first: Number(good.includes(first)),
    inThree: good.filter((place) => three.includes(place)).length / good.length,
    score: shares[first] ?? 0,
  };
}

function grouped(judged: readonly Judged[], value: (each: Judged, at: number) => number): number[][] {
  const groups = new Map<string, number[]>();
  for (const [at, each] of judged.entries()) {
    const own = groups.get(each.group) ?? [];
    own.push(value(each, at));
    groups.set(each.group, own);
  }
  return [...groups.values()];
}

/** Mean distance of how sure and how often right, over ten bins of equal size (expected calibration error). */
function calibrationError(judged: readonly Judged[]): number {
  const sorted = judged.toSorted((one, two) => one.score - two.score);
  const size = Math.ceil(sorted.length / BINS);
  let error = 0;
  for (let from = 0; from < sorted.length; from += size) {
    const bin = sorted.slice(from, from + size);
    error += Math.abs(bin.reduce((sum, { score, first }) => sum + score - first, 0));
  }
  return error / sorted.length;
}

function timeRow(decision: Reference, runs: number): BenchRow {
  const index = indexForSuggestions({ categories, references: [decision], links: [] });
  const gold = readGold();
  const samples = Array.from({ length: runs }, () => {
    const began = performance.now();
    for (const { text } of gold) suggestWithClauses(index, text, { start: 0, end: text.length });
    return (performance.now() - began) / gold.length;
  });
  return {
    bench: 'suggest',
    case: 'one sentence and its clauses, with evidence',
    unit: 'ms',
    ours: median(samples),
    peer: null,
    peerName: null,
    runs,
    samples: { ours: samples, peer: [] },
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
