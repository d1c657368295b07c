import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnnotationNote, writeAnnotationNote } from './annotation-note.ts';
import { describeCategory, indexOfColour, colourOfIndex, readCategoryDescription } from './category-description.ts';
import { readLabelled, readList, writeLabelled, writeList } from './labelled-text.ts';

const hostile = fc
  .array(
    fc.constantFrom(
      '【',
      '】',
      '\\',
      '\n',
      'voice',
      'status',
      '改',
      ' ',
      '\r',
      '：',
      '；',
      '【voice】',
      '【status】\n',
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));

test('prose and fields come back as they were, whatever is in them', () => {
  fc.assert(
    fc.property(hostile, hostile, fc.option(hostile, { nil: undefined }), (body, voice, status) => {
      const fields = { voice, ...(status === undefined ? {} : { status }) };
      expect(readLabelled(writeLabelled({ body, fields }), ['voice', 'status'])).toEqual({ body, fields });
    }),
    { numRuns: 1000 },
  );
});

test('a list comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1 }), (items) => {
      expect(readList(writeList(items))).toEqual(items);
    }),
  );
});

test('what a category means comes back as it was', () => {
  const described = fc.record({
    definition: hostile,
    rulesFor: hostile,
    rulesAgainst: hostile,
    boundaryCases: hostile,
    examples: hostile,
    number: hostile,
    retired: fc.boolean(),
  });
  fc.assert(
    fc.property(described, (category) => {
      expect(readCategoryDescription(describeCategory(category))).toEqual(category);
    }),
  );
});

test('a note comes back with voice, status, translation and relations', () => {
  const said = fc.option(hostile, { nil: null });
  const annotation = fc.record({
    note: hostile,
    translation: hostile,
    status: fc.constantFrom('draft' as const, 'settled' as const, 'doubtful' as const),
    voice: fc.option(
      fc.record({
        kind: fc.constantFrom('official' as const, 'citizen' as const),
        name: said,
        office: said,
        level: fc.constantFrom(null, 'provincial' as const),
        place: said,
      }),
      { nil: null },
    ),
    relation: fc.constantFrom(null, 'verbatim' as const, 'local' as const),
    origin: fc.constantFrom('hand' as const, 'search' as const, 'suggestion' as const),
  });
  fc.assert(
    fc.property(annotation, hostile, ({ relation, origin, ...rest }, name) => {
      const categoryId = '01932f6e-0000-7000-8000-000000000006';
      const link = { id: 'x', categoryId, coderId: 'y', relation, origin, suggested: false, recheck: false, at: '' };
      const text = writeAnnotationNote({ ...rest, links: [link] }, () => name);
      const { links, ...read } = readAnnotationNote(text);
      expect(read).toEqual(rest);
      expect(links.get(categoryId) ?? { relation: null, origin: 'hand' }).toEqual({ relation, origin });
    }),
    { numRuns: 500 },
  );
});

test('a colour of the palette comes back as itself, others as the nearest', () => {
  for (let index = 1; index <= 15; index++) expect(indexOfColour(colourOfIndex(index))).toBe(index);
  expect(indexOfColour('#000')).not.toBeNull();
  expect(indexOfColour('red')).toBeNull();
});
