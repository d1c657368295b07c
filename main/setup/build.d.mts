/**
 * Changes when a file that goes into the build is added, removed or written (by size and time of change).
 * @param {string} root
 * @returns {string}
 */
export declare function sourceFingerprint(root: string): string;
/**
 * @param {string} root
 * @returns {boolean}
 */
export declare function isBuilt(root: string): boolean;
/**
 * Builds into out/. The caller holds the set-up lock.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>} null, or what the build printed and one sentence
 */
export declare function build(root: string, node: string, env: NodeJS.ProcessEnv): Promise<string | null>;
