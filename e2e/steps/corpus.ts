import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleText } from '#domain/contract/article.ts';
import type { Input } from '#domain/contract/index.ts';
import type { Job } from '#domain/contract/job.ts';
import { v7 as uuidv7 } from 'uuid';
import { projectRoot } from '../fixtures/program.ts';
import { expect, type Workbench } from '../fixtures/workbench.ts';
import { spanOf } from './reader.ts';
import { words } from './words.ts';

export const CODER = '林硯';
export const CORPUS = '晉省語料';

/** The sample as it stands in the program's folder, its line ends as a revision has them. */
export const sampleText = readFileSync(join(projectRoot, 'resources/sample/shanxi-article.txt'), 'utf8')
  .replace(/^\uFEFF/, '')
  .replaceAll('\r\n', '\n');

/** Waits for the end of a job and gives its result. */
export async function finish<Result>(workbench: Workbench, { job }: { job: string }): Promise<Result> {
  let last: Job | null = null;
  // The compute worker has to start first, which takes a while on a machine that is busy.
  await expect
    .poll(
      async () => {
        last = await workbench.ask('job.get', { job });
        return last.state;
      },
      { timeout: 30_000 },
    )
    .not.toBe('running');
  const { state, result, error } = last as unknown as Job;
  expect(state, JSON.stringify(error)).toBe('done');
  return result as Result;
}

type Source = Input<'article.import'>['sources'][number];

/** Imports by the contract, without repairs unless they are wanted, and gives the article back. */
export async function importArticle(
  workbench: Workbench,
  source: Source,
  repair: Input<'article.import'>['repair'] = 'none',
): Promise<ArticleText> {
  const { files } = await finish<{ files: { articleId: string | null; message: string | null }[] }>(
    workbench,
    await workbench.ask('article.import', { sources: [source], repair }),
  );
  const articleId = files[0]?.articleId ?? null;
  if (articleId === null) throw new Error(`nothing was imported: ${files[0]?.message}`);
  return await workbench.ask('article.get', { articleId });
}

export interface OpenArticle {
  article: ArticleText;
  corpusFile: string;
}

/**
 * Starts the program on a new corpus with one article, opened in the reader: where most journeys begin. Unless repairs are
 * wanted, the text is as its file has it.
 */
export async function startWithArticle(
  workbench: Workbench,
  source: Source = { sample: 'shanxi' },
  repair: Input<'article.import'>['repair'] = 'none',
): Promise<OpenArticle> {
  await workbench.start();
  const corpusFile = await makeCorpus(workbench);
  const article = await importArticle(workbench, source, repair);
  await openArticle(workbench, article);
  return { article, corpusFile };
}

/** By the contract: says who works, and makes a corpus. Gives its file. */
export async function makeCorpus(workbench: Workbench): Promise<string> {
  await workbench.ask('coder.identify', { id: uuidv7(), name: CODER });
  await workbench.ask('corpus.create', { name: CORPUS });
  const { corpus } = await workbench.ask('session.get', {});
  if (corpus === null) throw new Error('no corpus is open');
  return corpus.file;
}

/** Opens an article from the library, as a click does. */
export async function openArticle({ page }: Workbench, { id }: { id: string }): Promise<void> {
  await page.locator(`[data-article-id="${id}"] a`).click();
  await expect(page.getByRole('document', { name: words.reading.text })).toBeVisible();
}

/** Annotates the first place where the words stand, by the contract. */
export async function annotateQuote(
  workbench: Workbench,
  { id, revisionId, text }: ArticleText,
  quote: string,
  given: Partial<Pick<Input<'annotation.create'>, 'links' | 'note'>> = {},
) {
  const span = spanOf(text, quote);
  return await workbench.ask('annotation.create', {
    id: uuidv7(),
    articleId: id,
    revisionId,
    span,
    exact: quote,
    links: [],
    ...given,
  });
}
