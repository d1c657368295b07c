import type { Category, Codebook } from '#domain/contract/codebook.ts';
import type { Input, NamesOfKind } from '#domain/contract/index.ts';
import { v7 as uuidv7 } from 'uuid';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { save } from '../app/saves.ts';
import { undoOffer } from '../history/mutations.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import { chosenCategory } from './chosen-category.ts';
import { stepInTree, type TreeMove } from './move-in-tree.ts';

let turn: Promise<unknown> = Promise.resolve();

/** One after the other, since each goes on from what the one before made (null: then there is nothing to do); answers whether it was done. */
function change<Name extends NamesOfKind<'write'>>(name: Name, input: () => Input<Name> | null): Promise<boolean> {
  const work = turn.then(async () => {
    try {
      const wanted = input();
      if (wanted === null) return false;
      await save(name, wanted);
      // What a category is bears on texts, lists and counts alike.
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      return true;
    } catch (thrown) {
      alertFailure(thrown);
      return false;
    }
  });
  turn = work;
  return work;
}

/** A step of a category in its tree, as that is when the step's turn comes. */
export function stepCategory(category: Category, move: TreeMove): void {
  void change('category.move', () => {
    const books = queryClient.getQueryData<Codebook[]>(keys.codebooks) ?? [];
    const categories = books.find(({ id }) => id === category.codebookId)?.categories ?? [];
    const now = categories.find(({ id }) => id === category.id);
    const place = now === undefined ? null : stepInTree(categories, now, move);
    return now === undefined || place === null ? null : { id: now.id, version: now.version, ...place };
  });
}

/** The version that a category has by now. */
function present(category: Category): { id: string; version: number } {
  const books = queryClient.getQueryData<Codebook[]>(keys.codebooks) ?? [];
  const found = books.flatMap(({ categories }) => categories).find(({ id }) => id === category.id);
  return { id: category.id, version: found?.version ?? category.version };
}

export async function addCategory(codebookId: string, parentId: string | null, title: string): Promise<void> {
  const id = uuidv7();
  if (await change('category.create', () => ({ id, codebookId, parentId, title }))) chosenCategory.set(id);
}

export function updateCategory(category: Category, values: Omit<Input<'category.update'>, 'id' | 'version'>): void {
  void change('category.update', () => ({ ...present(category), ...values }));
}

export function moveCategory(category: Category, parentId: string | null, beforeId: string | null): void {
  void change('category.move', () => ({ ...present(category), parentId, beforeId }));
}

export async function mergeCategory(category: Category, intoId: string): Promise<void> {
  if (!(await change('category.merge', () => ({ ...present(category), intoId })))) return;
  chosenCategory.set(intoId);
  notify('quiet', t('codebooks.merged'), undoOffer());
}

export async function splitCategory(category: Category, into: Input<'category.split'>['into']): Promise<void> {
  if (await change('category.split', () => ({ ...present(category), into })))
    notify('quiet', t('codebooks.splitDone', { count: into.length }), undoOffer());
}

export async function removeCategory(category: Category): Promise<void> {
  if (!(await change('category.remove', () => present(category)))) return;
  chosenCategory.set(category.parentId);
  notify('quiet', t('codebooks.removed'), undoOffer());
}

export async function confirmLinks(linkIds: string[]): Promise<void> {
  if (await change('link.confirm', () => ({ linkIds })))
    notify('quiet', t('codebooks.confirmed', { count: linkIds.length }), undoOffer());
}

export async function createCodebook(name: string, description: string): Promise<string | null> {
  const id = uuidv7();
  return (await change('codebook.create', () => ({ id, name, description }))) ? id : null;
}

export function updateCodebook(input: Input<'codebook.update'>): void {
  void change('codebook.update', () => input);
}

export async function removeCodebook(input: Input<'codebook.remove'>): Promise<void> {
  if (await change('codebook.remove', () => input)) notify('quiet', t('codebooks.bookRemoved'), undoOffer());
}

export function setCodingRules(rules: Input<'codingRules.set'>): void {
  void change('codingRules.set', () => rules);
}
