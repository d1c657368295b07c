/** What is shown of an article without a title: at most so many characters as a reader counts them, and UTF-16 units. */
const OPENING = { graphemes: 60, units: 240 };
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** How a text begins: its first line that says something, cut between two characters. */
export function openingOf(text: string): string {
  const line = (text.trim().split('\n', 1)[0] ?? '').slice(0, OPENING.units * 4);
  let opening = '';
  let count = 0;
  for (const { segment } of graphemes.segment(line)) {
    if (count === OPENING.graphemes || opening.length + segment.length > OPENING.units) break;
    opening += segment;
    count += 1;
  }
  return opening;
}
