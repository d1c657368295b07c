import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { Refusal } from '#domain/contract/answer.ts';
import type { ReportPlan } from '#domain/contract/report.ts';
import { buildReport } from '#domain/report/build-report.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeReportPreview } from '../files/report-html.ts';
import { reportEndings, reportWriters } from '../files/report-writers.ts';
import { scriptConverter } from '../files/script-converter.ts';
import type { JobContext, JobInput, JobOutput } from './context.ts';
import { type Gathered, gatherReport } from './report-input.ts';

/** Articles of which a preview shows everything; the rest is only counted. */
const PREVIEWED = 4;

/** Makes the report in the outbox, whole or not at all. */
export async function exportReport(
  context: JobContext,
  { choice, plan, format, byteOrderMark = false }: JobInput<'report.export'>,
): Promise<JobOutput<'report.export'> | null> {
  const write = reportWriters[format];
  if (write === undefined)
    throw new Refusal('unavailable', 'not-here', `A report cannot be written as ${format} here.`, { format });
  const found = await gatherReport(context, choice, plan);
  if (found === null) return null;
  const { gathered } = found;
  const report = buildReport(await inputOf(gathered, plan));
  if (await stopped(context)) return null;
  const content = await write(report, { byteOrderMark });
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  if (await stopped(context)) return null;
  const ending = reportEndings[format];
  makeFolder(context.outbox);
  const path = join(context.outbox, `${uuidv7()}.${ending}`);
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
  context.progress(gathered.sources.length + 1, gathered.sources.length + 1);
  return { path, name: `${fileNameOf(report.title.text)}.${ending}`, bytes: bytes.byteLength };
}

export async function previewReport(
  context: JobContext,
  { choice, plan }: JobInput<'report.preview'>,
): Promise<JobOutput<'report.preview'> | null> {
  // Those that wait behind another are often stopped before their turn.
  if (await stopped(context)) return null;
  const found = await gatherReport(context, choice, plan, PREVIEWED);
  if (found === null || (await stopped(context))) return null;
  const { gathered, articles, annotations } = found;
  const report = buildReport({ ...(await inputOf(gathered, plan)), whole: { articles, annotations } });
  return {
    ...writeReportPreview(report, { whole: gathered.sources.length === articles }),
    articles,
    annotations,
    shownArticles: gathered.sources.length,
  };
}

async function inputOf(gathered: Gathered, plan: ReportPlan) {
  return { ...gathered, plan, convert: plan.script === 'as-is' ? null : await scriptConverter(plan.script) };
}

/** After a breath, so that a cancel is heard. */
async function stopped(job: JobContext): Promise<boolean> {
  await new Promise((resolve) => setImmediate(resolve));
  return job.cancelled();
}

/** A name every file system takes: no separators, reserved or invisible characters, at most 40 code points. */
export function fileNameOf(title: string): string {
  const kept = title.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s<>:"/\\|?*.]+/gu, ' ').trim();
  return [...kept].slice(0, 40).join('').trim() || 'Jianzhu';
}
