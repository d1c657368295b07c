import { sentencesOf } from '../text/sentences.ts';
import type { Reference, ReferenceUnit } from './reference-index.ts';

const PART = /^([一二三四五六七八九十]{1,2})、/u;
const ITEM = /^（(\d{1,2})）/u;

/** The Decision by sentences, categories named `part 13` and `item 51`. */
export function decisionOf(file: string): Reference {
  const text = file.trimEnd();
  let category: string | null = null;
  let part = 0;
  const units = sentencesOf(text).map((span): ReferenceUnit => {
    const sentence = text.slice(span.start, span.end);
    const item = ITEM.exec(sentence)?.[1];
    if (PART.test(sentence)) category = `part ${++part}`;
    else if (item !== undefined) category = `item ${item}`;
    else if (sentence === '中国式现代化是走和平发展道路的现代化。') category = null;
    return { id: `${span.start}`, ...span, categoryId: category };
  });
  return { id: 'decision', text, units };
}
