import type { BenchHighlight } from './program.ts';

const HAN =
  '的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指';

/** The same numbers, 0 to 1, for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Paragraphs of 60 to 300 characters with punctuation, `length` UTF-16 units in all. */
export function sampleText(length: number): string {
  const next = random(length);
  let text = '';
  while (text.length < length) {
    const paragraph = 60 + Math.floor(next() * 240);
    let clause = 0;
    for (let at = 0; at < paragraph; at++) {
      clause++;
      if (at === paragraph - 1) text += '。';
      else if (clause > 4 && next() < 0.1) {
        text += next() < 0.7 ? '，' : '。';
        clause = 0;
      } else text += HAN.charAt(Math.floor(next() * HAN.length));
    }
    text += '\n';
  }
  return text.slice(0, length - 1).concat('。');
}

/** `count` highlights of 4 to 60 characters anywhere in the text, many over one another. */
export function sampleHighlights(textLength: number, count: number): BenchHighlight[] {
  const next = random(count);
  return Array.from({ length: count }, (_, index) => {
    const length = 4 + Math.floor(next() * 56);
    const start = Math.floor(next() * (textLength - length));
    return { id: idOf(index), start, end: start + length, colour: 1 + Math.floor(next() * 15) };
  });
}

/** As long as the ids the program makes. */
export function idOf(index: number): string {
  return `01930000-0000-7000-8000-${String(index).padStart(12, '0')}`;
}
