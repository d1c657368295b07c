export type Lock = {
  packages?: Record<
    string,
    {
      version?: string;
      optional?: boolean;
      devOptional?: boolean;
    }
  >;
};
/**
 * Whether npm's record of what it installed has every package of the lock file in the same version. Optional packages
 * may be missing: they belong to other platforms.
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 * @returns {boolean}
 */
export declare function hasAllOfLock(lock: Lock, installed: Lock): boolean;
/**
 * Whether node_modules is what the lock file asks for. An installation made by hand counts, when it is complete.
 * @param {string} root
 * @returns {boolean}
 */
export declare function isInstalled(root: string): boolean;
/**
 * One sentence that says what to do about a failed installation.
 * @param {string} output what npm printed
 * @param {boolean} timedOut
 * @returns {string}
 */
export declare function installAdvice(output: string, timedOut: boolean): string;
/**
 * Installs from the lock file. The caller holds the set-up lock.
 * @param {string} root
 * @returns {Promise<string | null>} null, or one sentence that says what to do
 */
export declare function install(root: string): Promise<string | null>;
