import { describe, expect, test } from 'vitest';
import { grownFrom, textUnits } from './growing.ts';
import { unitEdge } from './motions.ts';

const text = '全會提出，要健全體系。完善機制；𠮷祥如意！\n\n我省紛紛表示，“抓實抓好。”落地落實。';
const units = textUnits(text);

function growAll(at: number): string[] {
  const steps: string[] = [];
  let ends = { anchor: at, head: at };
  for (let step = 0; step < 9; step++) {
    const grown = grownFrom(text, units, ends);
    if (grown === null) break;
    steps.push(text.slice(grown.start, grown.end));
    ends = { anchor: grown.start, head: grown.end };
  }
  return steps;
}

describe('growing', () => {
  test('from the character to the article', () => {
    const first = '全會提出，要健全體系。完善機制；𠮷祥如意！';
    expect(growAll(text.indexOf('健'))).toEqual(['健', '要健全體系。', '全會提出，要健全體系。', first, text]);
  });

  test('what is the same as before is not a step', () => {
    expect(growAll(text.indexOf('𠮷'))).toEqual([
      '𠮷',
      '𠮷祥如意！',
      '全會提出，要健全體系。完善機制；𠮷祥如意！',
      text,
    ]);
  });

  test('from a selection that is none of these, to the next that holds it', () => {
    const start = text.indexOf('提出');
    const grown = grownFrom(text, units, { anchor: start + 6, head: start });
    expect(grown && text.slice(grown.start, grown.end)).toBe('全會提出，要健全體系。');
    const across = { anchor: text.indexOf('完善'), head: text.indexOf('表示') };
    expect(grownFrom(text, units, across)).toEqual({ start: 0, end: text.length });
  });

  test('at a paragraph’s end the character before, in an empty one nothing', () => {
    expect(growAll(text.indexOf('\n'))[0]).toBe('！');
    expect(grownFrom(text, units, { anchor: text.indexOf('\n') + 1, head: text.indexOf('\n') + 1 })).toBeNull();
  });
});

describe('by clause, sentence and paragraph', () => {
  const walk = (kind: 'clauses' | 'sentences' | 'paragraphs', from: number, direction: 1 | -1) => {
    const stops = [from];
    for (let step = 0; step < 9; step++) {
      const at = stops.at(-1) ?? 0;
      const next = unitEdge(text, units[kind], at, direction);
      if (next === at) break;
      stops.push(next);
    }
    return stops;
  };

  test('forwards to their ends, backwards to their beginnings', () => {
    const sentences = units.sentences;
    expect(walk('sentences', 0, 1)).toEqual([0, ...sentences.map(({ end }) => end)]);
    expect(walk('sentences', text.length, -1)).toEqual([
      text.length,
      ...sentences.map(({ start }) => start).toReversed(),
    ]);
    expect(walk('clauses', 0, 1).slice(0, 3)).toEqual([0, '全會提出，'.length, '全會提出，要健全體系。'.length]);
    expect(walk('clauses', 7, -1)).toEqual([7, '全會提出，'.length, 0]);
    expect(walk('paragraphs', 3, 1)).toEqual([3, text.indexOf('\n'), text.length]);
    expect(walk('paragraphs', 3, -1)).toEqual([3, 0]);
  });
});
