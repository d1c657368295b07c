import { v7 as uuidv7 } from 'uuid';
import { storedIds } from '../fixtures/corpus-file.ts';
import { expect, test } from '../fixtures/workbench.ts';
import { startWithArticle } from '../steps/corpus.ts';
import { categoryId, filterTo, pickerOf } from '../steps/picker.ts';
import { selectByMouse } from '../steps/reader.ts';
import { annotationRow, annotationRows } from '../steps/shell.ts';

const SAVED = 'annotation saved: ';

test('killed while annotations stream in: whatever was shown as saved is there', async ({ workbench }) => {
  const { article, corpusFile } = await startWithArticle(workbench);
  const { page } = workbench;
  const quote = '為國家安全厚植社會土壤';
  await selectByMouse(page, quote);
  await page.keyboard.press('Enter');
  await filterTo(pickerOf(page), '50', '13·50');
  await page.keyboard.press('Enter');
  await expect(annotationRow(page, quote)).toBeVisible();
  await expect(page.getByTestId('saved-state')).toHaveAttribute('data-state', 'saved');

  const saved: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith(SAVED)) saved.push(message.text().slice(SAVED.length));
  });
  const inputs = Array.from({ length: 3000 }, (_each, index) => {
    const start = index % 2000;
    const span = { start, end: start + 1 + (index % 7) };
    return {
      id: uuidv7(),
      articleId: article.id,
      revisionId: article.revisionId,
      span,
      exact: article.text.slice(span.start, span.end),
      links: [{ id: uuidv7(), categoryId: categoryId('13·50'), relation: null }],
    };
  });
  await page.evaluate(
    ([inputs, saved]) => {
      const send = async (input: unknown): Promise<{ ok: boolean }> => {
        if (window.jianzhu !== undefined)
          return (await window.jianzhu.send('annotation.create', input)) as { ok: boolean };
        const body = JSON.stringify({ operation: 'annotation.create', input });
        const response = await fetch('/send', {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
        });
        return (await response.json()) as { ok: boolean };
      };
      const stream = async (own: typeof inputs) => {
        for (const input of own) {
          const { ok } = await send(input);
          if (ok) console.info(`${saved}${input.id}`);
        }
      };
      // Two streams, so that the end always comes upon a write under way; the last ones fail with the host.
      for (const part of [0, 1])
        void stream(inputs.filter((_each, index) => index % 2 === part)).catch(() => undefined);
    },
    [inputs, SAVED] as const,
  );
  await expect.poll(() => saved.length, { intervals: [20] }).toBeGreaterThan(60);
  await workbench.kill();
  expect(saved.length).toBeLessThan(inputs.length);

  const again = await workbench.start();
  const kept = storedIds(corpusFile);
  expect(saved.filter((id) => !kept.has(id))).toEqual([]);
  await expect(annotationRows(again).first()).toBeVisible();
  expect((await workbench.ask('corpus.check', {})).problems).toEqual([]);
  const listed = await workbench.ask('annotation.list', { articleId: article.id });
  expect(listed.map(({ exact }) => exact)).toContain(quote);
});
