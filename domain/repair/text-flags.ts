import type { PinyinMark } from './pinyin-mark.ts';
import { flagOverConversion } from './over-conversion.ts';
import type { Flag } from './repair-report.ts';
import type { ShiftedPlace } from './shifted-places.ts';
import { flagSynonymSpinning } from './synonym-spinning.ts';

// A square before a byline is an ornament.
const MASKED = /(?<=\p{Script=Han})(?:[*＊■█]{1,4}|□{1,4}(?![本记記通文图圖]))(?=\p{Script=Han})/gu;
const EMPHASIS = /\*\*[^*\n]+\*\*|(?<![\p{Script=Han}*])\*[^*\n]+\*/gu;
// Letters of a script that has no place inside a Chinese sentence.
const FOREIGN =
  /[\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hiragana}\p{Script=Katakana}]{2,}(?:[ ,.]+[^\p{Script=Han}\s，。、；：]{2,})*/gu;
const ADDRESS = /(?<=\p{Script=Han})(?:https?:\/\/|www\.)[\w./?=&%#:~-]{4,}(?=[\p{Script=Han}，。、])/gu;
const ADVERT = /(?<=\p{Script=Han})(?:微信|薇信|QQ)[号號群]?[:：]?[A-Za-z0-9_-]{5,}(?=[\p{Script=Han}，。、])/gu;
const SENTENCE =
  /(?<=\p{Script=Han})\s*[A-Za-z][a-z'’]*(?:[ ,.;:!?-]+[A-Za-z][a-z'’]*){3,}[.!?]?\s*(?=[\p{Script=Han}，。、])/gu;
const BRACKETED = /[(（《“‘「『【][^)）》”’」』】\n]*$/;
const LOST_DIGIT =
  /(?<=[\p{Script=Han}，,、；;：:。“”])\?(?=(?:\.\d|\d{1,3})(?:[年月日个個名万萬亿億余餘多%％]|\.?\d))/gu;
const LOST_NUMBER = /(?<=[在于於至从從近约約达達超第])\?(?=[年月亿億万萬%％])/gu;
const ASKS = /[吗嗎呢么麼何谁誰哪几幾多少否吧啊]$/u;

/** What cannot be repaired, only shown, sorted by start. Offsets are UTF-16 offsets of the text. */
export function flagDamage(text: string, marks: readonly PinyinMark[], places: readonly ShiftedPlace[]): Flag[] {
  const flags = [...flagOverConversion(text), ...flagSynonymSpinning(text), ...flagMaskedWords(text)];
  flags.push(...flagInjectedText(text, marks), ...flagLostDigits(text, places));
  return flags.toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/**
 * Flags characters masked inside a word (`学*贯彻`). Asterisks in pairs are emphasis, and `×` and `○` are characters of
 * their own.
 */
export function flagMaskedWords(text: string): Flag[] {
  const emphasised = [...text.matchAll(EMPHASIS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...text.matchAll(MASKED)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => !emphasised.some((other) => other.start <= span.start && span.end <= other.end))
    .map((span) => {
      const around = text.slice(Math.max(0, span.start - 2), span.end + 2);
      return { ...span, kind: 'masked-word', evidence: [{ kind: 'text-style', quote: around, count: 1 }] };
    });
}

/**
 * Flags foreign text inside a Chinese sentence: two letters or more of a script that Chinese does not use, four Latin
 * words or more, or an address, with Han characters on both sides, or an account to write to. Not in brackets or quotation marks, where a name or an
 * original wording stands.
 */
export function flagInjectedText(text: string, marks: readonly PinyinMark[]): Flag[] {
  const flags: Flag[] = [];
  for (const pattern of [FOREIGN, ADDRESS, ADVERT, SENTENCE]) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const inHan = /\p{Script=Han}\s*$/u.test(text.slice(Math.max(0, start - 4), start));
      const newline = text.lastIndexOf('\n', start) + 1;
      if (!inHan || BRACKETED.test(text.slice(newline, start))) continue;
      if (marks.some((mark) => mark.start < end && start < mark.end)) continue;
      flags.push({
        start,
        end,
        kind: 'injected-text',
        evidence: [{ kind: 'text-style', quote: match[0].trim(), count: 1 }],
      });
    }
  }
  return flags;
}

/**
 * Flags a `?` that stands for a character swallowed when the text was read one byte off, most often a digit. Which one it
 * was cannot be known and is never guessed. A `?` after a word that asks is a question.
 */
export function flagLostDigits(text: string, places: readonly ShiftedPlace[]): Flag[] {
  const found = new Set<number>();
  for (const place of places) if (place.readings[0].lostAt >= 0) found.add(place.readings[0].lostAt);
  for (const match of [...text.matchAll(LOST_DIGIT), ...text.matchAll(LOST_NUMBER)]) {
    const inside = places.some((place) => place.span.start <= match.index && match.index < place.span.end);
    if (!inside && !ASKS.test(text.slice(Math.max(0, match.index - 1), match.index))) found.add(match.index);
  }
  return [...found].map((start) => {
    const quote = text.slice(start, start + 4);
    return { start, end: start + 1, kind: 'lost-digit', evidence: [{ kind: 'text-style', quote, count: 1 }] };
  });
}
