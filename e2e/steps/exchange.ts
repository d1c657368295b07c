import type { Locator } from '@playwright/test';
import { expect, type Workbench } from '../fixtures/workbench.ts';
import { chooseInMenu } from './shell.ts';
import { words } from './words.ts';

/** ms; a compute worker has to start first, which takes a while on a machine that is busy. */
export const PATIENCE = { timeout: 45_000 };

export async function openExchange({ page }: Workbench): Promise<Locator> {
  await chooseInMenu(page, words.exchange.title);
  const dialog = page.getByRole('dialog', { name: words.exchange.title });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Exports by the dialog and gives the path of the file. */
export async function exportAs(
  workbench: Workbench,
  format: keyof typeof words.exchange.formats,
  name: string,
): Promise<string> {
  const dialog = await openExchange(workbench);
  await dialog.getByText(words.exchange.formats[format], { exact: true }).click();
  const button = dialog.getByRole('button', { name: words.exchange.export });
  await expect(button).toBeEnabled(PATIENCE);
  return await workbench.running.saveNextFile(workbench.path(name), async () => {
    await button.click();
  });
}

/** Has a file read by the dialog, up to where it says what would come in. */
export async function readIn(workbench: Workbench, file: string): Promise<Locator> {
  const dialog = await openExchange(workbench);
  await dialog.getByText(words.exchange.in, { exact: true }).click();
  await workbench.running.chooseFiles([file], async () => {
    await dialog.getByRole('button', { name: words.exchange.choose }).click();
  });
  const read = dialog.getByRole('region', { name: words.exchange.comesIn }).or(dialog.getByRole('alert'));
  await expect(read).toBeVisible(PATIENCE);
  return dialog;
}
