import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportSections } from '#domain/contract/report.ts';
import { placeSections, stepSection } from './composition.ts';

test('a section moves by one place, and stays at the ends', () => {
  expect(stepSection(['text', 'counts', 'method'], 'counts', -1)).toEqual(['counts', 'text', 'method']);
  expect(stepSection(['text', 'counts', 'method'], 'counts', 1)).toEqual(['text', 'method', 'counts']);
  expect(stepSection(['text', 'counts'], 'text', -1)).toEqual(['text', 'counts']);
});

test('sections are put before or after another', () => {
  expect(placeSections(['text', 'counts', 'method'], new Set(['method']), 'text', 'before')).toEqual([
    'method',
    'text',
    'counts',
  ]);
  expect(placeSections(['text', 'counts', 'method'], new Set(['text']), 'counts', 'after')).toEqual([
    'counts',
    'text',
    'method',
  ]);
});

test('however they are moved, none is lost and none stands twice', () => {
  const section = fc.constantFrom(...reportSections);
  fc.assert(
    fc.property(fc.uniqueArray(section), section, fc.constantFrom('before', 'after'), (moved, target, where) => {
      const order = placeSections(reportSections, new Set(moved), target, where);
      expect(order.toSorted()).toEqual([...reportSections].toSorted());
    }),
  );
});
