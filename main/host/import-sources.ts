import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Input } from '#domain/contract/index.ts';
import type { ImportingJob, JobInput, ResolvedSource } from '../services/context.ts';
import type { Grants } from './grants.ts';
import { resource } from './resource.ts';

/** Turns grants into files, folders into the files in and below them, and the sample into its file. */
export async function resolveSources<Name extends ImportingJob>(
  input: Pick<Input<ImportingJob>, 'sources'>,
  grants: Grants,
): Promise<JobInput<Name>> {
  const chosen = grants.useAll(input.sources.flatMap((source) => ('grant' in source ? [source.grant] : [])));
  const sources: ResolvedSource[] = [];
  for (const source of input.sources) {
    if ('text' in source) sources.push(source);
    else if ('sample' in source)
      sources.push({ path: resource('sample/shanxi-article.txt'), name: 'shanxi-article.txt' });
    else {
      const file = chosen.shift();
      if (file === undefined) throw new Error('more grants than files');
      sources.push(...((await isFolder(file.path)) ? await filesBelow(file.path, '') : [file]));
    }
  }
  return { ...input, sources } as JobInput<Name>;
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * The files in and below a folder, sorted by name, without hidden ones; named by their path in it. A folder that cannot
 * be read stands for itself, so that the import says so. Links to files are followed, links to folders are not: they
 * may lead back.
 */
async function filesBelow(folder: string, inside: string): Promise<ResolvedSource[]> {
  const named = (name: string) => (inside === '' ? name : `${inside}/${name}`).toWellFormed();
  let entries: Awaited<ReturnType<typeof readEntries>>;
  try {
    entries = await readEntries(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return [{ path: folder, name: inside === '' ? folder : inside }];
  }
  const found: ResolvedSource[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(path, named(entry.name))));
    else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path))))
      found.push({ path, name: named(entry.name) });
  }
  return found;
}

async function readEntries(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(({ name }) => !name.startsWith('.')).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
