import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/workbench.ts';
import { words } from './words.ts';

/** Opens the program's menu and takes an entry of it. */
export async function chooseInMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: words.shell.programMenu, exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

export async function openSettings(page: Page): Promise<Locator> {
  await chooseInMenu(page, words.settings.title);
  const dialog = page.getByRole('dialog', { name: words.settings.title });
  await expect(dialog).toBeVisible();
  return dialog;
}

export async function openBackups(page: Page): Promise<Locator> {
  await chooseInMenu(page, words.backups.title);
  const dialog = page.getByRole('dialog', { name: words.backups.title });
  await expect(dialog).toBeVisible();
  return dialog;
}

export async function openReport(page: Page): Promise<Locator> {
  await page.getByRole('article').getByRole('button', { name: words.library.exportReport }).click();
  const dialog = page.getByRole('dialog', { name: words.report.title });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Takes one of the choices of a group that shows all of them. */
export async function chooseOne(scope: Locator | Page, group: string, choice: string): Promise<void> {
  const choices = scope.getByRole('radiogroup', { name: group });
  await choices.getByText(choice, { exact: true }).click();
  await expect(choices.getByRole('radio', { name: choice })).toBeChecked();
}

/** The annotations of the open article, in the order of the text. */
export function annotationRows(page: Page): Locator {
  return page.getByRole('list', { name: words.annotations.list }).getByRole('listitem');
}

/** The row of the annotation with this quote. */
export function annotationRow(page: Page, quote: string): Locator {
  return annotationRows(page).filter({ has: page.locator('.annotation-quote', { hasText: quote }) });
}
