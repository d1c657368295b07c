import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Hosted extends AsyncDisposable {
  address: string;
  /** For the folder to import, where one was given. */
  grant: string | null;
}

/** A browser host of its own process and data folder, with a coder and an empty corpus. */
export async function hosted(folder: string | null): Promise<Hosted> {
  const data = await mkdtemp(join(tmpdir(), 'bench-'));
  const args = [join(import.meta.dirname, 'bench-host.ts'), data, ...(folder === null ? [] : [folder])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const { address, grant } = JSON.parse(await firstLine(child)) as { address: string; grant: string | null };
  return {
    address,
    grant,
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

export async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new TypeError('its output goes elsewhere');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the program ended without a word');
}
