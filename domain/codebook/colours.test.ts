import { describe, expect, test } from 'vitest';
import { categoryColour, categoryColours, PAGE_COLOURS } from './colours.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const IDENTITY: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
// Machado, Oliveira & Fernandes 2009, severity 1.0, for linear sRGB.
const PROTANOPIA: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const DEUTERANOPIA: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const TRITANOPIA: Matrix = [
  [1.255528, -0.076749, -0.178779],
  [-0.078411, 0.930809, 0.147602],
  [0.004733, 0.691367, 0.3039],
];
const SIGHTS = { normal: IDENTITY, protan: PROTANOPIA, deutan: DEUTERANOPIA, tritan: TRITANOPIA };

const TO_LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_OKLAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

const THEMES = ['light', 'dark'] as const;
const ACCENT = '#b8321f';
const pairs = categoryColours.flatMap((_, i) => categoryColours.slice(i + 1).map((_, j) => [i, i + 1 + j] as const));

function multiply(matrix: Matrix, [x, y, z]: Triple): Triple {
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function each([x, y, z]: Triple, change: (value: number) => number): Triple {
  return [change(x), change(y), change(z)];
}

function linear(hex: string): Triple {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return each([channel(1), channel(3), channel(5)], (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function distance(one: string, other: string, sight: Matrix): number {
  const seen = (hex: string) => {
    const rgb = each(multiply(sight, linear(hex)), (v) => Math.min(1, Math.max(0, v)));
    return multiply(TO_OKLAB, each(multiply(TO_LMS, rgb), Math.cbrt));
  };
  const [a, b] = [seen(one), seen(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

test('the measures agree with published values', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(distance('#000000', '#ffffff', IDENTITY)).toBeCloseTo(100, 3);
  expect(distance('#ff0000', '#00ff00', IDENTITY)).toBeCloseTo(51.98, 1);
  for (const sight of Object.values(SIGHTS)) expect(distance('#808080', '#ffffff', sight)).toBeCloseTo(40.01, 1);
});

test('fifteen colours, and no other index', () => {
  expect(categoryColours).toHaveLength(15);
  expect(categoryColour(1)).toBe(categoryColours[0]);
  expect(categoryColour(15)).toBe(categoryColours[14]);
  for (const index of [0, 16, -1, 1.5, Number.NaN]) expect(() => categoryColour(index)).toThrow(RangeError);
  for (const { light, dark } of categoryColours)
    for (const hex of [...Object.values(light), ...Object.values(dark)]) expect(hex).toMatch(/^#[0-9a-f]{6}$/);
});

describe.each(THEMES)('%s', (theme) => {
  const { paper, ink: pageInk } = PAGE_COLOURS[theme];
  const rules = categoryColours.map((colours) => colours[theme].rule);
  const least = (sight: Matrix, of: readonly (readonly [number, number])[]) =>
    Math.min(...of.map(([i, j]) => distance(rules[i] ?? '', rules[j] ?? '', sight)));

  test.each(categoryColours.map((colours, i) => [i + 1, colours[theme]] as const))(
    'text stays readable over colour %i',
    (_, { tint, rule, ink }) => {
      expect(contrast(pageInk, tint)).toBeGreaterThanOrEqual(7);
      expect(contrast(rule, paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
      expect(distance(tint, paper, IDENTITY)).toBeGreaterThanOrEqual(6);
      expect(contrast(rule, tint)).toBeGreaterThanOrEqual(2.5);
    },
  );

  test('any two rules stay apart in every sight', () => {
    expect(least(SIGHTS.normal, pairs)).toBeGreaterThanOrEqual(theme === 'light' ? 10.5 : 11);
    for (const sight of [SIGHTS.protan, SIGHTS.deutan, SIGHTS.tritan])
      expect(least(sight, pairs)).toBeGreaterThanOrEqual(theme === 'light' ? 6.5 : 6.9);
  });

  test('neighbouring parts differ strongly in every sight', () => {
    const neighbours = pairs.filter(([i, j]) => j === i + 1);
    for (const sight of Object.values(SIGHTS)) expect(least(sight, neighbours)).toBeGreaterThanOrEqual(15);
  });

  test('no rule comes near the accent', () => {
    for (const rule of rules) expect(distance(rule, ACCENT, IDENTITY)).toBeGreaterThanOrEqual(9);
  });
});
