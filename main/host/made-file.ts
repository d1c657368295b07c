import { rename, rm, writeFile } from 'node:fs/promises';
import { type Answer, Refusal } from '#domain/contract/answer.ts';
import { mendHanText } from '../files/pdf-han-text.ts';
import type { Printer } from './printer.ts';

/** A file that a job has made and that is not handed out yet. */
export interface MadeFile {
  path: string;
  name: string;
  bytes: number;
}

/** What a job answers that was stopped. */
const NOTHING = { ok: true, value: null } as const;

/** What a job has made, printed where that is asked for; nothing of it is kept once the job is to stop. */
export async function finishMadeFile(
  answer: Answer<unknown>,
  print: Printer | null,
  stop: AbortSignal,
): Promise<Answer<unknown>> {
  const made = print === null ? answer : await printMadeFile(answer, print, stop);
  if (!stop.aborted || !made.ok || !isMadeFile(made.value)) return made;
  await rm(made.value.path, { force: true });
  return NOTHING;
}

export function isMadeFile(value: unknown): value is MadeFile {
  return typeof value === 'object' && value !== null && 'path' in value;
}

/** A page that a job has made becomes the PDF that was asked for, whole or not at all; null once it is to stop. */
async function printMadeFile(answer: Answer<unknown>, print: Printer, stop: AbortSignal): Promise<Answer<unknown>> {
  if (!answer.ok || !isMadeFile(answer.value)) return answer;
  const { path, name } = answer.value;
  const page = `${path}.html`;
  await rename(path, page);
  try {
    if (stop.aborted) return NOTHING;
    const pdf = mendHanText(await print(page, stop));
    await writeFile(`${path}.part`, pdf);
    await rename(`${path}.part`, path);
    return { ok: true, value: { path, name, bytes: pdf.byteLength } };
  } catch (error) {
    if (!stop.aborted) throw error;
    return NOTHING;
  } finally {
    await rm(page, { force: true });
  }
}

/** Said where a PDF is asked for and nothing can print. */
export function noPrinter(): Refusal {
  const message =
    'There is no browser here that could make a PDF: export HTML and print it from a browser, or name a Chromium in JIANZHU_CHROMIUM.';
  return new Refusal('unavailable', 'no-printer', message);
}
