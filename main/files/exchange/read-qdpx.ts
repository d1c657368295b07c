import { checkProject } from '#domain/exchange/check-project.ts';
import type { ExchangeNote, ExchangeSource } from '#domain/exchange/project.ts';
import { decodeAs } from '../encoding/decode-as.ts';
import { detectEncoding } from '../encoding/detect-encoding.ts';
import { limits } from '../readers/limits.ts';
import { tooLarge, unknownEncoding } from '../readers/refusals.ts';
import { type ArchiveEntry, openArchive } from '../readers/zip-archive.ts';
import { wrongProject } from './exchange-refusals.ts';
import { type ReadQde, readQde } from './read-qde.ts';

/** A whole project: every text in its place, every reference resolved. */
export type ReadProject = Omit<ReadQde, 'paths'> & {
  /** The bytes of the files that texts of sources were read from. */
  bytes: Map<ExchangeSource, Uint8Array>;
};

/** Reads a `.qdpx`; names the place of whatever makes it no project. */
export async function readQdpx(name: string, bytes: Uint8Array): Promise<ReadProject> {
  if (bytes.byteLength > limits.archiveBytes) throw tooLarge(name, bytes.byteLength, limits.archiveBytes);
  const entries = new Map<string, ArchiveEntry>();
  for await (const entry of openArchive(name, bytes, limits.unpackedBytes, true)) {
    const path = entry.name.toLowerCase();
    if (entries.has(path)) throw wrongProject(`${name}/${entry.name}`, null, 'the archive has two files of this name');
    entries.set(path, entry);
  }
  const projectFile =
    entries.get('project.qde') ?? [...entries.values()].find((each) => each.name.toLowerCase().endsWith('.qde'));
  if (projectFile === undefined) throw wrongProject(name, null, 'there is no project.qde in it');
  const file = `${name}/${projectFile.name}`;
  const { paths, ...read } = readQde(file, await projectFile.read());
  const texts = new Map<ExchangeSource, Uint8Array>();
  const outside: (ExchangeSource | ExchangeNote)[] = [];
  for (const [of, { path, line }] of paths) {
    const inside = /^internal:\/+(.+)$/i.exec(path)?.[1];
    if (inside === undefined) {
      outside.push(of);
      continue;
    }
    const entry = entries.get(`sources/${inside.toLowerCase()}`) ?? entries.get(inside.toLowerCase());
    if (entry === undefined) throw wrongProject(file, line, `the text ${path.slice(0, 100)} is not in the archive`);
    const found = await entry.read();
    of.text = decodeText(`${name}/${entry.name}`, found);
    if ('selections' in of) texts.set(of, found);
  }
  for (const of of outside) {
    read.skipped.push({ kind: 'no-plain-text', example: of.name });
    read.skippedGuids.add(of.guid);
    if ('selections' in of) for (const { guid } of of.selections) read.skippedGuids.add(guid);
  }
  const { project } = read;
  project.sources = project.sources.filter((each) => !outside.includes(each));
  project.notes = project.notes.filter((each) => !outside.includes(each));
  assertSound(file, read);
  return { ...read, bytes: texts };
}

/** Refuses a project of which one place points at another that is not there, or two have one GUID. */
export function assertSound(file: string, { project, skippedGuids }: Pick<ReadQde, 'project' | 'skippedGuids'>): void {
  const [fault] = checkProject(project, skippedGuids);
  if (fault !== undefined) throw wrongProject(file, fault.line, fault.what);
}

/** UTF-8 by the standard; what some programs write instead is recognised. A byte order mark stays in the text. */
function decodeText(file: string, bytes: Uint8Array): string {
  if (bytes.byteLength > limits.textBytes) throw tooLarge(file, bytes.byteLength, limits.textBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [first, second] = bytes;
    if (first === 0xff && second === 0xfe) return decodeAs(bytes, 'utf-16le').text;
    if (first === 0xfe && second === 0xff) return decodeAs(bytes, 'utf-16be').text;
    const detected = detectEncoding(bytes);
    if (detected === null) throw unknownEncoding(file);
    return detected.text;
  }
}
