import type { Locator, Page } from '@playwright/test';
import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';
import type { Relation, VoiceKind } from '#domain/contract/values.ts';
import { expect } from '../fixtures/workbench.ts';
import { say, words } from './words.ts';

export function pickerOf(page: Page): Locator {
  return page.getByRole('dialog', { name: words.picker.title });
}

export function editorOf(page: Page): Locator {
  return page.getByRole('dialog', { name: words.picker.editTitle });
}

/** A category as the interface names it: `13·51 完善公共安全治理機制`. */
export function categoryName(number: string): string {
  const found = builtinCategories.find((each) => each.number === number);
  if (found === undefined) throw new Error(`no category ${number}`);
  return `${number} ${found.titleHant}`;
}

export function categoryId(number: string): string {
  const found = builtinCategories.find((each) => each.number === number);
  if (found === undefined) throw new Error(`no category ${number}`);
  return found.id;
}

/** Types into the filter of an open picker and expects this category first. */
export async function filterTo(picker: Locator, typed: string, number: string): Promise<void> {
  await picker.getByRole('combobox', { name: words.picker.filter }).fill(typed);
  const first = picker.getByRole('option').first();
  await expect(first).toHaveAttribute('data-category-number', number);
  await expect(first).toHaveAttribute('data-highlighted', 'true');
}

/** Filters, and takes the first category in with Shift+Enter, which keeps the picker open. */
export async function choose(picker: Locator, typed: string, number: string): Promise<void> {
  await filterTo(picker, typed, number);
  await picker.page().keyboard.press('Shift+Enter');
  await expect(chosenRow(picker, number)).toBeVisible();
}

export function chosenRow(picker: Locator, number: string): Locator {
  return picker
    .getByRole('list', { name: words.picker.chosen })
    .getByRole('listitem')
    .filter({ has: picker.page().getByText(number, { exact: true }) });
}

/** Sets the relation of a chosen category by its named choice. */
export async function relate(scope: Locator, number: string, relation: Relation): Promise<void> {
  const group = scope.getByRole('radiogroup', { name: say(words.relation.of, { category: categoryName(number) }) });
  await group.getByText(words.relation[relation], { exact: true }).click();
  await expect(group.getByRole('radio', { name: words.relation[relation] })).toBeChecked();
}

export async function setVoice(scope: Locator, kind: VoiceKind): Promise<void> {
  await scope.getByRole('combobox', { name: words.voice.label }).selectOption({ label: words.voice[kind] });
}
