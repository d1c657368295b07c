import { v7 as uuidv7 } from 'uuid';
import { storedAnnotations } from '../fixtures/corpus-file.ts';
import { expect, test, Workbench } from '../fixtures/workbench.ts';
import { CODER, openArticle, sampleText, startWithArticle } from '../steps/corpus.ts';
import { categoryId, filterTo, pickerOf } from '../steps/picker.ts';
import { offsetOf, readerOf, selectByMouse } from '../steps/reader.ts';
import { annotationRow, annotationRows } from '../steps/shell.ts';

test('an annotation made by the command line appears in the open window by itself', async ({ workbench }) => {
  const { article, corpusFile } = await startWithArticle(workbench);
  // After a new start nothing has been written yet: a window that only reads has to notice as well.
  const page = await workbench.restart();
  await openArticle(workbench, article);
  await expect(annotationRows(page)).toHaveCount(0);
  const exact = '為國家安全厚植社會土壤';
  const start = offsetOf(sampleText, exact);
  const input = {
    id: uuidv7(),
    articleId: article.id,
    revisionId: article.revisionId,
    span: { start, end: start + exact.length },
    exact,
    note: '命令列寫的',
    links: [{ id: uuidv7(), categoryId: categoryId('13·50'), relation: 'verbatim' }],
  };
  const made = await workbench.cli(
    '--corpus',
    corpusFile,
    '--json',
    'call',
    'annotation.create',
    JSON.stringify(input),
  );
  expect(made.status, made.errors + made.output).toBe(0);
  await expect(annotationRow(page, exact)).toContainText('命令列寫的');
  await annotationRow(page, exact).getByRole('button').first().click();
  await expect(readerOf(page).locator(`[data-ids="${input.id}"]`)).toHaveText(exact);

  const again = await workbench.cli(
    '--corpus',
    corpusFile,
    '--json',
    'call',
    'annotation.create',
    JSON.stringify(input),
  );
  expect(again.status).toBe(1);
  expect(JSON.parse(again.output)).toMatchObject({
    ok: false,
    error: { code: 'conflict', details: { reason: 'id-taken' } },
  });
  expect(storedAnnotations(corpusFile)).toHaveLength(1);
});

test('two windows on one corpus: each sees what the other has saved', async ({ workbench }) => {
  const { article, corpusFile } = await startWithArticle(workbench);
  const other = new Workbench(workbench.host);
  try {
    await other.start();
    await other.ask('coder.identify', { id: uuidv7(), name: '第二人' });
    await other.close();
    await other.start(corpusFile);
    await openArticle(other, article);
    const annotate = async (at: Workbench, quote: string) => {
      await selectByMouse(at.page, quote);
      await at.page.keyboard.press('Enter');
      await filterTo(pickerOf(at.page), '52', '13·52');
      await at.page.keyboard.press('Enter');
    };
    await annotate(workbench, '不斷提升社會治理效能');
    await expect.poll(() => storedAnnotations(corpusFile)).toHaveLength(1);
    await expect(annotationRow(other.page, '不斷提升社會治理效能')).toBeVisible();
    await annotate(other, '營造有利于發(fā)展的安全');
    await expect(annotationRow(workbench.page, '營造有利于發(fā)展的安全')).toBeVisible();
    expect(
      storedAnnotations(corpusFile)
        .map(({ coder }) => coder)
        .toSorted(),
    ).toEqual([CODER, '第二人'].toSorted());
    expect(other.faults).toEqual([]);
  } finally {
    await other.close();
    other.remove();
  }
});
