import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { PlannedImport } from '#domain/contract/exchange.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { OperationError } from '#domain/contract/answer.ts';
import { Refusal } from '#domain/contract/answer.ts';
import type { TestHost } from '../host/hosted-corpus.ts';

/** The schemas of REFI-QDA, which are not part of the program. */
const schemas = process.env.JIANZHU_REFI_QDA ?? join(import.meta.dirname, '../../../shared/data/refi-qda');

/** Why files cannot be held against the schemas here; null when they can. */
export function withoutSchemas(): string | null {
  if (!existsSync(join(schemas, 'Project.xsd'))) return 'the schemas of REFI-QDA are not here (JIANZHU_REFI_QDA)';
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'xmllint is not installed (on Debian: libxml2-utils)';
  }
}

/** Throws with what xmllint says when the document is not as the schema has it. */
export function assertValid(document: Uint8Array, schema: 'Project.xsd' | 'Codebook.xsd'): void {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhu-test-'));
  try {
    const file = join(folder, 'document.xml');
    writeFileSync(file, document);
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', join(schemas, schema), file], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export type Exported = Omit<Output<'exchange.export'>, 'file'> & { content: Buffer; path: string };

export async function exported(host: TestHost, input: Partial<Input<'exchange.export'>> = {}): Promise<Exported> {
  const job = await host.end('exchange.export', { format: 'qdpx', language: 'zh-Hant', ...input });
  if (job.state === 'failed') throw Refusal.of(job.error as OperationError);
  const { file, ...rest } = job.result as Output<'exchange.export'>;
  const { path } = host.host.outbox.get(file);
  return { ...rest, path, content: await readFile(path) };
}

export async function planFile(host: TestHost, path: string, matchNames = true): Promise<PlannedImport> {
  return (await run(host, 'exchange.plan', path, matchNames)).plan;
}

export async function importFile(host: TestHost, path: string, matchNames = true): Promise<PlannedImport> {
  return (await run(host, 'exchange.import', path, matchNames)).plan;
}

async function run(host: TestHost, operation: 'exchange.plan' | 'exchange.import', path: string, matchNames: boolean) {
  const { grant } = host.host.grants.issue(path);
  const job = await host.end(operation, { sources: [{ grant }], matchNames });
  if (job.state === 'failed') throw Refusal.of(job.error as OperationError);
  return job.result as { plan: PlannedImport };
}

/** An archive of these files in a temporary folder of the host. */
export function projectFile(host: TestHost, files: Record<string, string | Uint8Array>, name = 'project.qdpx'): string {
  const path = join(host.folder, name);
  const packed: Zippable = Object.fromEntries(
    Object.entries(files).map(([inside, content]) => [
      inside,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );
  writeFileSync(path, zipSync(packed));
  return path;
}

export function filesIn(archive: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([name, content]) => [name, Buffer.from(content).toString('utf8')]),
  );
}
