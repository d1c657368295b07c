import { describe, expect, test } from 'vitest';
import { type CorpusChange, isStaleAfter } from './invalidation.ts';
import { keys } from './keys.ts';

const change = (tables: string[], articleId: string | null = null, foreign = false): CorpusChange => ({
  event: 'corpus.changed',
  tables,
  articleId,
  foreign,
});

describe('what a change makes stale', () => {
  test('an annotation: the list of its article, the counts, the library, never the text', () => {
    const made = change(['annotations', 'anchors', 'links', 'history_entries', 'history_changes'], 'a');
    expect(isStaleAfter(keys.annotations('a'), made)).toBe(true);
    expect(isStaleAfter(keys.annotations('b'), made)).toBe(false);
    expect(isStaleAfter(keys.articles, made)).toBe(true);
    expect(isStaleAfter(keys.corpusCounts, made)).toBe(true);
    expect(isStaleAfter(keys.historyState, made)).toBe(true);
    expect(isStaleAfter(keys.article('a'), made)).toBe(false);
    expect(isStaleAfter(keys.codebooks, made)).toBe(false);
  });

  test('a change of no one article reaches all of them', () => {
    expect(isStaleAfter(keys.annotations('b'), change(['annotations']))).toBe(true);
  });

  test('another process may have changed anything but this machine', () => {
    expect(isStaleAfter(keys.article('a'), change([], null, true))).toBe(true);
    expect(isStaleAfter(keys.session, change([], null, true))).toBe(false);
  });

  test('a table that is not known here makes everything stale', () => {
    expect(isStaleAfter(keys.codebooks, change(['something_new'], 'a'))).toBe(true);
  });
});
