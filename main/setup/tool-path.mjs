import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The script behind a package's command, to be run by a Node of our choosing on every system alike.
 * @param {string} root
 * @param {string} packageName
 * @param {string} command
 * @returns {string}
 */
export function toolPath(root, packageName, command) {
  const home = join(root, 'node_modules', packageName);
  /** @type {{ bin?: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const path = typeof bin === 'string' ? bin : bin?.[command];
  if (!path) throw new Error(`${packageName} has no command ${command}`);
  return join(home, path);
}
