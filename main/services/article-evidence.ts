import type { ProposedField } from '#domain/contract/article.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { carryThrough } from '#domain/text/carry-chain.ts';
import type { Span } from '#domain/text/span.ts';
import type { TextChange } from '#domain/text/well-formed.ts';
import type { Connection } from '../db/connection.ts';
import type { Proposal, ReadContext } from './context.ts';
import { getLive } from './live-article.ts';
import { changesOf, getRevision } from './revise-article.ts';

export function listEvidence({ db }: ReadContext, input: Input<'article.evidence'>): Output<'article.evidence'> {
  const current = getRevision(db, getLive(db, input.articleId).revision_id as string);
  const stored = db.prepare('SELECT proposal FROM originals WHERE id = ?').pluck().get(current.originalId) as string;
  const { revisionId, fields = [] } = JSON.parse(stored) as Partial<Proposal>;
  const steps = revisionId === undefined ? null : stepsBetween(db, revisionId, current.id);
  return fields.map(
    (field): ProposedField => ({
      ...field,
      parts: field.parts.map(({ start, end, ...part }) => ({
        ...part,
        at: steps === null || part.from !== 'text' ? null : placed({ start, end }, steps),
      })),
    }),
  );
}

type Step = { text: string; changes: TextChange[] };

function placed(span: Span, steps: readonly Step[]): Span | null {
  return span.start < span.end ? carryThrough(span, steps) : null;
}

/** What was done to one revision until it was another; null when the one does not come before the other. */
function stepsBetween(db: Connection, from: string, to: string): Step[] | null {
  const steps: Step[] = [];
  for (let revision = getRevision(db, to); revision.id !== from; ) {
    if (revision.parentId === null) return null;
    const parent = getRevision(db, revision.parentId);
    steps.unshift({ text: parent.text, changes: changesOf(db, revision.id) });
    revision = parent;
  }
  return steps;
}
