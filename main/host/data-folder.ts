import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where corpora, preferences and backups live unless the researcher says otherwise; `JIANZHU_DATA` overrides it. */
export function dataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = environment.JIANZHU_DATA;
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (platform === 'win32') return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Jianzhu');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Jianzhu');
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'jianzhu');
}
