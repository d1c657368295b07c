import { expect, test } from 'vitest';
import type { ArticleMetadata, ProposedField } from '#domain/contract/article.ts';
import { findEvidence, spansOf, withPart } from './field-evidence.ts';

const known: ArticleMetadata = {
  title: null,
  outlet: '山西日報',
  outletProvince: '山西',
  places: ['太原', '大同'],
  publishedOn: null,
  reporters: [],
  editor: null,
  source: null,
  address: null,
  genre: null,
  script: 'hant',
};
const part = (value: string, at: number | null) => ({
  value,
  from: 'text' as const,
  quote: value,
  at: at === null ? null : { start: at, end: at + value.length },
});
const province: ProposedField = { field: 'outletProvince', confidence: 'likely', parts: [part('山西', 3)] };
const places: ProposedField = {
  field: 'places',
  confidence: 'likely',
  parts: [part('大同', 20), part('臨汾', null), part('太原', 9)],
};
const values = (parts: readonly { value: string }[]) => parts.map(({ value }) => value);

test('a value stands on its proposal, was changed from it, or is hers alone', () => {
  expect(findEvidence(known, 'outletProvince', [province])).toMatchObject({
    standing: province.parts,
    offered: [],
    byHand: [],
    concluded: true,
  });
  const changed = { ...known, outletProvince: '河北' };
  expect(findEvidence(changed, 'outletProvince', [province])).toMatchObject({
    standing: [],
    offered: province.parts,
    byHand: ['河北'],
  });
  expect(findEvidence(known, 'outlet', [province])).toMatchObject({ standing: [], offered: [], byHand: ['山西日報'] });
  expect(findEvidence(known, 'title', [])).toEqual({ standing: [], offered: [], byHand: [], concluded: false });
});

test('of a list each item has its own evidence', () => {
  const found = findEvidence({ ...known, places: ['太原', '呂梁', '大同'] }, 'places', [places]);
  expect(values(found.standing)).toEqual(['大同', '太原']);
  expect(values(found.offered)).toEqual(['臨汾']);
  expect(found.byHand).toEqual(['呂梁']);
  expect(spansOf(found)).toEqual([
    { start: 20, end: 22 },
    { start: 9, end: 11 },
  ]);
});

test('what is taken back comes into its place, and what she added stays', () => {
  const [, linfen] = places.parts;
  if (linfen === undefined) throw new Error('no part');
  expect(withPart({ ...known, places: ['太原', '呂梁', '大同'] }, places, linfen)).toEqual({
    places: ['大同', '臨汾', '太原', '呂梁'],
  });
  expect(withPart({ ...known, outletProvince: null }, province, part('山西', 3))).toEqual({ outletProvince: '山西' });
});
