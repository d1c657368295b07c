import { Refusal } from '#domain/contract/answer.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { suggestWithClauses, SUGGEST_METHOD } from '#domain/suggest/suggest-categories.ts';
import { indexForSuggestions, type SuggestIndex } from '#domain/suggest/suggest-index.ts';
import type { EarlierLink } from '#domain/suggest/suggest-input.ts';
import { sentencesOf } from '#domain/text/sentences.ts';
import type { Connection } from '../db/connection.ts';
import { findRow, getRow, type Row } from '../db/recorder.ts';
import { getCategory } from './categories.ts';
import { idTaken } from './codebooks.ts';
import type { JobContext, ReadContext, WriteContext } from './context.ts';
import { currentText } from './live-article.ts';
import { basisOf, loadReferences } from './reuse.ts';

/** Learns from the coder's own links and refusals, up to the frozen instant; those of others are not looked at. */
export async function findSuggestions(
  context: JobContext,
  { articleId }: Input<'suggestion.find'>,
): Promise<Output<'suggestion.find'>> {
  const { db, coder } = context;
  const { text, revisionId } = currentText(db, articleId);
  const { until } = suggestionLearning(context);
  const coderId = coder?.id ?? '';
  const index = indexFor(db, coderId, until);
  const refused = new Map<string, Set<string>>();
  const rows = db
    .prepare(
      `SELECT exact, category_id AS categoryId FROM refused_suggestions
       WHERE article_id = ? AND coder_id = ? AND deleted_at IS NULL`,
    )
    .all(articleId, coderId) as { exact: string; categoryId: string }[];
  for (const { exact, categoryId } of rows) refused.set(exact, (refused.get(exact) ?? new Set()).add(categoryId));
  const spans = sentencesOf(text);
  const sentences = [];
  for (const [at, span] of spans.entries()) {
    if (context.cancelled()) break;
    const { suggestions } = suggestWithClauses(index, text, span, spans);
    const not = refused.get(text.slice(span.start, span.end));
    sentences.push({
      ...span,
      suggestions: suggestions.filter(({ categoryId }) => categoryId === null || not?.has(categoryId) !== true),
    });
    // A breath, so that a cancel is heard.
    if (at % 20 === 19) {
      context.progress(at + 1, spans.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { articleId, revisionId, basis: index.basis, method: SUGGEST_METHOD, until, sentences };
}

/** The index that was made last on a connection, and what it was made from. */
const made = new WeakMap<Connection, { from: string; index: SuggestIndex }>();

export function suggestForPassage(
  context: ReadContext,
  input: Input<'suggestion.forPassage'>,
): Output<'suggestion.forPassage'> {
  const { db, coder } = context;
  const { text, revisionId } = currentText(db, input.articleId);
  if (revisionId !== input.revisionId)
    throw new Refusal(
      'conflict',
      'revision-missing',
      'The text of this article was changed meanwhile: look at it again and mark the passage there.',
      { found: revisionId },
    );
  const { start, end } = input.span;
  if (start >= end || end > text.length)
    throw new Refusal(
      'invalid',
      'span-outside',
      `The passage is not one of the text, which has ${text.length} units.`,
      {
        ...input.span,
      },
    );
  const { until } = suggestionLearning(context);
  const coderId = coder?.id ?? '';
  const last = db.prepare('SELECT coalesce(max(seq), 0) FROM history_entries').pluck().get();
  const from = [basisOf(db), coderId, until, until === null ? last : ''].join(' ');
  const known = made.get(db);
  const index = known?.from === from ? known.index : indexFor(db, coderId, until);
  made.set(db, { from, index });
  const { basis, suggestions } = suggestWithClauses(index, text, input.span);
  return { basis, method: SUGGEST_METHOD, suggestions };
}

function indexFor(db: Connection, coderId: string, until: string | null): SuggestIndex {
  return indexForSuggestions({
    categories: suggestible(db),
    references: loadReferences(db),
    links: [...linksOf(db, coderId, until), ...refusalsOf(db, coderId, until)],
  });
}

export function refuseSuggestion(context: WriteContext, input: Input<'suggestion.refuse'>): Record<string, never> {
  const { db, record, coder } = context;
  if (findRow(db, 'refused_suggestions', input.id) !== null) throw idTaken(input.id);
  getCategory(db, input.categoryId);
  const { text } = currentText(db, input.articleId);
  if (!text.includes(input.exact))
    throw new Refusal(
      'conflict',
      'quote-mismatch',
      'The passage does not stand in the text of this article: look at the article again.',
      { expected: input.exact.slice(0, 200) },
    );
  record.insert('refused_suggestions', {
    id: input.id,
    article_id: input.articleId,
    category_id: input.categoryId,
    coder_id: coder.id,
    exact: input.exact,
    method: input.method,
  });
  context.note(
    input.articleId,
    input.exact
      .slice(0, 60)
      .toWellFormed()
      .replace(/\uFFFD$/, ''),
  );
  return {};
}

export function suggestionLearning({ db }: Pick<ReadContext, 'db'>): Output<'suggestion.learning'> {
  return { until: db.prepare('SELECT suggestions_until FROM settings').pluck().get() as string | null };
}

export function freezeSuggestions(context: WriteContext, input: Input<'suggestion.freeze'>): Record<string, never> {
  const frozen = getRow(context.db, 'settings', 'corpus').suggestions_until !== null;
  if (frozen !== input.frozen)
    context.record.update('settings', 'corpus', { suggestions_until: input.frozen ? context.now : null });
  context.note(null, '');
  return {};
}

function suggestible(db: Connection) {
  const rows = db
    .prepare(
      `SELECT c.id, c.parent_id, c.number, c.title_hant, c.title_hans, c.title_en FROM categories c
       JOIN codebooks b ON b.id = c.codebook_id AND b.deleted_at IS NULL
       LEFT JOIN categories p ON p.id = c.parent_id
       WHERE c.deleted_at IS NULL AND c.retired = 0 AND coalesce(p.retired, 0) = 0 ORDER BY b.position, c.position`,
    )
    .all() as Row[];
  return rows.map((row) => ({
    id: row.id as string,
    parentId: row.parent_id as string | null,
    number: row.number as string,
    titles: [row.title_hant, row.title_hans, row.title_en] as string[],
  }));
}

function linksOf(db: Connection, coderId: string, until: string | null): EarlierLink[] {
  const rows = db
    .prepare(
      `SELECT l.id, l.category_id AS categoryId, k.exact AS text FROM links l
       JOIN annotations n ON n.id = l.annotation_id AND n.deleted_at IS NULL
       JOIN articles a ON a.id = n.article_id AND a.deleted_at IS NULL
       JOIN anchors k ON k.annotation_id = n.id AND k.revision_id = a.revision_id AND k.deleted_at IS NULL
       WHERE l.deleted_at IS NULL AND l.coder_id = @coderId AND (@until IS NULL OR l.created_at <= @until)`,
    )
    .all({ coderId, until }) as Omit<EarlierLink, 'accepted'>[];
  return rows.map((row) => ({ ...row, accepted: true }));
}

function refusalsOf(db: Connection, coderId: string, until: string | null): EarlierLink[] {
  const rows = db
    .prepare(
      `SELECT id, category_id AS categoryId, exact AS text FROM refused_suggestions
       WHERE deleted_at IS NULL AND coder_id = @coderId AND (@until IS NULL OR created_at <= @until)`,
    )
    .all({ coderId, until }) as Omit<EarlierLink, 'accepted'>[];
  return rows.map((row) => ({ ...row, accepted: false }));
}
