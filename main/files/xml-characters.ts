// https://www.w3.org/TR/xml/#charsets: tab, line feed, carriage return, and everything from space up but surrogates and these two.
const FORBIDDEN = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text that XML 1.0 can hold: what it cannot becomes U+FFFD. */
export function xmlCharacters(text: string): string {
  return text.replaceAll(FORBIDDEN, '\uFFFD');
}
