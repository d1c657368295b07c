import type { FormulaUse } from '#domain/contract/formula.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { findFormulas, indexFormulas } from '#domain/formulas/find-formulas.ts';
import { findReferencePhrases, foldPhrase } from '#domain/formulas/reference-phrases.ts';
import type { JobContext } from './context.ts';
import { COUNTED_ARTICLES, type CountedArticle, listFormulas } from './formulas.ts';
import { getReference } from './references.ts';

/** Phrases of a reference that are answered. */
const MOST_PHRASES = 500;
/** Articles between two looks at whether to stop. */
const PORTION = 25;

interface Tally {
  exact: number;
  varied: number;
  provinces: Set<string>;
  first: FormulaUse['first'];
  /** Positions of the articles, as a string: phrases that stand in the same articles have the same. */
  articles: string;
}

/** Counts the articles that have each phrase of a reference and each formula that is followed. */
export async function findFormulasInArticles(
  context: JobContext,
  { referenceId }: Input<'formula.find'>,
): Promise<Output<'formula.find'>> {
  const { db } = context;
  const followed = listFormulas(context).map(({ phrase }) => phrase);
  const isFollowed = new Set(followed.map(foldPhrase));
  const ofReference = referenceId === null ? [] : findReferencePhrases(getReference(db, referenceId).text as string);
  const phrases = [...followed, ...ofReference.filter((phrase) => !isFollowed.has(foldPhrase(phrase)))];
  const index = indexFormulas(phrases);
  const tallies = phrases.map((): Tally => ({ exact: 0, varied: 0, provinces: new Set(), first: null, articles: '' }));
  const provinces = new Map<string | null, number>();
  const ids = db.prepare('SELECT id FROM articles WHERE deleted_at IS NULL AND exclusion IS NULL ORDER BY seq');
  const articleIds = ids.pluck().all() as string[];
  const read = db.prepare(`${COUNTED_ARTICLES} AND a.id IN (SELECT value FROM json_each(?)) ORDER BY a.seq`);
  let articles = 0;
  let undated = 0;
  for (let at = 0; at < articleIds.length && !context.cancelled(); at += PORTION) {
    const portion = read.all(JSON.stringify(articleIds.slice(at, at + PORTION))) as CountedArticle[];
    for (const article of portion) {
      const { outletProvince: province, publishedOn, articleId } = article;
      provinces.set(province, (provinces.get(province) ?? 0) + 1);
      if (publishedOn === null) undated += 1;
      for (const { phrase, distance } of findFormulas(index, article.text)) {
        const tally = tallies[phrase] as Tally;
        if (distance === 0) tally.exact += 1;
        else tally.varied += 1;
        if (province !== null) tally.provinces.add(province);
        if (publishedOn !== null && (tally.first === null || publishedOn < tally.first.publishedOn))
          tally.first = { articleId, publishedOn, province };
        tally.articles += `${articles} `;
      }
      articles += 1;
    }
    context.progress(articles, articleIds.length);
    // Other questions to this worker have their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const uses = phrases.map((phrase, at): FormulaUse & Pick<Tally, 'articles'> => {
    const { exact, varied, provinces: found, first, articles: where } = tallies[at] as Tally;
    return { phrase, exact, varied, provinces: found.size, first, articles: where };
  });
  const own = uses.slice(0, followed.length);
  const found = withoutParts(uses.slice(followed.length).filter(({ exact }) => exact > 0));
  const shown = [...own, ...found.toSorted(mostFirst).slice(0, MOST_PHRASES)];
  return {
    articles,
    undated,
    provinces: [...provinces]
      .map(([province, count]) => ({ province, articles: count }))
      .toSorted((one, other) => other.articles - one.articles),
    phrases: shown.map(({ articles: _where, ...use }) => use).toSorted(mostFirst),
    left: Math.max(0, found.length - MOST_PHRASES),
  };
}

function mostFirst(one: FormulaUse, other: FormulaUse): number {
  return (
    other.exact + other.varied - (one.exact + one.varied) ||
    other.exact - one.exact ||
    other.phrase.length - one.phrase.length
  );
}

/** Without phrases that are part of a longer one in the very same articles: they say nothing more. */
function withoutParts<Use extends FormulaUse & Pick<Tally, 'articles'>>(uses: readonly Use[]): Use[] {
  const alike = new Map<string, { use: Use; folded: string }[]>();
  for (const use of uses) {
    const group = alike.get(use.articles);
    const each = { use, folded: foldPhrase(use.phrase) };
    if (group === undefined) alike.set(use.articles, [each]);
    else group.push(each);
  }
  return [...alike.values()].flatMap((group) =>
    group
      .filter(
        ({ folded }) => !group.some((other) => other.folded.length > folded.length && other.folded.includes(folded)),
      )
      .map(({ use }) => use),
  );
}
