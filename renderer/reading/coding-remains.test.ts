import { expect, test } from 'vitest';
import { annotate, linkTo } from '#domain/report/report-fixture.ts';
import { remainsOf } from './coding-remains.ts';

const TEXT = '題\n第一段。\n第二段。\n\n編輯：某';
const ROLES = ['title', 'body', 'body', 'body', 'editor'] as const;

test('what is left: paragraphs of body that nothing touches, empty ones not counted', () => {
  const { untouched, paragraphs } = remainsOf(TEXT, ROLES, [annotate(TEXT, 2, 4)]);
  expect(paragraphs).toBe(2);
  expect(untouched.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['第二段。']);
});

test('an orphan touches nothing; one annotation may want several things', () => {
  const wanting = annotate(TEXT, 2, 4, { anchorState: 'orphan', status: 'draft', links: [] });
  const done = annotate(TEXT, 7, 9, { links: [linkTo('1')] });
  const { annotations, untouched } = remainsOf(TEXT, ROLES, [wanting, done]);
  expect([...annotations.keys()]).toEqual(['draft', 'orphan', 'no-category']);
  expect(untouched).toHaveLength(1);
  expect(remainsOf(TEXT, ROLES, [done, annotate(TEXT, 0, 5, { links: [linkTo('1')] })]).annotations.size).toBe(0);
});
