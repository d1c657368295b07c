import { describe, expect, it } from 'vitest';
import { findReuse } from './find-reuse.ts';
import { proposeRelation } from './propose-relation.ts';
import { indexReference } from './reference-index.ts';

const LAW = '河湖長每月巡查一次岸線，建立排污口臺賬，公開整改結果。鼓勵村民舉報，十日內答覆。';
const middle = LAW.indexOf('。') + 1;
const reference = indexReference({
  id: 'law',
  text: LAW,
  units: [
    { id: '1', start: 0, end: middle, categoryId: 'rivers' },
    { id: '2', start: middle, end: LAW.length, categoryId: 'reports' },
  ],
});

function propose(
  article: string,
  { categoryId = 'rivers', words = 'own' }: Partial<Parameters<typeof proposeRelation>[3]> = {},
) {
  const runs = findReuse(article, [reference]);
  return proposeRelation(article, { start: 0, end: article.length }, runs, { categoryId, words });
}

describe('the relation proposed', () => {
  it.each([
    ['河湖长每月巡查一次岸线，建立排污口台账。', 'verbatim'],
    ['河湖长每周巡查两次岸线和河滩，建立起排污口台账。', 'adapted'],
    ['会上有人谈起许多别的事情，说到河湖长每月巡查一次岸线，随后大家又聊了很久家常，直到天黑才散。', 'mention'],
    [
      '会上有人谈起许多别的事情，说到河湖长每月巡查一次岸线，大同市水务局随后装了二百三十个摄像头，日夜看着河。',
      'local',
    ],
    ['大同市给三百二十户渔民发了补贴。', 'local'],
    ['渔民们都很高兴。', null],
  ])('of %s is %s', (article, relation) => {
    expect(propose(article).relation).toBe(relation);
  });

  it('is of the category asked for', () => {
    expect(propose('河湖长每月巡查一次岸线。', { categoryId: 'reports' })).toMatchObject({ relation: null, shared: 0 });
  });

  it('comes with its figures, and with the local evidence where the words are the reference’s', () => {
    const found = propose('我省河湖长每月巡查一次岸线，建立排污口台账，公开整改结果。');
    expect(found).toMatchObject({ relation: 'verbatim', length: 26, shared: 24, longest: 24, words: 'own' });
    expect(found.local).toEqual([{ start: 0, end: 2, what: 'place' }]);
  });

  it('is never local for a citation or a subhead', () => {
    const article = '大同市三百户渔民';
    expect(propose(article, { words: 'cited' })).toMatchObject({ relation: null, words: 'cited' });
    expect(propose(article, { words: 'subhead' })).toMatchObject({ relation: null, words: 'subhead' });
  });
});
