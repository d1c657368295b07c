import type { CDPSession, Page } from '@playwright/test';
import { sentencesOf } from '#domain/text/sentences.ts';
import { expect } from '../fixtures/workbench.ts';
import { pickerOf } from './picker.ts';
import { readerOf } from './reader.ts';
import { words } from './words.ts';
import type { KeyboardStep } from './keyboard-plan.ts';

/** Presses keys, several times if it is said. */
export interface Hands {
  press: (chord: string, times?: number) => Promise<void>;
}

export function plainHands(page: Page): Hands {
  return {
    press: async (chord, times = 1) => {
      for (let time = 0; time < times; time++) await page.keyboard.press(chord);
    },
  };
}

/** What needs Shift on a US keyboard, whose places the codes name. */
const withShift: Readonly<Record<string, string>> = { '#': 'Shift+3', '?': 'Shift+/' };
const modifierBits: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/** The same keys as a window gets them that an input method has taken: `Process`, 229, and only the place of the key. */
export function inputMethodHands(session: CDPSession): Hands {
  return {
    press: async (chord, times = 1) => {
      const parts = (withShift[chord] ?? chord).split('+');
      const code = codeOf(parts.pop() ?? '');
      const modifiers = parts.reduce((bits, each) => bits | (modifierBits[each] ?? 0), 0);
      const sent = { key: 'Process', code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229, modifiers };
      for (let time = 0; time < times; time++) {
        await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...sent });
        await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...sent });
      }
    },
  };
}

function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return { '.': 'Period', '[': 'BracketLeft', ']': 'BracketRight', '/': 'Slash' }[key] ?? key;
}

const graphemes = (part: string) => [...new Intl.Segmenter('zh').segment(part)].length;

export function spanOfStep(text: string, step: Pick<KeyboardStep, 'in' | 'quote'>): { start: number; end: number } {
  const paragraphs = text.split('\n');
  const before = paragraphs.slice(0, step.in).reduce((length, each) => length + each.length + 1, 0);
  const at = paragraphs[step.in]?.indexOf(step.quote) ?? -1;
  if (at < 0) throw new Error(`“${step.quote}” does not stand in paragraph ${step.in}`);
  return { start: before + at, end: before + at + step.quote.length };
}

/** From the beginning of the text to an offset (UTF-16): by paragraphs, by sentences, then by characters. */
export async function caretTo(hands: Hands, text: string, offset: number): Promise<void> {
  await hands.press('Control+Home');
  let at = 0;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const paragraphs = text.slice(0, start).split('\n').length - 1;
  if (paragraphs > 0) {
    await hands.press('Control+ArrowDown', paragraphs);
    await hands.press('ArrowRight');
    at = start;
  }
  const passed = sentencesOf(text).filter(({ end }) => end > at && end <= offset);
  await hands.press('Alt+ArrowRight', passed.length);
  at = passed.at(-1)?.end ?? at;
  await hands.press('ArrowRight', graphemes(text.slice(at, offset)));
}

const units: Readonly<Record<string, string>> = {
  clauses: 'Control+Shift+Arrow',
  sentences: 'Alt+Shift+Arrow',
};

export async function selectByPlan(hands: Hands, text: string, step: KeyboardStep): Promise<void> {
  const { start, end } = spanOfStep(text, step);
  const [kind = '', ...how] = step.select.split(' ');
  const number = (at: number) => Number(how[at] ?? 0);
  if (kind === 'grow' || kind === 'all') {
    await caretTo(hands, text, start + 1);
    if (kind === 'all') await hands.press('Control+a');
    else {
      await hands.press('x', number(0));
      await hands.press('Shift+x', number(1));
    }
    return;
  }
  if (kind === 'back') {
    await caretTo(hands, text, end);
    await hands.press(`${units[how[0] ?? '']}Left`, number(1));
    return;
  }
  await caretTo(hands, text, start);
  if (kind === 'characters') await hands.press('Shift+ArrowRight', graphemes(step.quote));
  else if (kind === 'paragraphs') await hands.press('Control+Shift+ArrowDown', number(0));
  else await hands.press(`${units[kind]}Right`, number(0));
}

/** Annotates what is selected, and does what comes afterwards. */
export async function codeByPlan(page: Page, hands: Hands, step: KeyboardStep): Promise<void> {
  const [means = '', typed = ''] = step.code.split(' ');
  if (means === 'palette') {
    await hands.press('Control+k');
    const palette = page.getByRole('dialog', { name: words.palette.title });
    await expect(palette).toBeVisible();
    await page.keyboard.type(typed);
    const number = step.link.split(' ')[0] ?? '';
    await expect(palette.getByRole('option', { selected: true })).toContainText(number);
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
  } else if (typed === '') await hands.press(means);
  else {
    await hands.press(means);
    await expect(pickerOf(page)).toBeVisible();
    await page.keyboard.type(typed);
    const first = pickerOf(page).getByRole('option').first();
    await expect(first).toHaveAttribute('data-category-number', step.link.split(' ')[0] ?? '');
    await page.keyboard.press('Enter');
    await expect(pickerOf(page)).toBeHidden();
  }
  await expect(readerOf(page)).toBeFocused();
  for (const after of step.after ?? []) await afterwards(page, hands, after, step);
}

async function afterwards(page: Page, hands: Hands, after: string, step: KeyboardStep): Promise<void> {
  const [key = '', typed] = after.split(' ');
  await hands.press(key.replace('Key', ''));
  if (typed === undefined) return;
  const details = page.getByRole('group', { name: words.annotations.details });
  if (key === 'w') {
    await expect(details.getByRole('textbox', { name: words.annotations.note })).toBeFocused();
    await page.keyboard.type(typed);
    await page.keyboard.press('Control+Enter');
  } else {
    const voice = details.getByRole('combobox', { name: words.voice.label });
    await expect(voice).toBeFocused();
    const choices = ['journalist', 'decision', 'official', 'citizen', 'unattributed'];
    for (let down = choices.indexOf(step.voice ?? ''); down >= 0; down--) await page.keyboard.press('ArrowDown');
    await expect(voice).toHaveValue(step.voice ?? '');
    await page.keyboard.press('Escape');
  }
  await expect(readerOf(page)).toBeFocused();
}
