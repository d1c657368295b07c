import { builtinCategories } from '../../domain/codebook/builtin-codebook.ts';
import { findReuse } from '../../domain/reuse/find-reuse.ts';
import { indexReference } from '../../domain/reuse/reference-index.ts';
import type { Connection } from '../../main/db/connection.ts';
import { prepareReference } from '../../main/services/reference-import.ts';
import { basisOf, loadReferences } from '../../main/services/reuse.ts';
import { skeletonDecision } from '../../main/services/skeleton-decision.test-support.ts';

/** Every so many items have a sentence of which the articles' texts are made, of so many characters. */
const EVERY = 5;
const LENGTH = 40;

/**
 * Stores a reference with the divisions of the Decision, of which the texts that are cut out of `whole` take up some items.
 * Gives what stores the comparison of a text with it: the runs of a text that was compared before are known.
 */
export function writeReference(db: Connection, whole: string, now: string): (revisionId: string, text: string) => void {
  const items = builtinCategories.flatMap(({ item }) => (item === null || item % EVERY !== 0 ? [] : [item]));
  const apart = Math.floor((whole.length - LENGTH) / items.length);
  const bodies = items.map((item, at) => [
    item,
    `${whole.slice(at * apart, at * apart + LENGTH).replaceAll('\n', '')}。`,
  ]);
  const reference = prepareReference(
    '決定.txt',
    skeletonDecision(Object.fromEntries(bodies) as Record<number, string>),
  );
  const { id, name, fileName, text } = reference;
  db.prepare('INSERT INTO reference_texts VALUES (?, ?, ?, ?, ?, 1, ?, ?, NULL)').run(
    id,
    name,
    fileName,
    text,
    '',
    now,
    now,
  );
  const division = db.prepare('INSERT INTO reference_divisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, NULL)');
  for (const { id: own, kind, depth, start, bodyStart, label, title, categoryId } of reference.divisions)
    division.run(own, id, kind, depth, start, bodyStart, label, title, categoryId, now, now);
  const indexes = loadReferences(db).map((each) => indexReference(each));
  const basis = basisOf(db);
  const known = new Map<string, string>();
  const result = db.prepare('INSERT INTO reuse_results VALUES (?, ?, ?)');
  return (revisionId, compared) => {
    let runs = known.get(compared);
    if (runs === undefined) known.set(compared, (runs = JSON.stringify(findReuse(compared, indexes))));
    result.run(revisionId, basis, runs);
  };
}
