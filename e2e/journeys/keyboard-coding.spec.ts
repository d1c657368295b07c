import type { Annotation } from '#domain/contract/annotation.ts';
import { expect, test } from '../fixtures/workbench.ts';
import { startWithArticle } from '../steps/corpus.ts';
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
import { readerOf } from '../steps/reader.ts';
import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';

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
