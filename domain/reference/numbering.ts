import { readChineseNumeral } from '../codebook/chinese-numeral.ts';

/** The number a paragraph begins with. */
export interface Numbering {
  /** How high numbers of this kind stand, 1 the highest: 編, 章, 節, 條, 一、, （一）, 1., （1）. */
  rank: number;
  value: number;
  /** As written, such as `（一）`. */
  label: string;
  /** UTF-16 units from the beginning of the paragraph to what follows the number. */
  length: number;
}

const NUMERAL = '[〇零一二三四五六七八九十百]{1,6}';
const DIGITS = '[0-9０-９]{1,3}';
const KINDS: readonly (readonly [number, RegExp])[] = [
  [1, new RegExp(`^第\\s*(${NUMERAL}|${DIGITS})\\s*[編编]`, 'u')],
  [2, new RegExp(`^第\\s*(${NUMERAL}|${DIGITS})\\s*章`, 'u')],
  [3, new RegExp(`^第\\s*(${NUMERAL}|${DIGITS})\\s*[節节]`, 'u')],
  [4, new RegExp(`^第\\s*(${NUMERAL}|${DIGITS})\\s*[條条]`, 'u')],
  [5, new RegExp(`^(${NUMERAL})\\s*[、．.]`, 'u')],
  [6, new RegExp(`^[（(]\\s*(${NUMERAL})\\s*[）)]`, 'u')],
  // A point before a digit is that of a decimal.
  [7, new RegExp(`^(${DIGITS})\\s*[、．.](?![0-9０-９])`, 'u')],
  [8, new RegExp(`^[（(]\\s*(${DIGITS})\\s*[）)]`, 'u')],
];

/** Reads the number that a paragraph begins with, in full- or half-width, after white space; null when there is none. */
export function readNumbering(paragraph: string): Numbering | null {
  const indent = paragraph.length - paragraph.trimStart().length;
  const text = paragraph.slice(indent);
  for (const [rank, form] of KINDS) {
    const match = form.exec(text);
    const written = match?.[1];
    if (match === null || written === undefined) continue;
    const value = readChineseNumeral(written) ?? Number(written.normalize('NFKC'));
    if (!Number.isInteger(value) || value < 1) continue;
    const space = /^\s*/u.exec(text.slice(match[0].length))?.[0].length ?? 0;
    return { rank, value, label: match[0], length: indent + match[0].length + space };
  }
  return null;
}
