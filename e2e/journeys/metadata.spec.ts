import { expect, test } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { importArticle, openArticle, startWithArticle } from '../steps/corpus.ts';
import {
  concludedValue,
  controlOf,
  fieldOf,
  knownOf,
  metadataPanel,
  openMetadata,
  tokensOf,
} from '../steps/metadata.ts';
import { readerOf } from '../steps/reader.ts';
import { say, words } from '../steps/words.ts';

const REPORTERS = ['楊文俊', '李煉', '郭寧', '孟婷', '張毅', '杜春春', '鄭璐', '李強'];
const evidence = words.metadata.evidence;
const quoted = (quote: string) => say(evidence.quote, { quote });

test('what was found of an article says from which words; it is confirmed, changed, taken back and undone', async ({
  workbench,
}) => {
  const { article } = await startWithArticle(workbench, { sample: 'shanxi' }, 'certain');
  const { page } = workbench;
  const known = () => knownOf(workbench, article.id);

  await test.step('the head says what was concluded, and from what', async () => {
    const concluded = concludedValue(page, '山西');
    await expect(concluded.first()).toContainText(say(words.metadata.concludedFrom, { quotes: quoted('我省') }));
    await readerOf(page).focus();
    await concluded.first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('tooltip')).toContainText(quoted('我省'));
    await page.keyboard.press('Enter');
    await expect(controlOf(metadataPanel(page), 'outletProvince')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(metadataPanel(page)).toBeHidden();
    await expect(readerOf(page)).toBeFocused();
  });

  const panel = await openMetadata(page);
  await test.step('reporters and editor are stated, title and date are unknown and stay so', async () => {
    await expect(controlOf(panel, 'title')).toHaveValue('');
    await expect(controlOf(panel, 'publishedOn')).toHaveValue('');
    await expect(tokensOf(panel, 'reporters')).toHaveText(REPORTERS);
    await expect(fieldOf(panel, 'reporters')).toContainText(evidence.stated.text);
    await expect(controlOf(panel, 'editor')).toHaveValue('盧相汀');
    await expect(fieldOf(panel, 'editor')).toContainText(quoted('盧相汀'));
    await expect(panel.getByRole('status')).toHaveText(say(words.metadata.waiting_other, { count: 2 }));
    expect(await barriers(page), 'the panel').toEqual([]);
  });

  await test.step('the words are shown in the text, which stays in sight', async () => {
    await fieldOf(panel, 'editor')
      .getByRole('button', { name: say(evidence.show, { quote: '盧相汀' }) })
      .click();
    await expect(readerOf(page).getByText('盧相汀')).toBeInViewport();
    await tokensOf(panel, 'reporters').first().getByRole('button').first().click();
    await expect(readerOf(page).getByText('楊文俊')).toBeInViewport();
    // What is only concluded brings its words into view by itself.
    await controlOf(panel, 'outletProvince').focus();
    await expect(readerOf(page).getByText('我省廣大黨員')).toBeInViewport();
  });

  await test.step('Enter confirms and goes on; undo takes it back', async () => {
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await known()).unconfirmed).toEqual(['places']);
    await expect(controlOf(panel, 'places')).toBeFocused();
    await expect(fieldOf(panel, 'outletProvince')).toContainText(evidence.confirmed);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await known()).unconfirmed).toEqual(['outletProvince', 'places']);
    await openMetadata(page);
  });

  await test.step('another province is chosen from the gazetteer, and the proposal taken back', async () => {
    await controlOf(panel, 'outletProvince').fill('hebei');
    await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['河北']);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await known()).outletProvince).toBe('河北');
    await expect(fieldOf(panel, 'outletProvince')).toContainText(evidence.byHand);
    await expect(concludedValue(page, '河北')).toHaveCount(0);
    await fieldOf(panel, 'outletProvince')
      .getByRole('button', { name: say(evidence.take, { value: '山西' }) })
      .click();
    await expect.poll(async () => (await known()).outletProvince).toBe('山西');
    await expect(controlOf(panel, 'outletProvince')).toHaveValue('山西');
    expect((await known()).unconfirmed).toEqual(['places']);
  });

  await test.step('places: one taken away and back, one added', async () => {
    await controlOf(panel, 'places').focus();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await expect(tokensOf(panel, 'places')).toHaveText(['山西', '大同', '晉城', '臨汾']);
    await controlOf(panel, 'places').fill('忻州');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await known()).places).toEqual(['山西', '大同', '晉城', '臨汾', '忻州']);
    await fieldOf(panel, 'places')
      .getByRole('button', { name: say(evidence.take, { value: '平城區' }) })
      .click();
    await expect.poll(async () => (await known()).places).toEqual(['山西', '大同', '晉城', '臨汾', '平城區', '忻州']);
    await expect(fieldOf(panel, 'places')).toContainText(say(evidence.addedByHand, { items: '忻州' }));
  });

  await test.step('a date is kept as precisely as it is written', async () => {
    const date = controlOf(panel, 'publishedOn');
    await date.fill('去年八月');
    await page.keyboard.press('Enter');
    await expect(fieldOf(panel, 'publishedOn').getByRole('alert')).toHaveText(words.metadata.dateWrong);
    await date.fill('2024年8月');
    await expect(fieldOf(panel, 'publishedOn')).toContainText(words.metadata.precision.month);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await known()).publishedOn).toBe('2024-08');
    await date.fill('');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await known()).publishedOn).toBeNull();
  });

  await test.step('everything is undone, one step after the other', async () => {
    await page.keyboard.press('Escape');
    await readerOf(page).focus();
    for (let step = 0; step < 7; step++) await page.keyboard.press('Control+z');
    await expect.poll(async () => (await known()).unconfirmed).toEqual(['outletProvince', 'places']);
    expect(await known()).toMatchObject({ outletProvince: '山西', publishedOn: null });
  });
});

test('names follow the script of the interface and are kept in one; the panel goes along from article to article', async ({
  workbench,
}) => {
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  const other = await importArticle(workbench, { text: '題目\n各地抓緊落實改革任務。', name: 'other.txt' });
  await expect(page.locator(`[data-article-id="${other.id}"] a`)).toBeVisible();
  await openArticle(workbench, article);
  const panel = await openMetadata(page);
  await panel.getByRole('button', { name: words.metadata.confirmAll }).click();
  await expect.poll(async () => (await knownOf(workbench, article.id)).unconfirmed).toEqual([]);
  await controlOf(panel, 'reporters').fill('王五，李四');
  await openArticle(workbench, other);
  // What was written when she left is saved where it belongs.
  await expect
    .poll(async () => (await knownOf(workbench, article.id)).reporters)
    .toEqual([...REPORTERS, '王五', '李四']);
  await expect(controlOf(panel, 'title')).toHaveValue('題目');

  await workbench.ask('preference.set', { language: 'zh-Hans' });
  const inHans = page.locator('.metadata-panel');
  await inHans.locator('#metadata-outletProvince').fill('内蒙');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await knownOf(workbench, other.id)).outletProvince).toBe('內蒙古');
  await expect(inHans.locator('#metadata-outletProvince')).toHaveValue('内蒙古');
  await inHans.locator('#metadata-genre').fill('评');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await knownOf(workbench, other.id)).genre).toBe('評論');
  await expect(page.locator('.article-head')).toContainText('评论');
  await inHans.locator('#metadata-outletProvince').fill('全国');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await knownOf(workbench, other.id)).outletProvince).toBe('全國');
});
