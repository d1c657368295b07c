import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';
import type { Annotation } from '#domain/contract/annotation.ts';
import { expect, test } from '../fixtures/workbench.ts';
import { barriers } from '../steps/barriers.ts';
import { importArticle, startWithArticle } from '../steps/corpus.ts';
import {
  caretTo,
  codeByPlan,
  type Hands,
  inputMethodHands,
  plainHands,
  selectByPlan,
  spanOfStep,
} from '../steps/keyboard.ts';
import { keyboardPlan, type KeyboardStep } from '../steps/keyboard-plan.ts';
import { filterTo, pickerOf } from '../steps/picker.ts';
import { annotateButton, readerOf, selectByKeyboard } from '../steps/reader.ts';
import { chooseOne, openSettings } from '../steps/shell.ts';
import { say, words } from '../steps/words.ts';

const numberOf = (id: string) => builtinCategories.find((each) => each.id === id)?.number ?? id;

function stored({ exact, start, end, note, voice, status, links }: Annotation) {
  return {
    exact,
    start,
    end,
    note,
    voice: voice?.kind ?? null,
    status,
    links: links.map(({ categoryId, relation }) => [numberOf(categoryId), relation].filter(Boolean).join(' ')),
  };
}

function expected(text: string, step: KeyboardStep): ReturnType<typeof stored> {
  const { note = '', voice = null, status = 'settled' } = step;
  return { exact: step.quote, ...spanOfStep(text, step), note, voice, status, links: [step.link] };
}

const byPlace = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start - b.start || b.end - a.end;

test('the whole article from the keyboard alone: what was meant is what stands in the database', async ({
  workbench,
}) => {
  test.setTimeout(300_000);
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  const hands = plainHands(page);
  await readerOf(page).focus();
  for (const step of keyboardPlan) {
    await test.step(`${step.select}, ${step.code}: ${step.quote.slice(0, 12)}`, async () => {
      await selectByPlan(hands, article.text, step);
      await codeByPlan(page, hands, step);
    });
  }
  const wanted = keyboardPlan.map((step) => expected(article.text, step)).toSorted(byPlace);
  await expect
    .poll(async () => (await workbench.ask('annotation.list', { articleId: article.id })).map(stored).toSorted(byPlace))
    .toEqual(wanted);
  expect(wanted.length).toBeGreaterThanOrEqual(40);
});

