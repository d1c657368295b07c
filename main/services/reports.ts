import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROGRAM_VERSION } from '#domain/program.ts';
import { buildArticleReport } from '#domain/report/report-model.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeReportHtml } from '../files/report-html.ts';
import { v7 as uuidv7 } from 'uuid';
import { listAnnotations } from './annotations.ts';
import { getArticle, getOriginal } from './articles.ts';
import { listArticleLinks } from './article-links.ts';
import { listCodebooks } from './codebooks.ts';
import { getCodingRules } from './coding-rules.ts';
import { listMemos } from './memos.ts';
import type { JobContext, JobInput, JobOutput } from './context.ts';

/** Makes the report in the outbox, whole or not at all. */
export async function exportReport(
  context: JobContext,
  input: JobInput<'report.export'>,
): Promise<JobOutput<'report.export'>> {
  const { db, coder } = context;
  context.progress(0, 1);
  const snapshot = db.transaction(() => ({
    article: getArticle(context, input),
    original: getOriginal(context, input),
    annotations: listAnnotations(context, input),
    codebooks: listCodebooks(context),
    codingRules: getCodingRules(context),
    wholeCategoryIds: listArticleLinks(context, input).map(({ categoryId }) => categoryId),
    memos: listMemos(context, { subject: 'article', subjectId: input.articleId }).toReversed(),
    corpusName: db.prepare('SELECT name FROM corpora').pluck().get() as string,
  }))();
  const report = buildArticleReport({
    ...snapshot,
    codingState: snapshot.article.codingState,
    coderName: coder?.name ?? '',
    programVersion: PROGRAM_VERSION,
    madeAt: new Date().toISOString(),
    language: input.language,
  });
  const html = Buffer.from(writeReportHtml(report), 'utf8');
  const name = `${fileNameOf(snapshot.article.title ?? snapshot.article.opening)}.html`;
  makeFolder(context.outbox);
  const path = join(context.outbox, `${uuidv7()}.html`);
  await writeFile(`${path}.part`, html);
  await rename(`${path}.part`, path);
  context.progress(1, 1);
  return { path, name, bytes: html.byteLength };
}

/** A name every file system takes: no separators, reserved or invisible characters, at most 40 code points. */
export function fileNameOf(title: string): string {
  const kept = title.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s<>:"/\\|?*.]+/gu, ' ').trim();
  return [...kept].slice(0, 40).join('').trim() || 'Jianzhu';
}
