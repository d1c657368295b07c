import type { Span } from '../text/span.ts';

const OPENERS = '“‘《（「『';
const CLOSERS = '”’》）」』';
const SPEECH =
  /^[^。！？!?\n“”]{2,60}?(?:表示|说|說|介绍|介紹|认为|認為|指出|强调|強調|告诉记者|告訴記者|坦言|谈道|談道|感慨|表态|表態|直言|回忆|回憶)(?:道)?[，,：:。]/;
// After a quotation that is part of the journalist's own sentence; a speaker does not begin like this.
const CONTINUES =
  /^[的地得之等这這那是为為和与與及或而也都就将將把被在从從向对對以于於精神理念要求目标目標方针方針原则原則战略戰略行动行動工程模式]/;
const SHORTEST_SPEECH = 10;

/** Whether every bracket and quotation mark of a paragraph is closed, and none closes what was not opened. */
export function isBalanced(paragraph: string): boolean {
  const open: string[] = [];
  for (const character of paragraph) {
    if (OPENERS.includes(character)) open.push(character);
    const closes = CLOSERS.indexOf(character);
    if (closes >= 0 && open.pop() !== OPENERS.charAt(closes)) return false;
  }
  return open.length === 0;
}

/** The quotation that begins or ends at an offset of a balanced paragraph, its marks included; null when none does. */
export function quotationAt(paragraph: string, at: number): Span | null {
  const open: number[] = [];
  for (let i = 0; i < paragraph.length; i++) {
    const character = paragraph.charAt(i);
    if (character === '“') open.push(i);
    if (character !== '”') continue;
    const start = open.pop();
    if (start !== undefined && (start === at || i === at)) return { start, end: i + 1 };
  }
  return null;
}

/**
 * Whether a quotation is a speech of its own: it is a clause and more, stands at the start of a sentence or after a
 * colon, and the speaker follows, or the paragraph ends after a quotation that a colon introduced. Such a quotation has
 * a mark of punctuation before its opening mark and one before its closing mark (GB/T 15834—2011, 4.8).
 */
export function isSpeech(paragraph: string, quotation: Span): 'speaker' | 'paragraph-end' | null {
  const before = paragraph.slice(0, quotation.start);
  const inside = paragraph.slice(quotation.start + 1, quotation.end - 1);
  const after = paragraph.slice(quotation.end);
  if (inside.length < SHORTEST_SPEECH || !/[，,。；;]./.test(inside)) return null;
  const introduced = /[：:]$/.test(before);
  if (!introduced && before !== '' && !/[。！？!?”]$/.test(before)) return null;
  if (after === '') return introduced || /。./.test(inside) ? 'paragraph-end' : null;
  return !introduced && !CONTINUES.test(after) && SPEECH.test(after) ? 'speaker' : null;
}

/** How many quotations of a text end with a mark of punctuation inside, and how many speeches do not. */
export interface SpeechStyle {
  readonly withStop: number;
  readonly without: number;
}

/** Counts how a text closes its quotations; stretches that are damaged are a NUL each, and a quotation with one counts not. */
export function countSpeeches(text: string): SpeechStyle {
  let withStop = 0;
  let without = 0;
  for (const { 0: closing, index } of text.matchAll(/[^\n\0]”/g)) {
    if ('。！？!?'.includes(closing.charAt(0))) {
      withStop += 1;
      continue;
    }
    const start = text.lastIndexOf('“', index);
    const inside = text.slice(start + 1, index + 1);
    const opensSentence = start <= 0 || '。！？!?：:\n”'.includes(text.charAt(start - 1));
    const whole = start >= 0 && !/[\n\0”]/.test(inside);
    if (whole && opensSentence && inside.length >= SHORTEST_SPEECH && /[，,。；;]/.test(inside)) without += 1;
  }
  return { withStop, without };
}
