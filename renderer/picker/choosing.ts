import { v7 as uuidv7 } from 'uuid';
import type { CommandId } from '#domain/commands/command-list.ts';
import type { Relation } from '#domain/contract/values.ts';
import type { ChosenCategory } from './picker-state.ts';

/** Null, not yet said, comes first. */
export const relations: readonly (Relation | null)[] = [null, 'verbatim', 'adapted', 'local', 'mention'];

export type Chosen = readonly ChosenCategory[];

export function isChosen(chosen: Chosen, categoryId: string): boolean {
  return chosen.some((each) => each.categoryId === categoryId);
}

export function add(
  chosen: Chosen,
  categoryId: string,
  relation: Relation | null = null,
  suggestion?: ChosenCategory['suggestion'],
): Chosen {
  if (isChosen(chosen, categoryId)) return chosen;
  return [...chosen, { linkId: uuidv7(), categoryId, relation, ...(suggestion === undefined ? {} : { suggestion }) }];
}

export function toggle(chosen: Chosen, categoryId: string): Chosen {
  if (!isChosen(chosen, categoryId)) return add(chosen, categoryId);
  return chosen.filter((each) => each.categoryId !== categoryId);
}

export function relate(chosen: Chosen, categoryId: string, relation: Relation | null): Chosen {
  return chosen.map((each) => (each.categoryId === categoryId ? { ...each, relation } : each));
}

/** Turns the relation of the category chosen last one step on, or back. */
export function cycleLast(chosen: Chosen, step: 1 | -1): Chosen {
  const last = chosen.at(-1);
  if (last === undefined) return chosen;
  const next = (relations.indexOf(last.relation) + step + relations.length) % relations.length;
  return relate(chosen, last.categoryId, relations[next] ?? null);
}

const relationOfCommand: Readonly<Partial<Record<CommandId, Relation | null>>> = {
  relationVerbatim: 'verbatim',
  relationAdapted: 'adapted',
  relationLocal: 'local',
  relationMention: 'mention',
  relationNone: null,
};

/** The relation that a command sets; undefined for any other command. */
export function relationOf(id: CommandId | undefined): Relation | null | undefined {
  return id === undefined ? undefined : relationOfCommand[id];
}
