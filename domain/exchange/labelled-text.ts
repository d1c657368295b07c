/** Prose with labelled fields behind it, as descriptions and notes of other programs can hold them. */
export interface LabelledText {
  body: string;
  fields: Record<string, string>;
}

const HEAD = /^【([^】]+)】$/;
/** A line that could be taken for a head gets a backslash more than it has. */
const LIKE_HEAD = /^(\\*)【/;

/** Prose, then for each field its label in 【】 on a line of its own and its value below; `readLabelled` gives them back. */
export function writeLabelled({ body, fields }: LabelledText): string {
  const blocks = body === '' ? [] : [escaped(body)];
  for (const [label, value] of Object.entries(fields)) {
    blocks.push(`【${label}】`);
    if (value !== '') blocks.push(escaped(value));
  }
  return blocks.join('\n');
}

/** Takes the fields of these labels out of a text; other lines in 【】 are prose. */
export function readLabelled(text: string, labels: readonly string[]): LabelledText {
  const fields: Record<string, string> = {};
  const body: string[] = [];
  let lines = body;
  const close = new Map<string, string[]>();
  for (const line of text === '' ? [] : text.split('\n')) {
    const label = HEAD.exec(line)?.[1];
    if (label !== undefined && labels.includes(label) && !close.has(label)) {
      lines = [];
      close.set(label, lines);
    } else lines.push(line.replace(LIKE_HEAD, (head, slashes: string) => (slashes === '' ? head : head.slice(1))));
  }
  for (const [label, found] of close) fields[label] = found.join('\n');
  return { body: body.join('\n'), fields };
}

function escaped(text: string): string {
  return text
    .split('\n')
    .map((line) => (LIKE_HEAD.test(line) ? `\\${line}` : line))
    .join('\n');
}

const ITEM = '；';

/** A list as one line; `readList` gives it back. */
export function writeList(items: readonly string[]): string {
  return items.map((item) => item.replaceAll(/[\\；]/g, (found) => `\\${found}`)).join(ITEM);
}

/** Reads what `writeList` wrote. */
export function readList(text: string): string[] {
  const items = [''];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === ITEM) items.push('');
    else items[items.length - 1] += character === '\\' && at + 1 < text.length ? text.charAt(++at) : character;
  }
  return items;
}
