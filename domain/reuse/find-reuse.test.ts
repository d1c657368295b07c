import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRepairs, proposeRepairs } from '../repair/repair-text.ts';
import { spansOverlap } from '../text/span.ts';
import { gramWeights } from './commonness.ts';
import { decisionOf } from './decision-units.test-support.ts';
import { findReuse } from './find-reuse.ts';
import { foldedString, foldText } from './folded-text.ts';
import { indexReference, indexText } from './reference-index.ts';
import pairs from './shanxi-pairs.json' with { type: 'json' };

const folded = (text: string) => foldedString(foldText(text));
const LAW = '河湖長每月巡查一次岸線，建立排污口臺賬，公開整改結果。村民可以舉報，十日內答覆。';

describe('reuse', () => {
  const law = indexText('law', LAW);

  it('is exact after folding', () => {
    expect(findReuse('文件说：“河湖长每月巡查一次岸线”，大家照办。', [law])).toMatchObject([
      { article: { start: 5, end: 16 }, reference: { start: 0, end: 11 }, kind: 'exact', length: 11, share: 1 },
    ]);
  });

  it('is near where characters are put in, left out and replaced, and says which', () => {
    const article = '鎮裡的河湖長每週巡查一次岸線，已建立排污口臺賬。';
    const [run] = findReuse(article, [law]);
    expect(run?.kind).toBe('near');
    expect(run?.inserted.map(({ start, end }) => article.slice(start, end))).toEqual(['週', '已']);
    expect(run?.omitted.map(({ start, end }) => LAW.slice(start, end))).toEqual(['月']);
  });

  it('tells each reference and which share it', () => {
    const other = indexText('other', `通知。${LAW}`);
    const runs = findReuse('河湖長每月巡查一次岸線', [law, other]);
    expect(runs.map(({ referenceId, alsoIn }) => [referenceId, alsoIn])).toEqual([
      ['law', ['other']],
      ['other', ['law']],
    ]);
  });

  it('weighs down what is everywhere', () => {
    const articles = Array.from({ length: 40 }, (_, at) => `第${at}篇：河湖長每月巡查一次岸線。`);
    expect(findReuse('河湖長每月巡查一次岸線', [law], { commonness: gramWeights(articles) })).toEqual([]);
    const plenum = indexText('plenum', '为学习贯彻党的二十届三中全会精神，各地开会。');
    expect(findReuse('學習貫徹黨的二十屆三中全會精神', [plenum])).toEqual([]);
  });

  it('keeps to its threshold', () => {
    expect(findReuse('河湖長每月巡查一次岸線', [law], { least: 12 })).toEqual([]);
    expect(() => findReuse('', [law], { least: 3 })).toThrow(RangeError);
    expect(findReuse('', [law, indexText('empty', '')])).toEqual([]);
  });

  it('has pieces that are the same in both texts, in order and disjoint, whatever the texts', () => {
    const text = fc.string({
      unit: fc.constantFrom('國', '国', '家', '安', '全', '𠮷', '，', '\n', '㍿'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (article, reference) => {
        for (const run of findReuse(article, [indexText('r', reference)], { least: 4 })) {
          for (const [at, piece] of run.pieces.entries()) {
            const own = folded(article.slice(piece.article.start, piece.article.end));
            const other = folded(reference.slice(piece.reference.start, piece.reference.end));
            const common = own.length <= other.length ? own : other;
            expect(Array.from(common).length).toBeGreaterThanOrEqual(piece.length);
            if (!/[㍿]/u.test(article + reference)) {
              expect(own).toBe(other);
              expect(piece.article.start).toBeGreaterThanOrEqual(run.pieces[at - 1]?.article.end ?? 0);
              expect(piece.reference.start).toBeGreaterThanOrEqual(run.pieces[at - 1]?.reference.end ?? 0);
            }
          }
        }
      }),
    );
  });
});

const DECISION = new URL('../../../shared/data/decision-zh-hans.txt', import.meta.url);
const decision = existsSync(DECISION) ? decisionOf(readFileSync(DECISION, 'utf8')) : null;

describe.skipIf(decision === null)(
  'the Shanxi article against the Decision (left out where its text is not at hand)',
  () => {
    const imported = readFileSync(new URL('../../resources/sample/shanxi-article.txt', import.meta.url), 'utf8');
    const { text } = applyRepairs(imported, proposeRepairs(imported).repairs, 'all');
    const runs = decision === null ? [] : findReuse(text, [indexReference(decision)]);
    const categoriesIn = (from: string, to: string) => {
      const start = text.indexOf(from);
      const end = text.indexOf(to, start) + to.length;
      expect(start).toBeGreaterThan(-1);
      return runs
        .filter((run) => run.article.start < end && run.article.end > start)
        .flatMap(({ units }) => units.map(({ categoryId }) => categoryId));
    };

    it.each([
      ['必須全面貫徹', '長治久安', 'part 13', 'item 50'],
      ['提升數據安全', '跨境流動', 'item 9', 'item 50'],
      ['創新藥', '傳承創新', 'item 45', 'item 50'],
      ['健全鄉鎮', '管理力量', 'item 52', 'item 50'],
      ['從健全重大突發', '體制建設', 'item 51', 'item 52'],
    ])('%s…%s leads to %s and not to %s', (from, to, category, not) => {
      expect(categoriesIn(from, to)).toContain(category);
      expect(categoriesIn(from, to)).not.toContain(not);
    });

    it('finds nine of ten pairs of passage and sentence that a reader found', () => {
      const hash = (piece: string) => createHash('sha256').update(piece).digest('hex');
      const missed = pairs.filter(({ passage, sentence }) => {
        expect(hash(text.slice(passage.start, passage.end))).toBe(passage.sha256);
        expect(hash(decision?.text.slice(sentence.start, sentence.end) ?? '')).toBe(sentence.sha256);
        return !runs.some(
          (run) => spansOverlap(run.article, passage) && run.units.some(({ id }) => id === String(sentence.start)),
        );
      });
      expect(pairs.length).toBeGreaterThanOrEqual(20);
      expect(1 - missed.length / pairs.length, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.9);
    });

    it('puts the fragments of item 51 together', () => {
      const start = text.indexOf('從健全重大突發');
      const run = runs.find((each) => each.article.start <= start + 2 && each.article.end > start + 75);
      expect(run?.kind).toBe('near');
      expect(run?.pieces.length).toBeGreaterThanOrEqual(4);
      expect(run?.omitted.length).toBeGreaterThan(0);
    });
  },
);
