import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Input } from '#domain/contract/index.ts';
import type { ResolvedSource } from '../services/context.ts';
import { resource } from './resource.ts';
import type { Grants } from './grants.ts';

/** Turns grants into files, folders into the files in and below them, and the sample into its file. */
export async function resolveSources(
  input: Input<'article.import'>,
  grants: Grants,
): Promise<{ sources: ResolvedSource[] }> {
  const sources: ResolvedSource[] = [];
  for (const source of input.sources) {
    if ('text' in source) sources.push(source);
    else if ('sample' in source)
      sources.push({ path: resource('sample/shanxi-article.txt'), name: 'shanxi-article.txt' });
    else sources.push(...(await filesOf(grants.use(source.grant))));
  }
  return { sources };
}

async function filesOf({ path, name }: { path: string; name: string }): Promise<ResolvedSource[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [{ path, name }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => ({ path: file, name: relative(path, file) }));
}
