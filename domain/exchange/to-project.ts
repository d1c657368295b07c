import { createCodePointIndex } from '../text/code-points.ts';
import { titleIn } from '../codebook/title-in.ts';
import type { Category, Codebook } from '../contract/codebook.ts';
import type { Language } from '../contract/values.ts';
import { PROGRAM_VERSION } from '../program.ts';
import { articleVariables, valuesOfArticle } from './article-values.ts';
import { writeAnnotationNote } from './annotation-note.ts';
import { codeName, colourOfIndex, describeCategory } from './category-description.ts';
import { derivedGuid } from './guid.ts';
import { writeLabelled } from './labelled-text.ts';
import { type Loss, LossReport } from './losses.ts';
import type {
  ExchangeCase,
  ExchangeCode,
  ExchangeLink,
  ExchangeNote,
  ExchangeProject,
  ExchangeSelection,
  ExchangeSet,
  ExchangeSource,
} from './project.ts';
import type { CorpusSnapshot, SnapshotAnnotation, SnapshotArticle, SnapshotReference } from './snapshot.ts';
import { makeWritable } from './writable-text.ts';

/** How this program calls itself in files, and knows its own by. */
export const ORIGIN = 'Jianzhu';
/** The set that says which sources are reference texts. */
export const REFERENCES_SET = derivedGuid('set', 'references');
/** In code points. */
const LONGEST_NAME = 255;

export interface ProjectOptions {
  language: Language;
  /** Who asks, where it is known. */
  coderId: string | null;
  madeAt: string;
}

/**
 * A corpus as a project of REFI-QDA 1.5, and what the format does not hold of it. Positions count code points. Categories
 * are codes, codebooks sets of them; notes, memos and what has no field are notes; provinces are cases; what is known about
 * articles is in variables; a link to a place of a reference is a link between two selections.
 */
export function toProject(
  snapshot: CorpusSnapshot,
  { language, coderId, madeAt }: ProjectOptions,
): { project: ExchangeProject; losses: Loss[] } {
  const losses = new LossReport();
  for (const { kind, count, examples } of snapshot.leftBehind) losses.add(kind, examples[0] ?? '', count);
  tellStatuses(snapshot, losses);
  const writer = new ProjectWriter(snapshot, language, losses);
  const sources = [...snapshot.articles.map((each) => writer.source(each)), ...writer.references()];
  const { rules, ...parts } = writer.rest();
  const project: ExchangeProject = {
    name: snapshot.corpus.name,
    origin: `${ORIGIN} ${PROGRAM_VERSION}`,
    createdBy: coderId !== null && snapshot.coders.some(({ id }) => id === coderId) ? coderId : null,
    createdAt: madeAt,
    users: snapshot.coders.map(({ id, name }) => ({ guid: id, name })),
    sources,
    description: rules,
    ...parts,
  };
  return { project: makeWritable(project, () => losses.add('characters')), losses: losses.list() };
}

/** The codes and sets of codebooks alone, for a `.qdc`. */
export function toCodebook(
  codebooks: readonly Codebook[],
  language: Language,
): { codes: ExchangeCode[]; sets: ExchangeSet[]; losses: Loss[] } {
  const losses = new LossReport();
  tellTitles(codebooks, losses);
  const made = { codes: codesOf(codebooks, language, () => []), sets: setsOf(codebooks, language) };
  return { ...makeWritable(made, () => losses.add('characters')), losses: losses.list() };
}

class ProjectWriter {
  readonly #snapshot: CorpusSnapshot;
  readonly #language: Language;
  readonly #losses: LossReport;
  readonly #names: Map<string, string>;
  readonly #notes: ExchangeNote[] = [];
  readonly #links: ExchangeLink[] = [];
  /** Places of references that are linked to, by reference and their own GUID. */
  readonly #places = new Map<string, Map<string, { start: number; end: number; level: string }>>();