test('the same keys while an input method has them', async ({ workbench }) => {
  test.setTimeout(180_000);
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  const hands: Hands = inputMethodHands(await page.context().newCDPSession(page));
  await readerOf(page).focus();
  const plan = keyboardPlan.slice(0, 15);
  for (const step of plan) {
    await selectByPlan(hands, article.text, step);
    await codeByPlan(page, hands, step);
  }
  const wanted = plan.map((step) => expected(article.text, step)).toSorted(byPlace);
  const list = async () => await workbench.ask('annotation.list', { articleId: article.id });
  await expect.poll(async () => (await list()).map(stored).toSorted(byPlace)).toEqual(wanted);
  await caretTo(hands, article.text, 0);
  await hands.press(']');
  await hands.press('Enter');
  await hands.press('Delete');
  await expect.poll(async () => (await list()).length).toBe(wanted.length - 1);
  await hands.press('Control+z');
  await expect.poll(async () => (await list()).length).toBe(wanted.length);
  await hands.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a key is changed in the settings: it holds at once, is shown everywhere, and is there the next day', async ({
  workbench,
}) => {
  test.slow();
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  const hands = plainHands(page);
  const list = async () => (await workbench.ask('annotation.list', { articleId: article.id })).map(stored);
  const settings = await openSettings(page);
  await chooseOne(settings, words.settings.sections, words.settings.shortcuts);
  const keyOf = (command: 'sameAgain' | 'editNote' | 'editVoice') =>
    settings.getByRole('button', { name: say(words.settings.record, { command: words.commands[command] }) });

  const keysOf = (command: Parameters<typeof keyOf>[0]) => keyOf(command).locator('.shortcut-keys');

  await test.step('a free key is taken at once', async () => {
    await keyOf('sameAgain').click();
    await expect(keysOf('sameAgain')).toHaveText(words.settings.recording);
    await page.keyboard.press('y');
    await expect(keysOf('sameAgain')).toHaveText('Y');
  });

  await test.step('one that is taken is said to be, and can be taken over or left', async () => {
    await keyOf('editNote').click();
    await page.keyboard.press('v');
    const clash = settings.getByRole('alert');
    await expect(clash).toContainText(say(words.settings.conflict, { keys: 'V', commands: words.commands.editVoice }));
    expect(await barriers(page), 'a conflict').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(clash).toBeHidden();
    await expect(keysOf('editNote')).toHaveText('W');
    await keyOf('editNote').click();
    await page.keyboard.press('v');
    await clash.getByRole('button', { name: words.settings.takeOver }).click();
    await expect(keysOf('editNote')).toHaveText('V');
    await expect(keysOf('editVoice')).toHaveText(words.settings.noKey);
  });

  await test.step('one is reset by itself', async () => {
    const { editVoice, editNote } = words.commands;
    await settings.getByRole('button', { name: say(words.settings.resetKey, { command: editNote }) }).click();
    await settings.getByRole('button', { name: say(words.settings.resetKey, { command: editVoice }) }).click();
    await expect(keysOf('editNote')).toHaveText('W');
    await expect(keysOf('editVoice')).toHaveText('V');
  });

  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await readerOf(page).focus();
  await selectByKeyboard(page, '國家安全是中國式');
  await page.keyboard.press('Enter');
  await filterTo(pickerOf(page), '50', '13·50');
  await page.keyboard.press('Enter');
  await hands.press('Shift+ArrowRight', 3);
  await page.keyboard.press('.');
  await page.keyboard.press('y');
  await expect.poll(list).toMatchObject([{ links: ['13·50'] }, { links: ['13·50'] }]);

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: words.help.title });
  await expect(help.locator('.help-row', { hasText: words.commands.sameAgain })).toContainText('Y');
  await page.keyboard.press('Escape');
  await workbench.restart();
  expect((await workbench.ask('session.get', {})).preferences.shortcuts).toEqual({ sameAgain: ['Y'] });
  const again = await openSettings(workbench.page);
  await chooseOne(again, words.settings.sections, words.settings.shortcuts);
  await again.getByRole('button', { name: words.settings.resetAll }).click();
  await expect(
    again
      .getByRole('button', { name: say(words.settings.record, { command: words.commands.sameAgain }) })
      .locator('.shortcut-keys'),
  ).toHaveText('.');
});

test('the palette reaches commands by name, pinyin and key, and articles by title', async ({ workbench }) => {
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  await importArticle(workbench, { name: 'b.txt', text: '晉城推進平安建設\n\n正文一段。' });
  const palette = page.getByRole('dialog', { name: words.palette.title });
  const chosen = palette.getByRole('option', { selected: true });
  const find = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill(typed);
  };
  await readerOf(page).focus();

  await find('');
  await expect(palette.getByRole('option')).not.toHaveCount(0);
  await expect(palette.getByText(words.commands.sameAgain)).toHaveCount(0);
  expect(await barriers(page), 'the palette').toEqual([]);
  await page.keyboard.press('Control+k');
  await expect(palette).toBeHidden();
  await expect(readerOf(page)).toBeFocused();

  await find('xqzd');
  await expect(chosen).toContainText(words.commands.selectAll);
  await page.keyboard.press('Enter');
  await expect(annotateButton(page)).toBeVisible();

  await find('公共安全治理');
  await expect(chosen).toContainText('13·51');
  await page.keyboard.press('Enter');
  const [paragraph] = article.text.split('\n');
  await expect
    .poll(async () => (await workbench.ask('annotation.list', { articleId: article.id })).map(stored))
    .toMatchObject([{ exact: paragraph, links: ['13·51'] }]);

  await find('ctrl+,');
  await expect(chosen).toContainText(words.commands.settings);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: words.settings.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await find('jincheng');
  await expect(chosen).toContainText('晉城推進平安建設');
  await page.keyboard.press('Enter');
  await expect(readerOf(page)).toContainText('正文一段。');
});

