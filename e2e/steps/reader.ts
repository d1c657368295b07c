import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/workbench.ts';
import { words } from './words.ts';

export function readerOf(page: Page): Locator {
  return page.getByRole('document', { name: words.reading.text });
}

/** The text as the reader shows it, a line a paragraph. */
export async function shownText(page: Page): Promise<string> {
  return await readerOf(page).evaluate((element) =>
    [...element.children].map((paragraph) => paragraph.textContent).join('\n'),
  );
}

interface Point {
  x: number;
  y: number;
}

/** Offset of a quote in a text, in UTF-16 units; `nth` counts from 0. */
export function offsetOf(text: string, quote: string, nth = 0): number {
  let at = text.indexOf(quote);
  for (let passed = 0; passed < nth && at >= 0; passed++) at = text.indexOf(quote, at + 1);
  if (at < 0) throw new Error(`“${quote}” does not stand ${nth + 1} times in the text`);
  return at;
}

export function spanOf(text: string, quote: string, nth = 0): { start: number; end: number } {
  const start = offsetOf(text, quote, nth);
  return { start, end: start + quote.length };
}

/** Brings a passage into view and says where its first and last character stand, in CSS pixels of the window. */
async function pointsOf(page: Page, start: number, end: number): Promise<{ from: Point; to: Point }> {
  return await readerOf(page).evaluate(
    async (element, [start, end]) => {
      const place = (offset: number) => {
        let left = offset;
        for (const paragraph of element.children) {
          const length = paragraph.textContent?.length ?? 0;
          if (left <= length) {
            const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
              const size = node.textContent?.length ?? 0;
              if (left < size) return { node, offset: left };
              left -= size;
            }
          }
          left -= length + 1;
        }
        throw new Error(`no text at ${offset}`);
      };
      const rectOf = (offset: number, last: boolean) => {
        const { node, offset: at } = place(offset);
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const rects = [...range.getClientRects()];
        const rect = last ? rects.at(-1) : rects[0];
        if (rect === undefined) throw new Error(`nothing is painted at ${offset}`);
        return rect;
      };
      place(start).node.parentElement?.scrollIntoView({ block: 'center' });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const first = rectOf(start, false);
      const last = rectOf(end - 1, true);
      return {
        from: { x: first.left + 1, y: (first.top + first.bottom) / 2 },
        to: { x: last.right - 1, y: (last.top + last.bottom) / 2 },
      };
    },
    [start, end] as const,
  );
}

/** Where a passage lies, once nothing moves it any more. */
async function restingPoints(page: Page, start: number, end: number) {
  let points = await pointsOf(page, start, end);
  await expect(async () => {
    const before = points;
    await page.waitForTimeout(60);
    points = await pointsOf(page, start, end);
    expect(points).toEqual(before);
  }).toPass({ intervals: [0] });
  return points;
}

/** The button that a selection offers. */
export function annotateButton(page: Page): Locator {
  return page.getByRole('main').getByRole('button', { name: words.reading.annotate, exact: true });
}

/** Drags over a passage, until what a selection offers is there. */
export async function selectByMouse(
  page: Page,
  quote: string,
  nth = 0,
  offer: Locator = annotateButton(page),
): Promise<void> {
  const start = offsetOf(await shownText(page), quote, nth);
  const { from, to } = await restingPoints(page, start, start + quote.length);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await expect(offer).toBeVisible();
}

/** Clicks in the middle of a passage. */
export async function clickAt(page: Page, quote: string, nth = 0): Promise<void> {
  const start = offsetOf(await shownText(page), quote, nth);
  const { from } = await restingPoints(page, start, start + 1);
  await page.mouse.click(from.x + 4, from.y);
}

/** With the keyboard alone: from the beginning of the text to a passage, and over it. Lengths are in graphemes. */
export async function selectByKeyboard(page: Page, quote: string, nth = 0): Promise<void> {
  const text = await shownText(page);
  const start = offsetOf(text, quote, nth);
  const graphemes = (part: string) => [...new Intl.Segmenter('zh').segment(part)].length;
  await readerOf(page).focus();
  await page.keyboard.press('Control+Home');
  for (let step = graphemes(text.slice(0, start)); step > 0; step--) await page.keyboard.press('ArrowRight');
  for (let step = graphemes(quote); step > 0; step--) await page.keyboard.press('Shift+ArrowRight');
}

/** The passages that are painted, as their pieces read, by annotation id. */
export async function paintedPassages(page: Page): Promise<Map<string, string>> {
  const pieces = await readerOf(page).evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('[data-ids]')].map(
      (piece) => [piece.dataset['ids'] ?? '', piece.textContent ?? ''] as const,
    ),
  );
  const passages = new Map<string, string>();
  for (const [ids, text] of pieces) for (const id of ids.split(' ')) passages.set(id, (passages.get(id) ?? '') + text);
  return passages;
}