  constructor(snapshot: CorpusSnapshot, language: Language, losses: LossReport) {
    this.#snapshot = snapshot;
    this.#language = language;
    this.#losses = losses;
    this.#names = new Map(
      snapshot.codebooks.flatMap(({ categories }) => categories.map((each) => [each.id, nameOf(each, language)])),
    );
  }

  source(article: SnapshotArticle): ExchangeSource {
    const index = createCodePointIndex(article.text);
    const selections = article.annotations.flatMap((annotation) => {
      if (annotation.toConfirm) this.#losses.add('to-confirm', annotation.exact);
      if (annotation.orphan) {
        this.#losses.add('orphans', annotation.exact);
        return [];
      }
      const { codePointStart: start, codePointEnd: end } = index.codePointSpan(annotation);
      return [{ ...this.#selection(annotation), start, end }];
    });
    return {
      guid: article.id,
      name: article.metadata.title ?? article.opening,
      description: '',
      text: article.text,
      selections,
      codings: article.wholeLinks.map(({ id, categoryId, coderId, at, origin }) => {
        if (origin !== 'hand') this.#losses.add('suggestions', this.#names.get(categoryId) ?? '');
        return { guid: id, code: categoryId, user: coderId, at, noteRefs: [] };
      }),
      noteRefs: this.#memosOf('article', article.id),
      values: valuesOfArticle(article),
      user: null,
      createdAt: article.createdAt,
      changedAt: article.changedAt,
    };
  }

  #selection(annotation: SnapshotAnnotation): Omit<ExchangeSelection, 'start' | 'end'> {
    for (const link of annotation.links) {
      if (link.suggested) this.#losses.add('suggestions', this.#names.get(link.categoryId) ?? '');
      if (link.recheck) this.#losses.add('recheck', this.#names.get(link.categoryId) ?? '');
    }
    for (const link of annotation.referenceLinks) {
      const place = derivedGuid('place', link.referenceId, link.level, `${link.start}`, `${link.end}`);
      const places =
        this.#places.get(link.referenceId) ?? new Map<string, { start: number; end: number; level: string }>();
      places.set(place, { start: link.start, end: link.end, level: link.level });
      this.#places.set(link.referenceId, places);
      this.#links.push({
        guid: link.id,
        name: link.origin === 'hand' ? (link.relation ?? '') : `${link.relation ?? '-'}, ${link.origin}`,
        origin: annotation.id,
        target: place,
      });
    }
    const text = writeAnnotationNote(annotation, (id) => this.#names.get(id) ?? id);
    const { coderId, createdAt, changedAt } = annotation;
    const guid = derivedGuid('note', annotation.id);
    if (text !== '') this.#notes.push({ guid, name: '', text, user: coderId, createdAt, changedAt });
    return {
      guid: annotation.id,
      name: selectionName(annotation.exact),
      description: '',
      codings: annotation.links.map((link) => ({
        guid: link.id,
        code: link.categoryId,
        user: link.coderId,
        at: link.at,
        noteRefs: [],
      })),
      noteRefs: text === '' ? [] : [guid],
      user: coderId,
      createdAt,
      changedAt,
    };
  }

  references(): ExchangeSource[] {
    return this.#snapshot.references.map((reference) => this.#reference(reference));
  }

  #reference({ id, name, fileName, text, createdAt }: SnapshotReference): ExchangeSource {
    const index = createCodePointIndex(text);
    return {
      guid: id,
      name,
      description: writeLabelled({ body: '', fields: { 'file name': fileName } }),
      text,
      selections: [...(this.#places.get(id) ?? [])]
        .toSorted(([, a], [, b]) => a.start - b.start || b.end - a.end)
        .map(([guid, { start, end, level }]) => {
          const { codePointStart, codePointEnd } = index.codePointSpan({ start, end });
          return {
            guid,
            name: selectionName(text.slice(start, end)),
            start: codePointStart,
            end: codePointEnd,
            description: level,
            codings: [],
            noteRefs: [],
            user: null,
            createdAt: null,
            changedAt: null,
          };
        }),
      codings: [],
      noteRefs: [],
      values: [],
      user: null,
      createdAt,
      changedAt: null,
    };
  }

  /** What follows from the sources once all of them were written. */
  rest() {
    const { codebooks, articles, references, corpus, codingRules } = this.#snapshot;
    tellTitles(codebooks, this.#losses);
    const codes = codesOf(codebooks, this.#language, (id) => this.#memosOf('category', id));
    const noteRefs = this.#memosOf('corpus', corpus.id);
    const sets = setsOf(codebooks, this.#language);
    if (references.length > 0)
      sets.push({
        guid: REFERENCES_SET,
        name: 'Reference texts',
        description: '',
        codes: [],
        sources: references.map(({ id }) => id),
        notes: [],
      });
    const rules = Object.entries(codingRules).filter(([, text]) => text !== '');
    return {
      codes,
      variables: articles.length === 0 ? [] : [...articleVariables],
      cases: casesOf(articles),
      notes: this.#notes,
      links: this.#links,
      sets,
      noteRefs,
      rules: rules.length === 0 ? '' : writeLabelled({ body: '', fields: Object.fromEntries(rules) }),
    };
  }

  #memosOf(subject: string, subjectId: string): string[] {
    const about = this.#snapshot.memos.filter((memo) => memo.subject === subject && memo.subjectId === subjectId);
    for (const { id, title, body, coderId, createdAt, changedAt } of about)
      this.#notes.push({ guid: id, name: title, text: body, user: coderId, createdAt, changedAt });
    return about.map(({ id }) => id);
  }
}

function selectionName(quote: string): string {
  return [...quote].slice(0, LONGEST_NAME).join('');
}

function nameOf(category: Category, language: Language): string {
  return codeName(category.number, titleIn(language, category));
}

/** That nothing else is in a text is said by a status alone; that coding has begun follows from what was coded. */
function tellStatuses({ codingStatuses, articles }: CorpusSnapshot, losses: LossReport): void {
  const names = new Map(articles.map(({ id, metadata, opening }) => [id, metadata.title ?? opening]));
  for (const { state, articleId } of codingStatuses)
    if (state === 'complete') losses.add('coding-status', names.get(articleId));
}

/** A title in three languages goes out in one; those of the Decision come back by their ids. */
function tellTitles(codebooks: readonly Codebook[], losses: LossReport): void {
  for (const { categories } of codebooks)
    for (const { fixed, titleHant, titleHans, titleEn } of categories)
      if (!fixed && (titleHant !== titleHans || titleHant !== titleEn)) losses.add('titles', titleHant);
}

function codesOf(
  codebooks: readonly Codebook[],
  language: Language,
  memosOf: (categoryId: string) => string[],
): ExchangeCode[] {
  const made = new Map<string, ExchangeCode>();
  const top: ExchangeCode[] = [];
  // Each follows the one it stands below.
  for (const category of codebooks.flatMap(({ categories }) => categories)) {
    const code: ExchangeCode = {
      guid: category.id,
      name: nameOf(category, language),
      isCodable: true,
      colour: colourOfIndex(category.colour),
      description: describeCategory(category),
      noteRefs: memosOf(category.id),
      codes: [],
    };
    made.set(category.id, code);
    const above = category.parentId === null ? undefined : made.get(category.parentId);
    (above?.codes ?? top).push(code);
  }
  return top;
}

function setsOf(codebooks: readonly Codebook[], language: Language): ExchangeSet[] {
  return codebooks.map(({ id, nameHant, nameHans, nameEn, description, categories }) => ({
    guid: id,
    name: language === 'en' ? nameEn : language === 'zh-Hans' ? nameHans : nameHant,
    description: writeLabelled({ body: description, fields: { codebook: '' } }),
    codes: categories.map((category) => category.id),
    sources: [],
    notes: [],
  }));
}

function casesOf(articles: readonly SnapshotArticle[]): ExchangeCase[] {
  const provinces = new Map<string, string[]>();
  for (const { id, metadata } of articles) {
    const province = metadata.outletProvince;
    if (province !== null) provinces.set(province, [...(provinces.get(province) ?? []), id]);
  }
  return [...provinces].map(([name, sourceRefs]) => ({
    guid: derivedGuid('case', name),
    name,
    description: '',
    values: [],
    sourceRefs,
    selectionRefs: [],
  }));
}
