import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Windows spells the variable `Path`, and a copy of the environment minds the case.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ name: string, folders: string[] }}
 */
function searchPath(env) {
  const name = Object.keys(env).find((key) => key.toLowerCase() === 'path') ?? 'PATH';
  return { name, folders: (env[name] ?? '').split(delimiter).filter((folder) => folder !== '') };
}

/**
 * The environment with folders put in front of the search path.
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} first
 * @returns {NodeJS.ProcessEnv}
 */
export function withSearchPath(env, first) {
  const { name, folders } = searchPath(env);
  return { ...env, [name]: [...first, ...folders.filter((folder) => !first.includes(folder))].join(delimiter) };
}

/**
 * The first of some program names in the search path, leaving out what packages put into node_modules.
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} names
 * @returns {string | null}
 */
export function findProgram(env, names) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = searchPath(env).folders.filter((folder) => !folder.split(sep).includes('node_modules'));
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name + suffix);
      if (isProgram(path)) return path;
    }
  }
  return null;
}
