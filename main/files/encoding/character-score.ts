import { isUsual, rankOf } from './common-characters.ts';

const PUNCTUATION = new Set('，。、；：？！“”‘’（）《》「」『』—…·〈〉【】\u3000');
const REPLACEMENT = 0xfffd;
const TABLE_SIZE = 0x10000;

const table = new Float32Array(TABLE_SIZE);

/**
 * How probable a text is as Chinese prose: the sum of the logarithms (natural) of how common its characters are, so that
 * two readings of the same bytes can be compared by difference. Always negative; 0 for an empty text.
 */
export function scoreText(text: string): number {
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let known = table[unit] ?? 0;
    if (known === 0) {
      known = scoreUnit(unit);
      table[unit] = known;
    }
    score += known;
  }
  return score;
}

function scoreUnit(unit: number): number {
  if (unit < 0x80) return scoreAscii(unit);
  if (unit === REPLACEMENT) return -25;
  const character = String.fromCharCode(unit);
  if (PUNCTUATION.has(character)) return -5;
  const rank = rankOf(character);
  if (rank !== undefined) return -2 - Math.log(rank + 20);
  if (isUsual(character)) return -11.5;
  if (unit >= 0x4e00 && unit <= 0x9fff) return -15;
  if (unit >= 0xff01 && unit <= 0xff5e) return -9;
  // Half of a pair: characters beyond the BMP are rare, but not rarer than what no text has.
  if (unit >= 0xd800 && unit <= 0xdfff) return -9;
  if (unit >= 0xe000 && unit <= 0xf8ff) return -20;
  if (unit < 0xa0) return -20;
  if (unit <= 0x24f || (unit >= 0x2000 && unit <= 0x22ff)) return -12;
  return -14;
}

function scoreAscii(unit: number): number {
  if (unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) return -3;
  if (unit < 0x20 || unit === 0x7f) return -16;
  if (unit >= 0x61 && unit <= 0x7a) return -3.5;
  if (unit >= 0x30 && unit <= 0x39) return -4;
  return -5.5;
}
