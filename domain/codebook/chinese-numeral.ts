const DIGITS = '〇一二三四五六七八九';
const FORM = /^(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/;
const POSITIONAL = /^[一二三四五六七八九][〇零一二三四五六七八九]{1,2}$/;

function valueOf(digit: string | undefined): number {
  return digit === undefined ? 0 : DIGITS.indexOf(digit);
}

/**
 * Reads a Chinese numeral from 1 to 999 (`五十一`, `十三`, `一百零三`, or digit by digit `五一`); null for anything else.
 */
export function readChineseNumeral(text: string): number | null {
  if (POSITIONAL.test(text)) {
    return Number(Array.from(text, (digit) => (digit === '零' ? 0 : DIGITS.indexOf(digit))).join(''));
  }
  const match = FORM.exec(text);
  if (text === '' || match === null) return null;
  const [, hundreds, zero, tens, ten, units] = match;
  if (zero !== undefined && (hundreds === undefined || ten !== undefined || units === undefined)) return null;
  return valueOf(hundreds) * 100 + (ten === undefined ? 0 : (valueOf(tens) || 1) * 10) + valueOf(units);
}
