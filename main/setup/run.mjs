import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * @typedef {object} Outcome
 * @property {number} status exit status as a shell would give it: 128 + number for a signal, 127 when it could not be started
 * @property {string | null} signal
 * @property {string} output what was captured of stdout and stderr
 * @property {boolean} timedOut
 */

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} Place */

/**
 * @param {number | null} code
 * @param {string | null} signal
 * @returns {number}
 */
function statusOf(code, signal) {
  if (signal === null) return code ?? 1;
  const number = Object.entries(constants.signals).find(([name]) => name === signal)?.[1] ?? 0;
  return 128 + number;
}

/**
 * Runs a command in the background of a set-up step; its stdin is empty.
 * @param {string} command
 * @param {string[]} args
 * @param {Place & { milliseconds?: number, show?: boolean }} [options] `show`: output goes to the terminal, nothing is captured
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { milliseconds, show = false, ...place } = {}) {
  return new Promise((done) => {
    let output = '';
    let timedOut = false;
    const child = spawn(command, args, {
      ...place,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const timer =
      milliseconds === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
            // A grandchild may hold the pipes open after its parent is gone.
            child.stdout?.destroy();
            child.stderr?.destroy();
          }, milliseconds);
    child.on('error', (error) => {
      clearTimeout(timer);
      done({ status: 127, signal: null, output: output + error.message, timedOut });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ status: statusOf(code, signal), signal, output, timedOut });
    });
  });
}

/** What a program wrote to stderr is kept, up to this many characters, to tell why it could not start. */
const KEPT_CHARACTERS = 16_384;

/** Who started us, and how often we look whether it is still there. */
const PARENT = process.ppid;
const PARENT_MILLISECONDS = 500;

/**
 * Calls back when the process that started us is gone. npm runs a script through a shell that does not pass signals on:
 * who ends npm would leave the program running. Without npm, a program may well outlive its shell.
 * @param {() => void} onGone
 * @returns {() => void} stops watching
 */
function watchParent(onGone) {
  if (!process.env['npm_lifecycle_event']) return () => {};
  const timer = setInterval(() => {
    if (process.ppid === PARENT) return;
    clearInterval(timer);
    onGone();
  }, PARENT_MILLISECONDS);
  return () => clearInterval(timer);
}

/**
 * Runs a program in the foreground: the terminal is its own, signals are passed on.
 * @param {string} command
 * @param {string[]} args
 * @param {Place & { watchErrors?: boolean }} [options] `watchErrors`: stderr is shown and also kept in `output`
 * @returns {Promise<Outcome & { milliseconds: number, stopped: boolean }>} `stopped`: it ended after a signal sent to us
 */
export function runInForeground(command, args, { watchErrors = false, ...place } = {}) {
  return new Promise((done) => {
    const began = performance.now();
    let output = '';
    let stopped = false;
    const child = spawn(command, args, { ...place, stdio: ['inherit', 'inherit', watchErrors ? 'pipe' : 'inherit'] });
    child.stderr?.on('data', (bytes) => {
      process.stderr.write(bytes);
      if (output.length < KEPT_CHARACTERS) output += String(bytes);
    });
    // Ctrl-C in a terminal reaches the whole process group: passing it on would deliver it twice.
    const atTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const listeners = signals.map((signal) => {
      const listener = () => {
        stopped = true;
        if (signal !== 'SIGINT' || !atTerminal) child.kill(signal);
      };
      process.on(signal, listener);
      return { signal, listener };
    });
    const unwatchParent = watchParent(() => {
      stopped = true;
      child.kill('SIGTERM');
    });
    /** @param {number} status @param {string | null} signal */
    const finish = (status, signal) => {
      unwatchParent();
      for (const { signal: name, listener } of listeners) process.off(name, listener);
      done({ status, signal, output, timedOut: false, milliseconds: performance.now() - began, stopped });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127, null);
    });
    child.on('close', (code, signal) => finish(statusOf(code, signal), signal));
  });
}
