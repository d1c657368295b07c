import type { Locator, Page } from '@playwright/test';
import type { ArticleMetadata, ArticleRow } from '#domain/contract/article.ts';
import { expect, type Workbench } from '../fixtures/workbench.ts';
import { words } from './words.ts';

export function metadataPanel(page: Page): Locator {
  return page.getByRole('region', { name: words.metadata.title });
}

export async function openMetadata(page: Page): Promise<Locator> {
  await page.getByRole('article').getByRole('button', { name: words.metadata.edit }).click();
  await expect(metadataPanel(page)).toBeVisible();
  return metadataPanel(page);
}

type Name = keyof ArticleMetadata;
const labels = { ...words.metadata, title: words.metadata.articleTitle };

/** Where the value is written or chosen. */
export function controlOf(panel: Locator, name: Name): Locator {
  return panel.getByLabel(labels[name], { exact: true }).and(panel.locator('input, textarea, select'));
}

/** All of a field: its control, its evidence, and what can be done about it. */
export function fieldOf(panel: Locator, name: Name): Locator {
  return panel.locator(`[data-field="${name}"]`);
}

export function tokensOf(panel: Locator, name: 'places' | 'reporters'): Locator {
  return fieldOf(panel, name).getByRole('listitem');
}

/** A value of the article's head that is marked as concluded. */
export function concludedValue(page: Page, value: string): Locator {
  return page.getByRole('article').locator('.article-head').getByRole('button', { name: value });
}

/** What the host knows of an article. */
export async function knownOf(workbench: Workbench, articleId: string): Promise<ArticleRow> {
  const row = (await workbench.ask('article.list', {})).find(({ id }) => id === articleId);
  if (row === undefined) throw new Error('there is no such article');
  return row;
}
