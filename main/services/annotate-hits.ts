import { v7 as uuidv7 } from 'uuid';
import type { Input, Output } from '#domain/contract/index.ts';
import { createAnchor } from '#domain/text/anchor.ts';
import { snapToGraphemes } from '#domain/text/graphemes.ts';
import { isSpanOf } from '#domain/text/span.ts';
import { prepared } from '../db/connection.ts';
import { findRow } from '../db/recorder.ts';
import { insertAnnotation } from './annotations.ts';
import { getCategory, titleOf } from './categories.ts';
import { idTaken } from './codebooks.ts';
import type { WriteContext } from './context.ts';
import { type CurrentText, findCurrentText } from './live-article.ts';

type Given = Input<'text.annotateHits'>['hits'][number];
type Refused = Output<'text.annotateHits'>['refused'][number];

/** The passage is widened to grapheme edges, as a selection is. */
export function annotateHits(context: WriteContext, input: Input<'text.annotateHits'>): Output<'text.annotateHits'> {
  const { db } = context;
  const [first] = input.categories.map(({ categoryId }) => getCategory(db, categoryId));
  const refused: Refused[] = [];
  const texts = new Map<string, CurrentText | null>();
  let made = 0;
  for (const hit of input.hits) {
    if (findRow(db, 'annotations', hit.id) !== null) throw idTaken(hit.id);
    if (!texts.has(hit.articleId)) texts.set(hit.articleId, findCurrentText(db, hit.articleId));
    const present = texts.get(hit.articleId) ?? null;
    const reason = refusalOf(hit, present);
    if (present === null || reason !== null) {
      refused.push({ id: hit.id, reason: reason ?? 'article-missing' });
      continue;
    }
    const anchor = createAnchor(present.text, snapToGraphemes(present.text, hit.span));
    if (isLinkedAlready(context, hit, anchor, input.categories)) {
      refused.push({ id: hit.id, reason: 'already-linked' });
      continue;
    }
    insertAnnotation(
      context,
      {
        id: hit.id,
        articleId: hit.articleId,
        revisionId: hit.revisionId,
        links: input.categories.map((category) => ({ id: uuidv7(), ...category })),
        ...(input.status === undefined ? {} : { status: input.status }),
      },
      anchor,
      'search',
    );
    made += 1;
  }
  context.note(null, first === undefined ? '' : titleOf(first));
  return { made, refused };
}

function refusalOf(hit: Given, present: CurrentText | null): Refused['reason'] | null {
  if (present === null) return 'article-missing';
  if (present.revisionId !== hit.revisionId) return 'revision-missing';
  const { start, end } = hit.span;
  return isSpanOf(present.text, hit.span) && present.text.slice(start, end) === hit.exact ? null : 'quote-mismatch';
}

/** Whether an annotation of the coder at exactly this place is linked to all of these categories. */
function isLinkedAlready(
  { db, coder }: WriteContext,
  hit: Given,
  { start, end }: { start: number; end: number },
  categories: Input<'text.annotateHits'>['categories'],
): boolean {
  const least = prepared(
    db,
    `SELECT max(linked) FROM (
       SELECT count(DISTINCT l.category_id) AS linked
       FROM anchors k JOIN annotations n ON n.id = k.annotation_id AND n.deleted_at IS NULL
       JOIN links l ON l.annotation_id = n.id AND l.deleted_at IS NULL
       WHERE k.revision_id = ? AND k.start = ? AND k."end" = ? AND k.deleted_at IS NULL AND k.state = 'placed'
         AND n.coder_id = ? AND l.category_id IN (SELECT value FROM json_each(?))
       GROUP BY n.id)`,
  )
    .pluck()
    .get(hit.revisionId, start, end, coder.id, JSON.stringify(categories.map(({ categoryId }) => categoryId))) as
    | number
    | null;
  return least === categories.length;
}
