import { decisionCategories } from './decision-categories.ts';

/** The id of the built-in codebook, the same in every corpus. */
export const BUILTIN_CODEBOOK_ID = '08449728-9aaa-5a8d-8cd9-c16aac745676';
/** The id of the built-in codebook's first and only revision, the same in every corpus. */
export const BUILTIN_CODEBOOK_REVISION_ID = 'ee912c03-e515-58cb-a407-f4acf62c5208';
/** The name of the built-in codebook in the three languages of the interface. */
export const BUILTIN_CODEBOOK_NAME = {
  nameHant: '二十屆三中全會《決定》',
  nameHans: '二十届三中全会《决定》',
  nameEn: 'Third Plenum Decision (2024)',
} as const;

/** A category of the built-in codebook: one of the Decision's 15 parts or 60 items. */
export interface BuiltinCategory {
  /** UUID, the same in every corpus. */
  readonly id: string;
  /** The id of the item's part; null for a part. */
  readonly parentId: string | null;
  /** `13` for a part, `13·51` (U+00B7) for an item. */
  readonly number: string;
  /** 1 to 15. */
  readonly part: number;
  /** 1 to 60, counted through all parts; null for a part. */
  readonly item: number | null;
  /** Place in the whole codebook, 0 to 74: a part, its items, the next part. */
  readonly position: number;
  readonly titleHant: string;
  readonly titleHans: string;
  readonly titleEn: string;
  /** Palette index, 1 to 15: the part. */
  readonly colour: number;
}

const LINE = /^((\d+)(?:·(\d+))?) \| ([0-9a-f-]{36}) \| ([^|]+) \| ([^|]+) \| ([^|]+)$/;

function readOutline(outline: string): BuiltinCategory[] {
  let partId: string | null = null;
  return outline
    .trim()
    .split('\n')
    .map((line, position) => {
      const [, number, part, item, id, titleHant, titleHans, titleEn] = LINE.exec(line) ?? [];
      if (!number || !id || !titleHant || !titleHans || !titleEn) throw new Error(`not a category: ${line}`);
      const parentId = item === undefined ? null : partId;
      if (item === undefined) partId = id;
      return {
        id,
        parentId,
        number,
        part: Number(part),
        item: item === undefined ? null : Number(item),
        position,
        titleHant,
        titleHans,
        titleEn,
        colour: Number(part),
      };
    });
}

/** The 75 categories of the built-in codebook in order: a part, its items, the next part. */
export const builtinCategories: readonly BuiltinCategory[] = readOutline(decisionCategories);

const fixedIds: ReadonlySet<string> = new Set(builtinCategories.map(({ id }) => id));

/** Whether a category is one of the Decision's parts or items, which keep their numbers, titles and places. */
export function isFixedCategory(id: string): boolean {
  return fixedIds.has(id);
}
