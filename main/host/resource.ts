import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a file in `resources`, found from wherever this code runs: source, built, or packaged. */
export function resource(name: string): string {
  return join(projectRoot(), 'resources', name);
}

/** The folder that holds `package.json`, `resources` and the built program. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'resources')) || !existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('the resources of the program are missing');
    folder = above;
  }
  return folder;
}
