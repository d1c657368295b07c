// XML 1.0 holds no other: https://www.w3.org/TR/xml/#charsets
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNWRITABLE = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The text with U+FFFD for every character that no XML file can hold. */
export function writableText(text: string): string {
  return text.replaceAll(UNWRITABLE, '\uFFFD');
}

/** The same value with every text in it writable; texts of sources, which lie in files of their own, stay as they are. */
export function makeWritable<Value>(value: Value, told: () => void): Value {
  const walk = (each: unknown, isSource: boolean): unknown => {
    if (typeof each === 'string') {
      const writable = writableText(each);
      if (writable !== each) told();
      return writable;
    }
    if (Array.isArray(each)) return each.map((item) => walk(item, isSource));
    if (each === null || typeof each !== 'object') return each;
    return Object.fromEntries(
      Object.entries(each).map(([key, below]) => [
        key,
        isSource && key === 'text' ? below : walk(below, key === 'sources'),
      ]),
    );
  };
  return walk(value, false) as Value;
}
