import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedString, foldText } from './folded-text.ts';
import { indexText } from './reference-index.ts';
import { sharedWording, stretchesByCount, united } from './shared-wording.ts';

const folded = (text: string) => foldedString(foldText(text));
const shared = (a: string, b: string, least = 4) => sharedWording(indexText('a', a), indexText('b', b), least);
const text = fc
  .array(
    fc.constantFrom(
      '河湖長每月巡查',
      '河湖长每月巡查',
      '建立臺賬，',
      '建立台账',
      '十日內答覆',
      '𠮷',
      '。',
      '\n',
      '另',
      '㍿',
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('wording that two texts share', () => {
  it('lines Traditional up with Simplified, and tells where each stands', () => {
    const a = '甲省的河湖長每月巡查一次岸線。';
    const b = '乙省。河湖长每月巡查一次岸线，公开结果。';
    const { runs, inA, inB } = shared(a, b, 8);
    expect(runs.map((run) => [a.slice(run.a.start, run.a.end), b.slice(run.b.start, run.b.end), run.kind])).toEqual([
      ['河湖長每月巡查一次岸線', '河湖长每月巡查一次岸线', 'exact'],
    ]);
    expect([inA, inB]).toEqual([[{ start: 3, end: 14 }], [{ start: 3, end: 14 }]]);
  });

  it('marks a sentence wherever it is repeated, and joins it to one place', () => {
    const once = '河湖長每月巡查一次岸線。';
    const twice = `${once}\n其他。\n${once}`;
    const { runs, inA, inB } = shared(once, twice, 8);
    expect(runs).toHaveLength(1);
    expect(inA).toHaveLength(1);
    expect(inB).toHaveLength(2);
  });

  it('has sides that change places with the texts', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const there = shared(a, b);
        const back = shared(b, a);
        expect(back.inA).toEqual(there.inB);
        expect(back.inB).toEqual(there.inA);
        const turned = back.runs
          .map((run) => ({ ...run, a: run.b, b: run.a }))
          .toSorted((x, y) => x.a.start - y.a.start);
        expect(turned.map((run) => [run.a, run.b, run.length])).toEqual(
          there.runs.map((run) => [run.a, run.b, run.length]),
        );
      }),
    );
  });

  it('has pieces that say the same in both texts, each stretch in one run, all of them among what is marked', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        fc.pre(!(a + b).includes('㍿'));
        const { runs, inA, inB } = shared(a, b);
        for (const [at, run] of runs.entries()) {
          expect(run.a.start).toBeGreaterThanOrEqual(runs[at - 1]?.a.end ?? 0);
          for (const piece of run.pieces) {
            const own = a.slice(piece.a.start, piece.a.end);
            expect(folded(own)).toBe(folded(b.slice(piece.b.start, piece.b.end)));
            expect(inA.some(({ start, end }) => start <= piece.a.start && piece.a.end <= end)).toBe(true);
            expect(inB.some(({ start, end }) => start <= piece.b.start && piece.b.end <= end)).toBe(true);
          }
        }
        const inOrder = runs.toSorted((x, y) => x.b.start - y.b.start);
        for (const [at, run] of inOrder.entries())
          expect(run.b.start).toBeGreaterThanOrEqual(inOrder[at - 1]?.b.end ?? 0);
      }),
    );
  });

  it('finds all of a text in itself, as far as it is long enough', () => {
    const whole = '河湖長每月巡查一次岸線，建立排污口臺賬。';
    expect(shared(whole, whole, 8).inA).toEqual([{ start: 0, end: whole.length - 1 }]);
    expect(shared('', whole).runs).toEqual([]);
  });
});

describe('stretches by how many texts have them', () => {
  const span = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }))
    .map(([start, long]) => ({ start, end: start + long }));
  const spans = fc.array(span, { maxLength: 6 }).map(united);

  it('counts at every place what a plain count gives', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 3 }), (coverings) => {
        const stretches = stretchesByCount(coverings);
        for (let at = 0; at < 42; at++) {
          const plain = coverings.filter((own) => own.some(({ start, end }) => start <= at && at < end)).length;
          expect(stretches.find(({ start, end }) => start <= at && at < end)?.count ?? 0).toBe(plain);
        }
        for (const [index, { start, end }] of stretches.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(stretches[index - 1]?.end ?? 0);
        }
      }),
    );
  });
});
