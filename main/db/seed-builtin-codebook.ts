import {
  BUILTIN_CODEBOOK_ID,
  BUILTIN_CODEBOOK_NAME,
  BUILTIN_CODEBOOK_REVISION_ID,
  builtinCategories,
} from '#domain/codebook/builtin-codebook.ts';
import type { Connection } from './connection.ts';

/** Puts the Decision's parts and items into a new corpus, under the ids they have in every corpus. */
export function seedBuiltinCodebook(db: Connection, now: string): void {
  db.prepare(
    `INSERT INTO codebooks (id, builtin, name_hant, name_hans, name_en, position, version, created_at, changed_at)
     VALUES (?, 1, ?, ?, ?, 0, 1, ?, ?)`,
  ).run(
    BUILTIN_CODEBOOK_ID,
    BUILTIN_CODEBOOK_NAME.nameHant,
    BUILTIN_CODEBOOK_NAME.nameHans,
    BUILTIN_CODEBOOK_NAME.nameEn,
    now,
    now,
  );
  db.prepare(
    `INSERT INTO codebook_revisions (id, codebook_id, number, contents, version, created_at, changed_at)
     VALUES (?, ?, 1, ?, 1, ?, ?)`,
  ).run(
    BUILTIN_CODEBOOK_REVISION_ID,
    BUILTIN_CODEBOOK_ID,
    JSON.stringify(
      builtinCategories.map(({ id, parentId, number, titleHant, titleHans, titleEn }) => ({
        id,
        parentId,
        number,
        titleHant,
        titleHans,
        titleEn,
      })),
    ),
    now,
    now,
  );
  const insert = db.prepare(
    `INSERT INTO categories (id, codebook_id, parent_id, position, number, title_hant, title_hans, title_en, colour, version, created_at, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`,
  );
  builtinCategories.forEach((category, position) => {
    insert.run(
      category.id,
      BUILTIN_CODEBOOK_ID,
      category.parentId,
      position,
      category.number,
      category.titleHant,
      category.titleHans,
      category.titleEn,
      category.colour,
      now,
      now,
    );
  });
}
