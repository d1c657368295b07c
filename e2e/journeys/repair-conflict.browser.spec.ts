import { expect, test } from '../fixtures/workbench.ts';
import { importArticle, makeCorpus, openArticle } from '../steps/corpus.ts';
import { words } from '../steps/words.ts';

const { repairs } = words;

test('a decision about a text that was changed elsewhere is refused with a sentence, and can be made again', async ({
  workbench,
}) => {
  const page = await workbench.start();
  await makeCorpus(workbench);
  // This window hears of nothing that others do.
  await page.route('**/events', (route) => route.abort());
  await page.reload();
  const { id: articleId } = await importArticle(workbench, { sample: 'shanxi' }, 'certain');
  await page.reload();
  await openArticle(workbench, { id: articleId });
  await page.keyboard.press('m');
  const list = page.getByRole('listbox', { name: repairs.list });
  await expect(list).toBeFocused();

  const { revisionId, repairs: found } = await workbench.ask('repair.list', { articleId });
  const last = found.findLast(({ decision }) => decision === 'accepted');
  const decisions = [{ id: last?.id ?? '', decision: 'refused' as const }];
  await workbench.ask('repair.decide', { articleId, revisionId, decisions });

  await page.keyboard.press('a');
  await expect(page.getByRole('alert').filter({ hasText: repairs.changedMeanwhile })).toBeVisible();
  await expect(page.getByTestId('saved-state')).toHaveAttribute('data-state', 'failed');
  await expect(list.getByRole('option', { selected: true })).toContainText(repairs.decisions.open);
  await page.keyboard.press('a');
  await expect(page.getByTestId('saved-state')).toHaveAttribute('data-state', 'saved');
  const { repairs: counts } = await workbench.ask('article.get', { articleId });
  expect(counts).toEqual({ applied: 274, open: 108 });
});
