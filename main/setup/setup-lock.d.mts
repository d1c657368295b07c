/**
 * Whether the holder of a lock is gone.
 * @param {{ text: string, age: number }} holder `text` is "PID HOST", `age` in milliseconds since its last heartbeat
 * @param {string} host this machine
 * @param {(pid: number) => boolean} alive
 * @returns {boolean}
 */
export declare function isLeftBehind(
  holder: {
    text: string;
    age: number;
  },
  host: string,
  alive: (pid: number) => boolean,
): boolean;
/**
 * Runs an action while no other process runs one under the same lock file.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} action
 * @param {() => void} [onWait] called once when another process has held the lock for a second
 * @returns {Promise<T>}
 */
export declare function withSetupLock<T>(path: string, action: () => Promise<T>, onWait?: () => void): Promise<T>;
