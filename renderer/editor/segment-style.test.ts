import { expect, test } from 'vitest';
import { categoryColours, PAGE_COLOURS } from '#domain/codebook/colours.ts';
import { flattenSpans } from '#domain/text/segments.ts';
import type { ReaderAnnotation } from './reader-annotation.ts';
import { DEEPEST_SHADE, mix, ruleColour, tintRules } from './reader-palette.ts';
import { segmentAttributes } from './segment-style.ts';

function annotation(id: string, start: number, end: number, more: Partial<ReaderAnnotation> = {}): ReaderAnnotation {
  return { id, start, end, colours: [1], label: id, status: 'settled', ...more };
}

function paint(annotations: ReaderAnnotation[], lifted: { activeId?: string; hoveredId?: string } = {}) {
  const context = {
    byId: new Map(annotations.map((each) => [each.id, each])),
    lanes: new Map(annotations.map((each, lane) => [each.id, lane])),
    activeId: lifted.activeId ?? null,
    hoveredId: lifted.hoveredId ?? null,
  };
  return flattenSpans(annotations).map((segment) => segmentAttributes(segment, context));
}

const long = annotation('long', 0, 30, { colours: [3] });
const short = annotation('short', 10, 20, { colours: [5] });

test('the smallest annotation gives the tint, the hovered one before the active one before it', () => {
  const tints = (segments: ReturnType<typeof paint>) => segments.map(({ class: classes }) => classes?.split(' ')[0]);
  expect(tints(paint([long, short]))).toEqual(['hl-3-1', 'hl-5-2', 'hl-3-1']);
  expect(tints(paint([long, short], { activeId: 'long' }))).toEqual(['hl-3-1', 'hl-3-2', 'hl-3-1']);
  expect(tints(paint([long, short], { activeId: 'long', hoveredId: 'short' }))).toEqual(['hl-3-1', 'hl-5-2', 'hl-3-1']);
  expect(tints(paint([annotation('none', 0, 5, { colours: [] })]))).toEqual(['hl-0-1']);
});

test('each segment names every annotation over it and shows the rules of all', () => {
  const [, overlap] = paint([long, short]);
  expect(overlap?.['data-ids']).toBe('long short');
  expect(overlap?.style).toContain(ruleColour(3));
  expect(overlap?.style).toContain(ruleColour(5));
});

test('a screen reader hears a label once, where the annotation begins', () => {
  expect(paint([long, short]).map((attributes) => attributes['aria-description'])).toEqual([
    'long',
    'short',
    undefined,
  ]);
});

test('status and a second category show in the rule', () => {
  const style = (more: Partial<ReaderAnnotation>) => paint([annotation('a', 0, 9, more)])[0]?.style;
  const styles = [
    style({}),
    style({ status: 'draft' }),
    style({ status: 'doubtful' }),
    style({ colours: [1, 2] }),
    style({ toConfirm: true }),
  ];
  expect(new Set(styles).size).toBe(5);
  expect(styles[3]).toContain(ruleColour(2));
});

test('ink stays readable on the darkest tint and on a lifted one', () => {
  const rules = tintRules();
  for (let index = 0; index <= categoryColours.length; index++) {
    for (const rule of rules.filter((rule) => rule.includes(`.hl-${index}-${DEEPEST_SHADE}`))) {
      const [, light = '', dark = ''] = /light-dark\((#\w+), (#\w+)\)/.exec(rule) ?? [];
      expect(contrast(light, PAGE_COLOURS.light.ink), rule).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, PAGE_COLOURS.dark.ink), rule).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('colours are mixed channel by channel', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mix('#102030', '#ffffff', 0)).toBe('#102030');
});

/** WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('what is dimmed steps back to a grey rule, until it is lifted', () => {
  const dimmed = { ...short, dimmed: true };
  const [, both] = paint([long, dimmed]);
  expect(both?.class).toContain('hl-3-1');
  expect(both?.style).not.toContain(ruleColour(5));
  const [alone] = paint([dimmed]);
  expect(alone?.class).toContain('hl-dimmed');
  const [lifted] = paint([dimmed], { hoveredId: 'short' });
  expect(lifted?.class).toMatch(/hl-5-1.* hl-lifted/);
});

test('exactly the extent of the one lifted is in brackets; the active one waits while another is hovered', () => {
  const segments = paint([long, short], { activeId: 'long', hoveredId: 'short' });
  expect(segments.map((each) => each.class?.includes('hl-lifted'))).toEqual([false, true, false]);
  expect(segments[1]?.style).toContain(`inset 1.5px 0 ${ruleColour(5)},inset -1.5px 0 ${ruleColour(5)}`);
  const [first, , last] = paint([long, short], { activeId: 'long' });
  expect(first?.style).toContain('inset 1.5px');
  expect(last?.style).toContain('inset -1.5px');
});
