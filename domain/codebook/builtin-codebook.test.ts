import { readFileSync } from 'node:fs';
import { v5 } from 'uuid';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  BUILTIN_CODEBOOK_ID,
  BUILTIN_CODEBOOK_NAME,
  BUILTIN_CODEBOOK_REVISION_ID,
  builtinCategories,
} from './builtin-codebook.ts';

const outline = z
  .array(
    z.object({
      part: z.number(),
      title_hans: z.string(),
      title_hant: z.string(),
      items: z.array(z.object({ no: z.number(), title_hans: z.string(), title_hant: z.string() })),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('../../resources/codebook/decision-outline.json', import.meta.url), 'utf8')));

test('the categories are the outline of the Decision, in its order', () => {
  const expected = outline.flatMap((part) => [
    { number: `${part.part}`, part: part.part, item: null, titleHant: part.title_hant, titleHans: part.title_hans },
    ...part.items.map((item) => ({
      number: `${part.part}\u00b7${item.no}`,
      part: part.part,
      item: item.no,
      titleHant: item.title_hant,
      titleHans: item.title_hans,
    })),
  ]);
  expect(
    builtinCategories.map(({ number, part, item, titleHant, titleHans }) => ({
      number,
      part,
      item,
      titleHant,
      titleHans,
    })),
  ).toEqual(expected);
  expect(builtinCategories).toHaveLength(75);
});

test('items count from 1 to 60 through 15 parts, each below its own part', () => {
  expect(builtinCategories.flatMap((category) => category.item ?? [])).toEqual(
    Array.from({ length: 60 }, (_, i) => i + 1),
  );
  const parts = new Map(builtinCategories.filter((c) => c.item === null).map((c) => [c.id, c.part]));
  expect([...parts.values()]).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
  for (const category of builtinCategories) {
    if (category.item === null) expect(category.parentId).toBeNull();
    else expect(parts.get(category.parentId ?? '')).toBe(category.part);
    expect(category.colour).toBe(category.part);
  }
  expect(builtinCategories.map((category) => category.position)).toEqual(builtinCategories.map((_, i) => i));
});

test('ids are distinct UUIDs and have not moved', () => {
  const ids = [BUILTIN_CODEBOOK_ID, BUILTIN_CODEBOOK_REVISION_ID, ...builtinCategories.map((category) => category.id)];
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(77);
  expect(BUILTIN_CODEBOOK_ID).toBe('08449728-9aaa-5a8d-8cd9-c16aac745676');
  expect(BUILTIN_CODEBOOK_REVISION_ID).toBe('ee912c03-e515-58cb-a407-f4acf62c5208');
  const namespace = v5('https://jianzhu.invalid/codebook/third-plenum-decision', v5.URL);
  expect(ids).toEqual([
    v5('codebook', namespace),
    v5('revision/1', namespace),
    ...builtinCategories.map(({ part, item }) => v5(item === null ? `part/${part}` : `item/${item}`, namespace)),
  ]);
});

test('every category has a distinct English title without Han characters', () => {
  const titles = builtinCategories.map((category) => category.titleEn);
  expect(new Set(titles).size).toBe(75);
  for (const title of titles) {
    expect(title).toMatch(/^[A-Z][A-Za-z0-9 ,’“”()-]+$/);
    expect(title.length).toBeLessThanOrEqual(125);
  }
  expect(BUILTIN_CODEBOOK_NAME.nameHant).toContain('《決定》');
});
