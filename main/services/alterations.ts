import type { Alteration } from '#domain/citation/quote-passage.ts';
import { netChanges } from '#domain/text/carry.ts';
import { invertChanges } from '#domain/text/well-formed.ts';
import type { Connection } from '../db/connection.ts';
import { changesOf } from './revise-article.ts';
import { chainOf } from './revisions.ts';

/**
 * What repairs and corrections have put into a text since it was imported and made well-formed: in offsets of the
 * revision, sorted.
 */
export function alterationsOf(db: Connection, revisionId: string): Alteration[] {
  const [imported, ...later] = chainOf(db, revisionId).toReversed();
  if (imported === undefined || later.length === 0) return [];
  // From the last to the first, the offsets of each change are those of the text before all of them.
  const steps = later.flatMap(({ id }) => changesOf(db, id).toReversed());
  return invertChanges(imported.text, netChanges(steps, imported.text)).map(({ start, end, insert }) => ({
    start,
    end,
    before: insert,
  }));
}
