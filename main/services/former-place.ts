import type { Annotation } from '#domain/contract/annotation.ts';
import { type Connection, prepared } from '../db/connection.ts';

type Formerly = NonNullable<Annotation['formerly']>;

/**
 * With the words it last stood on for certain, before a new text made its place a guess. One whose place is settled is
 * left as it is, and so is an orphan, which has kept its words.
 */
export function withFormerPlace(db: Connection, annotation: Annotation): Annotation {
  if (annotation.toConfirm === null) return annotation;
  const formerly = prepared(
    db,
    `SELECT k.prefix, k.exact, k.suffix FROM anchors k JOIN revisions r ON r.id = k.revision_id
     WHERE k.annotation_id = ? AND k.deleted_at IS NULL AND k.state = 'placed' AND k.confirmation IS NULL
       AND r.number < (SELECT number FROM revisions WHERE id = ?)
     ORDER BY r.number DESC LIMIT 1`,
  ).get(annotation.id, annotation.revisionId) as Formerly | undefined;
  return formerly === undefined ? annotation : { ...annotation, formerly };
}
