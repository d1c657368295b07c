/**
 * @param {string} root
 * @returns {string | null}
 */
export declare function findPinnedNode(root: string): string | null;
/**
 * The Node that everything which loads SQLite runs on.
 * @param {string} root
 * @param {{ execPath: string, nodeApi: number }} running
 * @returns {{ ok: true, node: string } | { ok: false, reason: string }}
 */
export declare function resolveNode(
  root: string,
  running?: {
    execPath: string;
    nodeApi: number;
  },
):
  | {
      ok: true;
      node: string;
    }
  | {
      ok: false;
      reason: string;
    };
/**
 * The environment for programs started on that Node: `node` and the tools of node_modules come first.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export declare function environmentFor(root: string, node: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
