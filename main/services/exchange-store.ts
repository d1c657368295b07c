import type { ImportPlan } from '#domain/exchange/import-plan.ts';
import { checkAnchor } from '#domain/text/anchor.ts';
import { Refusal } from '#domain/contract/answer.ts';
import { v7 as uuidv7 } from 'uuid';
import { insertLink, voiceColumns } from './annotations.ts';
import { insertCategory } from './categories.ts';
import { currentRevisionOf, reviseCodebook } from './codebooks.ts';
import { enterCoder } from './coders.ts';
import { beginCoding } from './coding-status.ts';
import type { Coder, ExchangeToStore, WriteContext } from './context.ts';
import { filledByImport, insertArticle, logFile, sha256 } from './insert-article.ts';
import { currentText } from './live-article.ts';
import { storeReference } from './reference-import.ts';

/** Stores a project that was read and planned: everything, as one entry of the history, or nothing. */
export function storeExchange(context: WriteContext, input: ExchangeToStore): Record<string, never> {
  const { plan } = input;
  const store = new ExchangeStore(context, plan);
  store.coders();
  store.categories();
  store.articles(input);
  for (const reference of input.references) storeReference(context, { reference });
  store.annotations();
  store.wholeLinks();
  store.memos();
  store.referenceLinks();
  if (plan.codingRules !== null)
    context.record.update('settings', 'corpus', { coding_rules: JSON.stringify(plan.codingRules) });
  context.note(null, input.name);
  return {};
}

class ExchangeStore {
  readonly #context: WriteContext;
  readonly #plan: ImportPlan;
  readonly #coders: Map<string, Coder>;
  /** What was coded: article, coder and codebook, told once each. */
  readonly #begun = new Set<string>();
  readonly #bookOf;

  constructor(context: WriteContext, plan: ImportPlan) {
    this.#context = context;
    this.#plan = plan;
    const known = context.db.prepare('SELECT id, name FROM coders').all() as Coder[];
    this.#coders = new Map([...known, ...plan.coders, context.coder].map((coder) => [coder.id, coder]));
    this.#bookOf = context.db.prepare('SELECT codebook_id FROM categories WHERE id = ?').pluck();
  }

  #as(coderId: string): WriteContext {
    const coder = this.#coders.get(coderId);
    if (coder === undefined) throw new Error(`no coder ${coderId}`);
    return { ...this.#context, coder };
  }

  coders(): void {
    for (const coder of this.#plan.coders) enterCoder(this.#context, coder);
    if (this.#plan.coders.length > 0) this.#context.touched(['coders']);
  }

  categories(): void {
    const { db, record } = this.#context;
    const { codebooks, categories } = this.#plan;
    for (const { id, name, description } of codebooks)
      record.insert('codebooks', {
        id,
        builtin: 0,
        name_hant: name,
        name_hans: name,
        name_en: name,
        description,
        position: db.prepare('SELECT coalesce(max(position), 0) + 1 FROM codebooks').pluck().get() as number,
      });
    for (const category of categories) {
      const { id, codebookId, parentId, title, number, colour, retired, ...meaning } = category;
      insertCategory(this.#context, {
        id,
        codebookId,
        parentId,
        title,
        number,
        meaning,
        ...(colour === null ? {} : { colour }),
      });
      if (retired) record.update('categories', id, { retired: 1 });
    }
    const changed = new Set([...codebooks.map(({ id }) => id), ...categories.map(({ codebookId }) => codebookId)]);
    for (const id of changed) reviseCodebook(this.#context, id, 'exchange.import', null);
  }

  articles({ articles }: ExchangeToStore): void {
    const { db, record, coder, now } = this.#context;
    if (articles.length === 0) return;
    const importId = uuidv7();
    db.prepare('INSERT INTO imports (id, coder_id, at) VALUES (?, ?, ?)').run(importId, coder.id, now);
    for (const [position, { article, exclusion }] of articles.entries()) {
      const sha = sha256(article.bytes);
      insertArticle(this.#context, article, sha);
      if (exclusion !== null)
        record.update('articles', article.id, { exclusion: exclusion.reason, exclusion_note: exclusion.note });
      logFile(
        db,
        { importId, position },
        {
          outcome: 'imported',
          articleId: article.id,
          name: article.fileName,
          encoding: article.encoding,
          bytesSha256: sha,
          reason: null,
          message: null,
        },
      );
    }
    this.#context.touched(filledByImport);
  }

  annotations(): void {
    const { db, record } = this.#context;
    const texts = new Map<string, { text: string; revisionId: string }>();
    for (const { id, articleId, coderId, anchor, note, translation, voice, status, links } of this.#plan.annotations) {
      const current = texts.get(articleId) ?? currentText(db, articleId);
      texts.set(articleId, current);
      if (!checkAnchor(current.text, anchor))
        throw new Refusal(
          'conflict',
          'quote-mismatch',
          'The text of an article was changed meanwhile: look at what would come in again, and import it then.',
          { articleId },
        );
      record.insert('annotations', {
        id,
        article_id: articleId,
        coder_id: coderId,
        note,
        translation,
        ...voiceColumns(voice),
        status,
      });
      record.insert('anchors', {
        id: `${id}.${current.revisionId}`,
        annotation_id: id,
        revision_id: current.revisionId,
        ...anchor,
        state: 'placed',
        confirmation: null,
      });
      links.forEach(({ id: linkId, categoryId, coderId: linker, relation, origin }, position) => {
        const as = this.#as(linker);
        insertLink(as, id, { id: linkId, categoryId, relation }, position, origin);
        this.#begin(as, articleId, categoryId);
      });
    }
  }

  wholeLinks(): void {
    const { db, record } = this.#context;
    const last = db
      .prepare('SELECT coalesce(max(position), -1) + 1 FROM article_links WHERE article_id = ? AND coder_id = ?')
      .pluck();
    for (const { id, articleId, categoryId, coderId, origin } of this.#plan.wholeLinks) {
      record.insert('article_links', {
        id,
        article_id: articleId,
        category_id: categoryId,
        codebook_revision_id: currentRevisionOf(db, categoryId),
        coder_id: coderId,
        origin,
        position: last.get(articleId, coderId) as number,
      });
      this.#begin(this.#as(coderId), articleId, categoryId);
    }
  }

  memos(): void {
    for (const { id, subject, subjectId, coderId, title, body } of this.#plan.memos)
      this.#context.record.insert('memos', {
        id,
        subject,
        subject_id: subjectId,
        coder_id: coderId,
        title,
        body,
      });
  }

  referenceLinks(): void {
    for (const link of this.#plan.referenceLinks)
      this.#context.record.insert('reference_links', {
        id: link.id,
        annotation_id: link.annotationId,
        reference_id: link.referenceId,
        level: link.level,
        start: link.start,
        end: link.end,
        coder_id: link.coderId,
        relation: link.relation,
        origin: link.origin,
      });
  }

  #begin(as: WriteContext, articleId: string, categoryId: string): void {
    const codebookId = this.#bookOf.get(categoryId) as string;
    const key = `${articleId} ${as.coder.id} ${codebookId}`;
    if (this.#begun.has(key)) return;
    this.#begun.add(key);
    beginCoding(as, articleId, codebookId);
  }
}
