import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { makeFolder } from '../files/make-folder.ts';
import type { JobContext, JobInput, JobOutput } from './context.ts';
import { fileNameOf } from './reports.ts';

/** Puts what the page drew into the outbox, whole or not at all; a table begins with the mark that Excel reads UTF-8 by. */
export async function exportPicture(
  { outbox }: JobContext,
  { format, name, content }: JobInput<'picture.export'>,
): Promise<JobOutput<'picture.export'>> {
  const bytes =
    format === 'png'
      ? Buffer.from(content, 'base64')
      : Buffer.from(format === 'csv' ? `\uFEFF${content}` : content, 'utf8');
  makeFolder(outbox);
  const path = join(outbox, `${uuidv7()}.${format}`);
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
  return { path, name: `${fileNameOf(name)}.${format}`, bytes: bytes.byteLength };
}
