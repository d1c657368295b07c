import type { Language } from '../contract/values.ts';
import { depositWords } from '../languages/deposit/index.ts';
import { reportLabels } from '../languages/report/index.ts';
import { PROGRAM_VERSION } from '../program.ts';
import { writtenRules } from '../report/written-rules.ts';
import { createCodePointIndex } from '../text/code-points.ts';
import { depositColumns, type DepositTable } from './deposit-columns.ts';
import { type Loss, LossReport } from './losses.ts';
import type { CorpusSnapshot, SnapshotArticle } from './snapshot.ts';
import { titleIn } from '../codebook/title-in.ts';
import { ORIGIN } from './to-project.ts';
import type { WebAnnotationOptions } from './to-web-annotations.ts';

export interface DepositOptions extends WebAnnotationOptions {
  /** Of the readme and the data dictionary; English, which archives expect, when nothing is said. */
  readme?: Language | undefined;
}

export interface DepositFile {
  /** Its path in the package. */
  name: string;
  /** In pieces, so that a large table never stands in memory whole. */
  content: Iterable<string>;
}

/**
 * The tables of a package for an archive: coders by pseudonym, one row for each article, coder and category. A zero stands
 * only where a coder says the article is complete; where nothing was said, the number is empty.
 */
export function buildDeposit(
  snapshot: CorpusSnapshot,
  options: DepositOptions,
): { files: DepositFile[]; losses: Loss[] } {
  const { language, texts, readme: written = 'en' } = options;
  const losses = lossesOf(snapshot, texts);
  const coders = new Map(snapshot.coders.map(({ id }, at) => [id, `coder-${at + 1}`]));
  const files: DepositFile[] = [
    { name: 'README.md', content: [readme(snapshot, options, written)] },
    { name: 'data-dictionary.csv', content: dictionaryRows(written) },
    { name: 'articles.csv', content: articleRows(snapshot) },
    { name: 'coding.csv', content: codingRows(snapshot, coders, language) },
    { name: 'annotations.csv', content: annotationRows(snapshot, coders) },
    { name: 'codebook.csv', content: codebookRows(snapshot) },
  ];
  if (texts) for (const { id, text } of snapshot.articles) files.push({ name: `texts/${id}.txt`, content: [text] });
  return { files, losses };
}

type Cell = string | number | boolean | null;

function csvRow(cells: readonly Cell[]): string {
  return `${cells
    .map((cell) => {
      const text = cell === null ? '' : String(cell);
      return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',')}\n`;
}

function head(table: DepositTable): string {
  return csvRow(depositColumns[table]);
}

function* dictionaryRows(written: Language): Generator<string> {
  const { meanings } = depositWords(written);
  yield csvRow(['table', 'column', 'meaning']);
  for (const [table, columns] of Object.entries(depositColumns)) {
    const of: Readonly<Record<string, string>> = meanings[table as DepositTable];
    for (const column of columns) yield csvRow([`${table}.csv`, column, of[column] ?? '']);
  }
}

function* articleRows({ articles }: CorpusSnapshot): Generator<string> {
  yield head('articles');
  for (const { id, metadata, fileName, exclusion, text } of articles)
    yield csvRow([
      id,
      metadata.title,
      metadata.outlet,
      metadata.outletProvince,
      metadata.places.join('; '),
      metadata.publishedOn,
      metadata.reporters.join('; '),
      metadata.editor,
      metadata.source,
      metadata.address,
      metadata.genre,
      metadata.script,
      fileName,
      createCodePointIndex(text).length,
      exclusion?.reason ?? null,
      exclusion?.note ?? null,
    ]);
}

function* codingRows(
  snapshot: CorpusSnapshot,
  coders: ReadonlyMap<string, string>,
  language: Language,
): Generator<string> {
  yield head('coding');
  const states = new Map(
    snapshot.codingStatuses.map(({ articleId, coderId, codebookId, state }) => [
      `${articleId} ${coderId} ${codebookId}`,
      state,
    ]),
  );
  for (const article of snapshot.articles) {
    const counted = countCodings(article);
    const present = new Set([
      ...counted.coders,
      ...snapshot.codingStatuses.filter(({ articleId }) => articleId === article.id).map(({ coderId }) => coderId),
    ]);
    for (const [coderId, pseudonym] of coders) {
      if (!present.has(coderId)) continue;
      for (const { id: codebookId, categories } of snapshot.codebooks) {
        const state = states.get(`${article.id} ${coderId} ${codebookId}`) ?? 'not-begun';
        for (const category of categories) {
          const key = `${coderId} ${category.id}`;
          const found = counted.cells.get(key);
          const none = state === 'complete' ? 0 : null;
          yield csvRow([
            article.id,
            pseudonym,
            codebookId,
            category.id,
            category.number,
            titleIn(language, category),
            state,
            found?.passages ?? none,
            found?.characters ?? none,
            counted.whole.has(key) ? 1 : none,
          ]);
        }
      }
    }
  }
}

