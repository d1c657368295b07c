import { readLegibly } from '../metadata/legible-text.ts';
import type { Span } from '../text/span.ts';

/**
 * A text as the patterns of speech read it: pinyin glosses left out, beside it a folded form of the same length with
 * Simplified characters and ASCII commas and colons. Offsets are those of `plain` unless said otherwise.
 */
export interface SpeechText {
  plain: string;
  folded: string;
  /** UTF-16 offsets of the text itself for a span of `plain`. */
  spanOf(span: Span): Span;
  /** The offset in `plain` for one of the text itself; inside a gloss, that of what follows it. */
  offsetOf(original: number): number;
}

// Beside the characters of names: those of offices and of speaking.
const FURTHER =
  '认認诉訴厅廳处處办辦统統议議决決届屆问問纷紛叹嘆叹歎职職采採队隊该該与與补補释釋阐闡规規围圍绕繞护護养養导導' +
  '员員么麼气氣乡鄉创創难難应應带帶负負预預继繼续續谊誼亲親连連换換将將边邊变變';
const simplified = new Map<string, string>();
for (let index = 0; index < FURTHER.length; index += 2) {
  simplified.set(FURTHER.charAt(index + 1), FURTHER.charAt(index));
}
const FURTHER_PATTERN = new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu');

export function readSpeech(text: string): SpeechText {
  const legible = readLegibly(text);
  const { lines } = legible;
  const plain = lines.map((line) => line.plain).join('\n');
  const folded = lines
    .map((line) => line.folded)
    .join('\n')
    .replaceAll(FURTHER_PATTERN, (character) => simplified.get(character) ?? character);
  return {
    plain,
    folded,
    spanOf: ({ start, end }) => legible.spanOf(start, end),
    offsetOf(original) {
      let low = 0;
      let high = plain.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (legible.spanOf(middle, middle).start < original) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