test('what 1 to 9 stand for is in sight, keeps its digit, and can be pinned', async ({ workbench }) => {
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  const hands = plainHands(page);
  const strip = page.getByRole('group', { name: words.quick.strip });
  const links = async () =>
    (await workbench.ask('annotation.list', { articleId: article.id })).map((each) => stored(each).links);
  await expect(strip).toContainText(words.quick.empty);
  await readerOf(page).focus();
  await hands.press('Shift+ArrowRight', 2);
  await page.keyboard.press('1');
  await expect(page.getByRole('status').filter({ hasText: say(words.quick.emptySlot, { number: 1 }) })).toBeVisible();
  for (const number of ['50', '51']) {
    await page.keyboard.press('Enter');
    await filterTo(pickerOf(page), number, `13·${number}`);
    await page.keyboard.press('Enter');
    await hands.press('Shift+ArrowRight', 2);
  }
  await expect(strip.getByRole('button')).toHaveCount(3);
  await page.keyboard.press('1');
  await expect.poll(links).toEqual([['13·50'], ['13·51'], ['13·50']]);
  expect(await barriers(page), 'the quick categories').toEqual([]);

  await strip.getByRole('button', { name: words.quick.edit }).click();
  const dialog = page.getByRole('dialog', { name: words.quick.title });
  await dialog.getByRole('combobox', { name: say(words.quick.choose, { number: 5 }) }).fill('52');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: say(words.quick.unpin, { number: 5 }) })).toBeVisible();
  expect(await barriers(page), 'pinning').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await readerOf(page).focus();
  await hands.press('Shift+ArrowRight', 2);
  await page.keyboard.press('5');
  await expect.poll(links).toContainEqual(['13·52']);
  await hands.press('Shift+ArrowRight', 2);
  await strip.getByRole('button', { name: /13·51/ }).click();
  await expect.poll(async () => (await links()).flat()).toEqual(['13·50', '13·51', '13·50', '13·52', '13·51']);
});

test('from one unreviewed annotation to the next, the selection grown and shrunk, without the mouse', async ({
  workbench,
}) => {
  const { article } = await startWithArticle(workbench);
  const { page } = workbench;
  const hands = plainHands(page);
  const list = async () => await workbench.ask('annotation.list', { articleId: article.id });
  const active = page.locator('[data-annotation-id][data-active]');
  await readerOf(page).focus();
  for (let made = 0; made < 4; made++) {
    await hands.press('Shift+ArrowRight', 4);
    if (made === 0) {
      await page.keyboard.press('Enter');
      await filterTo(pickerOf(page), '50', '13·50');
      await page.keyboard.press('Enter');
    } else await page.keyboard.press('.');
    if (made % 2 === 0) await page.keyboard.press('d');
  }
  await expect
    .poll(async () => (await list()).map(({ status }) => status))
    .toEqual(['doubtful', 'settled', 'doubtful', 'settled']);
  const [first, , third] = await list();
  await page.keyboard.press('n');
  await expect(active).toHaveAttribute('data-annotation-id', first?.id ?? '');
  await page.keyboard.press('n');
  await expect(active).toHaveAttribute('data-annotation-id', third?.id ?? '');
  await page.keyboard.press('Shift+n');
  await expect(active).toHaveAttribute('data-annotation-id', first?.id ?? '');

  const selected = () => page.evaluate(() => document.getSelection()?.toString() ?? '');
  await page.keyboard.press('t');
  await expect.poll(selected).toBe(first?.exact);
  const steps: string[] = [await selected()];
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('x');
    steps.push(await selected());
  }
  expect(steps.map((each) => each.length)).toEqual(steps.map((each) => each.length).toSorted((a, b) => a - b));
  for (const before of steps.slice(0, -1).toReversed()) {
    await page.keyboard.press('Shift+x');
    expect(await selected()).toBe(before);
  }
  await page.keyboard.press('Shift+x');
  expect(await selected(), 'what was not grown is not shrunk').toBe(first?.exact);
});
