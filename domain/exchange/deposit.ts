import type { Language } from '../contract/values.ts';
import { PROGRAM_VERSION } from '../program.ts';
import { createCodePointIndex } from '../text/code-points.ts';
import { dictionary, type DepositTable } from './deposit-dictionary.ts';
import { type Loss, LossReport } from './losses.ts';
import type { CorpusSnapshot, SnapshotArticle } from './snapshot.ts';
import { titleIn } from '../codebook/title-in.ts';
import { ORIGIN } from './to-project.ts';
import type { WebAnnotationOptions } from './to-web-annotations.ts';

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
  { language, madeAt, texts }: WebAnnotationOptions,
): { files: DepositFile[]; losses: Loss[] } {
  const losses = lossesOf(snapshot, texts);
  const coders = new Map(snapshot.coders.map(({ id }, at) => [id, `coder-${at + 1}`]));
  const files: DepositFile[] = [
    { name: 'README.md', content: [readme(snapshot, madeAt, texts)] },
    { name: 'data-dictionary.csv', content: dictionaryRows() },
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
  return csvRow(dictionary[table].map(([column]) => column));
}

function* dictionaryRows(): Generator<string> {
  yield csvRow(['table', 'column', 'meaning']);
  for (const [table, columns] of Object.entries(dictionary))
    for (const [column, meaning] of columns) yield csvRow([`${table}.csv`, column, meaning]);
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

function readme(snapshot: CorpusSnapshot, madeAt: string, texts: boolean): string {
  const { corpus, articles, coders, codebooks, codingRules } = snapshot;
  const annotations = articles.reduce((sum, article) => sum + article.annotations.length, 0);
  const rules = Object.entries(codingRules).filter(([, text]) => text !== '');
  const lines = [
    `# ${corpus.name}`,
    '',
    `${articles.length} articles, ${annotations} annotations, ${coders.length} coders, ${codebooks.length} codebooks; made on ${madeAt.slice(0, 10)} with ${ORIGIN} ${PROGRAM_VERSION}.`,
    '',
    '| file | what it holds |',
    '|---|---|',
    '| `coding.csv` | one row for each article, coder and category: how many passages, and how many characters they have |',
    '| `annotations.csv` | one row for each passage and category |',
    '| `articles.csv` | one row for each article |',
    '| `codebook.csv`, `codebook.qdc` | the categories with their rules; the second for other programs (REFI-QDA 1.5) |',
    ...(texts
      ? ['| `texts/` | the text of each article, named by its id; UTF-8, one line feed after each paragraph |']
      : []),
    '| `data-dictionary.csv` | what each column means |',
    '| `SHA256SUMS` | checksums; `sha256sum -c SHA256SUMS` checks every file |',
    '',
    'Tables are CSV by RFC 4180 with line feeds, in UTF-8 without a byte order mark. An empty cell is unknown or does not apply.',
    'In `coding.csv` a zero is an explicit “none”: the coder has said that the article is complete. Where an article is not',
    'complete for a coder and nothing was marked, the cell is empty.',
    'Positions count Unicode code points from 0, the end excluded. Coders stand under pseudonyms, in the order they joined;',
    'notes, translations and memos are not part of this package' +
      (texts ? '.' : ', and neither are the texts of the articles.'),
    ...(rules.length === 0
      ? []
      : ['', '## Coding rules', '', ...rules.flatMap(([rule, text]) => [`### ${rule}`, '', text, ''])]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
