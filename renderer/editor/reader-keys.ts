import type { CommandId } from '#domain/commands/command-list.ts';
import type { Motion } from './motions.ts';

export type ReaderCommand =
  | { do: 'move'; motion: Motion; extend: boolean }
  | { do: 'select all' }
  | { do: 'grow' }
  | { do: 'shrink' }
  | { do: 'collapse' }
  | { do: 'activate' };

const motions = {
  characterLeft: { by: 'grapheme', direction: -1 },
  characterRight: { by: 'grapheme', direction: 1 },
  clauseLeft: { by: 'clause', direction: -1 },
  clauseRight: { by: 'clause', direction: 1 },
  sentenceLeft: { by: 'sentence', direction: -1 },
  sentenceRight: { by: 'sentence', direction: 1 },
  paragraphUp: { by: 'paragraph', direction: -1 },
  paragraphDown: { by: 'paragraph', direction: 1 },
  annotationPrevious: { by: 'annotation', direction: -1 },
  annotationNext: { by: 'annotation', direction: 1 },
  lineUp: { by: 'line', direction: -1 },
  lineDown: { by: 'line', direction: 1 },
  lineStart: { by: 'line edge', direction: -1 },
  lineEnd: { by: 'line edge', direction: 1 },
  textStart: { by: 'text edge', direction: -1 },
  textEnd: { by: 'text edge', direction: 1 },
  pageUp: { by: 'page', direction: -1 },
  pageDown: { by: 'page', direction: 1 },
} as const satisfies Partial<Record<CommandId, Motion>>;

const others = {
  selectAll: { do: 'select all' },
  grow: { do: 'grow' },
  shrink: { do: 'shrink' },
  unselect: { do: 'collapse' },
  openAnnotation: { do: 'activate' },
} as const satisfies Partial<Record<CommandId, ReaderCommand>>;

export type ReaderCommandId = keyof typeof motions | keyof typeof others;

/** The commands that the reader carries out by itself. */
export const readerCommandIds = [...Object.keys(motions), ...Object.keys(others)] as ReaderCommandId[];

export function readerCommand(id: ReaderCommandId, extend: boolean): ReaderCommand {
  if (id in others) return others[id as keyof typeof others];
  return { do: 'move', motion: motions[id as keyof typeof motions], extend };
}
