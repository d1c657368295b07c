import { type CommandId, commandIds, commands, type Scope } from '#domain/commands/command-list.ts';
import type { Keymap } from '#domain/commands/keymap.ts';
import type { zhHant } from '#domain/languages/interface/zh-hant.ts';
import { shownKey } from '../commands/keymap.ts';

/** A line that several commands share, by its name in the catalogues. */
export type RowName = keyof typeof zhHant.commands.rows;

export interface HelpRow {
  /** Of its first command. */
  id: CommandId;
  row: RowName | null;
  /** As they are shown. */
  keys: string[];
}

/** In the order of what is done with them. */
const scopes: readonly Scope[] = ['selection', 'text', 'annotation', 'picker', 'review', 'window'];

/** The keys that hold now, by where they do; what has none is left out. */
export function helpGroups(keymap: Keymap): { scope: Scope; rows: HelpRow[] }[] {
  return scopes.map((scope) => ({
    scope,
    rows: rowsOf(
      commandIds.filter((id) => commands[id].in[0] === scope),
      keymap,
    ),
  }));
}

function rowsOf(ids: readonly CommandId[], keymap: Keymap): HelpRow[] {
  const rows: HelpRow[] = [];
  for (const id of ids) {
    const row = (commands[id].row ?? null) as RowName | null;
    const keys = keymap.keysOf(id).map(shownKey);
    const shared = row === null ? undefined : rows.find((each) => each.row === row);
    if (shared === undefined) rows.push({ id, row, keys });
    else shared.keys.push(...keys);
  }
  return rows.filter(({ keys }) => keys.length > 0).map((each) => ({ ...each, keys: inOne(each.keys) }));
}

/** `1` to `9` in one. */
function inOne(keys: string[]): string[] {
  return keys.join('') === '123456789' ? ['1–9'] : keys;
}
