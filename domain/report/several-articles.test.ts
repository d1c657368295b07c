import { describe, expect, test } from 'vitest';
import { buildReport } from './build-report.ts';
import { annotate, id, linkTo, reportInput, reportSource } from './report-fixture.ts';

describe('several articles', () => {
  const texts = ['甲乙丙丁', '戊己庚辛'];
  const [first, second] = [
    reportSource(
      '甲乙丙丁',
      [
        annotate('甲乙丙丁', 0, 2, { links: [linkTo('13·51')] }),
        annotate('甲乙丙丁', 1, 3, { id: id(71), anchorState: 'orphan', exact: '失' }),
      ],
      { article: { outletProvince: '山西', title: '一' } },
    ),
    reportSource(
      '戊己庚辛',
      [annotate('戊己庚辛', 0, 1, { id: id(72), articleId: id(41), links: [linkTo('13·51'), linkTo('2')] })],
      { article: { id: id(41), outletProvince: null, title: '二' } },
    ),
  ];
  const report = buildReport({ ...reportInput('甲', []), sources: [first, second] });

  test('are numbered on, with their annotations', () => {
    expect(report.articles.map(({ number, annotations }) => [number, annotations.map((each) => each.number)])).toEqual([
      [1, [1]],
      [2, [3]],
    ]);
    expect(report.articles[0]?.orphans.map((each) => each.number)).toEqual([2]);
    expect(report.totals).toMatchObject({
      articles: 2,
      annotations: 3,
      orphans: 1,
      bodyCharacters: texts.join('').length,
    });
    expect(report.title).toEqual({ text: '語料：2 篇文章，3 條標註', known: true });
  });

  test('are grouped by category and by province, what is without one last', () => {
    expect(report.byCategory.map((group) => [group.level, group.number, group.annotationNumbers])).toEqual([
      [1, '2', [3]],
      [1, '13', []],
      [2, '13·51', [1, 3]],
      [1, '', [2]],
    ]);
    expect(report.byProvince.map(({ title, annotationNumbers }) => [title, annotationNumbers])).toEqual([
      ['山西', [1, 2]],
      ['未知', [3]],
    ]);
  });

  test('of categories, only those asked for are shown', () => {
    const focus = new Set([linkTo('2').categoryId]);
    const focused = buildReport({ ...reportInput('甲', []), sources: [second], by: 'categories', focus });
    expect(focused.byCategory.map(({ number }) => number)).toEqual(['2']);
    expect(focused.table.groups.map(({ head }) => head.number)).toEqual(['2']);
    expect(focused.method.find(({ term }) => term === 'selection')?.sentences[0]).toContain('2 ');
  });
});
