import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { annotateQuote, startWithArticle } from '../steps/corpus.ts';
import { readerOf } from '../steps/reader.ts';
import { annotationRow } from '../steps/shell.ts';
import { say, words } from '../steps/words.ts';

const text = words.trail;
const tab = (page: Page, name: string) => page.getByRole('radiogroup', { name: text.title }).getByText(name);

test('the trail is filtered and opened; what lies in the bin is taken out, or deleted but for what a state keeps', async ({
  workbench,
}) => {
  const { article } = await startWithArticle(workbench, { sample: 'shanxi' }, 'all');
  const { page } = workbench;
  const early = await annotateQuote(workbench, article, '國家安全體系');
  const late = await annotateQuote(workbench, article, '社會治理體系');
  await workbench.ask('annotation.remove', { id: early.id, version: early.version });

  await page.getByRole('button', { name: say(words.shell.corpusMenu, { name: '晉省語料' }) }).click();
  await page.getByRole('menuitem', { name: text.open }).click();
  const trail = page.getByRole('region', { name: text.tabs.trail });
  const removal = trail.getByRole('button', { name: words.history.operations['annotation.remove'] });
  await expect(removal).toContainText('國家安全體系');
  await removal.click();
  await expect(trail).toContainText(say(text.did.removed, { what: text.things.annotations, shown: '1' }));
  await trail.getByRole('textbox', { name: text.words }).fill('社會治理');
  await expect(removal).toBeHidden();
  await trail.getByRole('combobox', { name: text.what }).selectOption('annotation.remove');
  await expect(page.getByText(text.none)).toBeVisible();

  // The present state gets a name; what is removed afterwards is kept for it.
  await tab(page, text.tabs.states).click();
  await page.getByRole('textbox', { name: text.stateName }).fill('投稿時');
  await page.getByRole('button', { name: text.nameNow }).click();
  await expect(page.getByRole('region', { name: text.tabs.states }).getByRole('listitem')).toContainText('投稿時');
  await workbench.ask('annotation.remove', { id: late.id, version: late.version });

  await tab(page, text.tabs.bin).click();
  const bin = page.getByRole('region', { name: text.tabs.bin });
  await expect(bin.getByRole('listitem')).toHaveCount(2);
  await expect(bin.getByRole('listitem').first()).toContainText(say(text.keptFor, { name: '投稿時' }));
  for (const theme of ['light', 'dark'] as const) {
    await workbench.ask('preference.set', { theme });
    expect(await barriers(page), theme).toEqual([]);
  }
  await bin.getByRole('button', { name: text.empty }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText(say(text.emptyLead_other, { shown: '1' }));
  await expect(asked).toContainText(say(text.emptyKept_other, { shown: '1' }));
  await asked.getByRole('button', { name: text.empty }).click();
  await expect(bin.getByRole('listitem')).toHaveCount(1);
  await bin.getByRole('button', { name: say(text.restoreNamed, { name: '社會治理體系' }) }).click();
  await expect(page.getByText(text.binEmpty)).toBeVisible();
  await page.locator(`[data-article-id="${article.id}"] a`).click();
  await expect(annotationRow(page, '社會治理體系')).toBeVisible();
  expect((await workbench.ask('corpus.check', {})).problems).toEqual([]);
});

test('an article as it was: from the trail to its text and annotations then, step by step, and back to now', async ({
  workbench,
}) => {
  const { article } = await startWithArticle(workbench, { sample: 'shanxi' }, 'all');
  const { page } = workbench;
  const quote = '國家安全體系';
  const start = article.text.indexOf(quote);
  const made = await annotateQuote(workbench, article, quote);
  await workbench.ask('article.correct', {
    articleId: article.id,
    revisionId: article.revisionId,
    changes: [{ start: start + 2, end: start + 4, insert: '安寧' }],
  });
  const { version } = (await workbench.ask('annotation.list', { articleId: article.id }))[0] ?? made;
  await workbench.ask('annotation.remove', { id: made.id, version });

  await page.getByRole('button', { name: say(words.shell.corpusMenu, { name: '晉省語料' }) }).click();
  await page.getByRole('menuitem', { name: text.open }).click();
  const trail = page.getByRole('region', { name: text.tabs.trail });
  await trail.getByRole('button', { name: words.history.operations['annotation.create'] }).click();
  await trail.getByRole('button', { name: words.asOf.open }).click();
  const then = page.getByRole('region', { name: words.asOf.annotations });
  const body = readerOf(page);
  await expect(then.getByRole('listitem')).toHaveCount(1);
  await expect(then).toContainText(quote);
  await expect(body).toContainText(quote);
  for (const theme of ['light', 'dark'] as const) {
    await workbench.ask('preference.set', { theme });
    expect(await barriers(page), theme).toEqual([]);
  }
  await page.getByRole('button', { name: words.asOf.later }).click();
  await expect(then).toContainText('國家安寧體系');
  await expect(body).toContainText('國家安寧體系');
  await page.getByRole('button', { name: words.asOf.later }).click();
  await expect(then).toContainText(words.asOf.none);
  await page.getByRole('button', { name: words.asOf.now }).click();
  await expect(readerOf(page)).toContainText('國家安寧體系');
});