/** By coder and category; a passage is one of whoever linked it. */
function countCodings(article: SnapshotArticle) {
  const cells = new Map<string, { passages: number; characters: number }>();
  const coders = new Set<string>();
  for (const { exact, orphan, coderId, links } of article.annotations) {
    coders.add(coderId);
    if (orphan) continue;
    for (const link of links) {
      coders.add(link.coderId);
      const key = `${link.coderId} ${link.categoryId}`;
      const cell = cells.get(key) ?? { passages: 0, characters: 0 };
      cell.passages += 1;
      cell.characters += [...exact].length;
      cells.set(key, cell);
    }
  }
  for (const { coderId } of article.wholeLinks) coders.add(coderId);
  const whole = new Set(article.wholeLinks.map(({ coderId, categoryId }) => `${coderId} ${categoryId}`));
  return { cells, coders, whole };
}

function* annotationRows(
  { articles, codebooks }: CorpusSnapshot,
  coders: ReadonlyMap<string, string>,
): Generator<string> {
  yield head('annotations');
  const numbers = new Map(codebooks.flatMap(({ categories }) => categories.map(({ id, number }) => [id, number])));
  for (const article of articles) {
    const index = createCodePointIndex(article.text);
    for (const annotation of article.annotations) {
      if (annotation.orphan) continue;
      const { codePointStart, codePointEnd } = index.codePointSpan(annotation);
      const { voice } = annotation;
      const none = { categoryId: null, coderId: annotation.coderId, relation: null, origin: null };
      for (const link of annotation.links.length === 0 ? [none] : annotation.links)
        yield csvRow([
          annotation.id,
          article.id,
          coders.get(link.coderId) ?? null,
          codePointStart,
          codePointEnd,
          annotation.exact,
          link.categoryId,
          link.categoryId === null ? null : (numbers.get(link.categoryId) ?? ''),
          link.relation,
          link.origin,
          annotation.status,
          voice?.kind ?? null,
          voice?.name ?? null,
          voice?.office ?? null,
          voice?.level ?? null,
          voice?.place ?? null,
        ]);
    }
  }
}

function* codebookRows({ codebooks }: CorpusSnapshot): Generator<string> {
  yield head('codebook');
  for (const { id, nameHant, nameEn, revision, categories } of codebooks)
    for (const category of categories)
      yield csvRow([
        id,
        nameHant === nameEn ? nameHant : `${nameHant} / ${nameEn}`,
        revision,
        category.id,
        category.parentId,
        category.number,
        category.titleHant,
        category.titleHans,
        category.titleEn,
        category.definition,
        category.rulesFor,
        category.rulesAgainst,
        category.boundaryCases,
        category.examples,
        category.retired,
      ]);
}

function lossesOf(snapshot: CorpusSnapshot, texts: boolean): Loss[] {
  const losses = new LossReport();
  for (const { kind, count, examples } of snapshot.leftBehind) losses.add(kind, examples[0] ?? '', count);
  for (const { title, body } of snapshot.memos) losses.add('memos', title || body);
  for (const { name } of snapshot.references) losses.add('references', name);
  for (const { name } of snapshot.coders) losses.add('names', name);
  for (const { metadata, opening, annotations } of snapshot.articles) {
    if (!texts) losses.add('texts', metadata.title ?? opening);
    for (const each of annotations) {
      if (each.orphan) losses.add('orphans', each.exact);
      if (each.note !== '' || each.translation !== '') losses.add('notes', each.exact);
      losses.add('links', each.exact, each.referenceLinks.length);
      for (const link of each.links) if (link.suggested) losses.add('suggestions', each.exact);
    }
  }
  return losses.list();
}

function readme(
  { corpus, articles, coders, codebooks, codingRules }: CorpusSnapshot,
  { madeAt, texts }: DepositOptions,
  written: Language,
): string {
  const { summary, heads, files, reading, rules: title } = depositWords(written);
  const annotations = articles.reduce((sum, article) => sum + article.annotations.length, 0);
  const counts = { articles: articles.length, annotations, coders: coders.length, codebooks: codebooks.length };
  const row = (file: string, about: string) => `| ${file} | ${about} |`;
  const rules = writtenRules(codingRules, reportLabels(written));
  const lines = [
    `# ${corpus.name}`,
    '',
    summary(counts, madeAt.slice(0, 10), `${ORIGIN} ${PROGRAM_VERSION}`),
    '',
    row(...heads),
    '|---|---|',
    row('`coding.csv`', files.coding),
    row('`annotations.csv`', files.annotations),
    row('`articles.csv`', files.articles),
    row('`codebook.csv`, `codebook.qdc`', files.codebook),
    ...(texts ? [row('`texts/`', files.texts)] : []),
    row('`data-dictionary.csv`', files.dictionary),
    row('`SHA256SUMS`', files.checksums),
    '',
    reading(texts).join('\n\n'),
    ...(rules.length === 0
      ? []
      : ['', `## ${title}`, '', ...rules.flatMap(({ label, text }) => [`### ${label}`, '', text, ''])]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
