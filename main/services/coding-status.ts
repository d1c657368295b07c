import { Refusal } from '#domain/contract/answer.ts';
import type { Input } from '#domain/contract/index.ts';
import type { CodingState } from '#domain/contract/values.ts';
import { v7 as uuidv7 } from 'uuid';
import type { WriteContext } from './context.ts';
import { getLive, subjectOf } from './live-article.ts';

export function setCodingStatus(context: WriteContext, input: Input<'codingStatus.set'>): Record<string, never> {
  const article = getLive(context.db, input.articleId);
  if (
    context.db.prepare('SELECT 1 FROM codebooks WHERE id = ? AND deleted_at IS NULL').get(input.codebookId) ===
    undefined
  ) {
    throw new Refusal('not-found', 'codebook-missing', 'There is no such codebook in this corpus.', {
      codebookId: input.codebookId,
    });
  }
  putState(context, input.articleId, input.codebookId, () => input.state);
  context.note(input.articleId, subjectOf(article));
  return {};
}

/** The first annotation with a codebook begins the coding; what the coder has said since is left as it is. */
export function beginCoding(context: WriteContext, articleId: string, codebookId: string): void {
  putState(context, articleId, codebookId, (present) => (present === 'not-begun' ? 'in-progress' : present));
}

function putState(
  { db, record, coder }: WriteContext,
  articleId: string,
  codebookId: string,
  decide: (present: CodingState) => CodingState,
): void {
  const row = db
    .prepare(
      'SELECT id, state, deleted_at FROM coding_statuses WHERE article_id = ? AND coder_id = ? AND codebook_id = ?',
    )
    .get(articleId, coder.id, codebookId) as { id: string; state: CodingState; deleted_at: string | null } | undefined;
  const present = row === undefined || row.deleted_at !== null ? 'not-begun' : row.state;
  const state = decide(present);
  if (row === undefined) {
    record.insert('coding_statuses', {
      id: uuidv7(),
      article_id: articleId,
      coder_id: coder.id,
      codebook_id: codebookId,
      state,
    });
  } else if (row.state !== state || row.deleted_at !== null) {
    record.update('coding_statuses', row.id, { state, deleted_at: null });
  }
}
