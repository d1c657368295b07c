import { join } from 'node:path';
import { isProgram, withSearchPath } from './search-path.mjs';

/** better-sqlite3 is built for this version of Node-API; an older Node crashes when it loads it. */
const NODE_API = 10;

/**
 * @param {string} root
 * @returns {string | null}
 */
export function findPinnedNode(root) {
  const path = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return isProgram(path) ? path : null;
}

/**
 * The Node that everything which loads SQLite runs on.
 * @param {string} root
 * @param {{ execPath: string, nodeApi: number }} running
 * @returns {{ ok: true, node: string } | { ok: false, reason: string }}
 */
export function resolveNode(root, running = { execPath: process.execPath, nodeApi: Number(process.versions['napi']) }) {
  const pinned = findPinnedNode(root);
  if (pinned) return { ok: true, node: pinned };
  if (running.nodeApi >= NODE_API) return { ok: true, node: running.execPath };
  return {
    ok: false,
    reason:
      'The Node 24 that Jianzhu runs on is missing from node_modules: delete node_modules and start again with a network, or install Node 24 yourself.',
  };
}

/**
 * The environment for programs started on that Node: `node` and the tools of node_modules come first.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(root, node, env) {
  return withSearchPath(env, [join(node, '..'), join(root, 'node_modules', '.bin')]);
}
