import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { CommandId } from '#domain/commands/command-list.ts';

export interface Handler {
  /** Whether it could be carried out now; without it, it always can. Must not change anything. */
  applies?: () => boolean;
  /** `extend`: a motion that stretches the selection. False when there was nothing to do after all. */
  run: (how: { extend: boolean }) => unknown;
}

export type Handlers = Partial<Record<CommandId, Handler | (() => unknown)>>;

/** What is on screen, the last to come at the end. */
const layers: RefObject<Handlers>[] = [];

/**
 * Carries commands out for as long as the component is on screen and `active`; before those that were on screen, or became
 * active, earlier.
 */
export function useHandlers(handlers: Handlers, active = true): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useLayoutEffect(() => {
    if (!active) return undefined;
    layers.push(latest);
    return () => {
      layers.splice(layers.indexOf(latest), 1);
    };
  }, [active]);
}

function findHandler(id: CommandId): Handler | null {
  const found = layers.findLast(({ current }) => current[id] !== undefined)?.current[id];
  if (found === undefined) return null;
  return typeof found === 'function' ? { run: found } : found;
}

export function appliesNow(id: CommandId): boolean {
  const handler = findHandler(id);
  return handler !== null && (handler.applies?.() ?? true);
}

/** Carries a command out; false when it does not apply now. */
export function runCommand(id: CommandId, extend = false): boolean {
  const handler = findHandler(id);
  if (handler === null || handler.applies?.() === false) return false;
  return handler.run({ extend }) !== false;
}
