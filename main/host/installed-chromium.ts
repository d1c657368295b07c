import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '#domain/contract/answer.ts';
import type { Printer } from './printer.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'msedge'];
const MILLISECONDS = 180_000;

/** For hosts without a window of their own: prints through the Chromium that the machine has; null when it has none. */
export function installedPrinter(env: NodeJS.ProcessEnv): Printer | null {
  const program = findChromium(env);
  if (program === null) return null;
  return async (file, stop) => {
    const folder = await mkdtemp(join(tmpdir(), 'jianzhu-print-'));
    const made = join(folder, 'page.pdf');
    try {
      const args = [
        '--headless=new',
        '--disable-gpu',
        '--no-first-run',
        '--disable-extensions',
        '--disable-background-networking',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        `--user-data-dir=${join(folder, 'profile')}`,
        // A sandbox cannot be had as root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--no-pdf-header-footer',
        '--generate-pdf-document-outline',
        `--print-to-pdf=${made}`,
        pathToFileURL(file).href,
      ];
      await run(program, args, stop);
      return await readFile(made);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      throw new Refusal('unavailable', 'print-failed', `${program} did not print the report: ${error.message}`, {
        file: program,
      });
    } finally {
      // A browser that is still closing may write into its profile.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

/** Named by the environment, or in the search path. */
export function findChromium(env: NodeJS.ProcessEnv): string | null {
  const named = [env['JIANZHU_CHROMIUM'], env['CHROME_PATH']].find((path) => path !== undefined && isProgram(path));
  if (named !== undefined) return named;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix))).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

function run(program: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { timeout: MILLISECONDS, maxBuffer: 2 ** 24, signal }, (error) =>
      error === null ? resolve() : reject(error),
    );
  });
}
