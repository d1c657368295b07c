import { codingRules as codingRulesSchema } from '../contract/codebook.ts';
import { createAnchor } from '../text/anchor.ts';
import { makeWellFormed } from '../text/well-formed.ts';
import { readAnnotationNote } from './annotation-note.ts';
import { readValues } from './article-values.ts';
import type { ProjectFault } from './check-project.ts';
import { type PositionReader, readPositions, recogniseConvention } from './conventions.ts';
import { derivedGuid } from './guid.ts';
import { type ImportPlan, MeetingReport, type PlannedAnnotation } from './import-plan.ts';
import { readLabelled } from './labelled-text.ts';
import { LossReport } from './losses.ts';
import { NewIds } from './new-ids.ts';
import { planCoders } from './plan-coders.ts';
import { isCodebookSet, planCodes, type PlannedCodes, shortened } from './plan-codes.ts';
import { readLink, readPlace } from './plan-links.ts';
import { LONGEST_NOTE, LONGEST_TITLE, MemoPlan } from './plan-memos.ts';
import type { PlanOptions, PresentCorpus } from './present-corpus.ts';
import { provincesOf } from './provinces-of-cases.ts';
import { everyCode, type ExchangeProject, type ExchangeSelection, type ExchangeSource } from './project.ts';
import type { Irregularity, Skipped } from './skipped.ts';
import { ORIGIN, REFERENCES_SET } from './to-project.ts';

export interface ReadParts {
  project: ExchangeProject;
  skipped: readonly Skipped[];
  irregular: readonly Irregularity[];
}

/**
 * What a project would bring into a corpus, and what of it the corpus has no place for. A position outside its text is the
 * one fault that only this step can see. References are those of a project that `checkProject` finds sound.
 */
export function fromProject(
  read: ReadParts,
  present: PresentCorpus,
  options: PlanOptions,
): { ok: true; plan: ImportPlan } | { ok: false; fault: ProjectFault } {
  return new ProjectReader(read, present, options).plan();
}

interface ReadText {
  source: ExchangeSource;
  text: string;
  positions: PositionReader;
}

class ProjectReader {
  readonly #project: ExchangeProject;
  readonly #present: PresentCorpus;
  readonly #options: PlanOptions;
  readonly #meetings = new MeetingReport();
  readonly #losses = new LossReport();
  readonly #ids: NewIds;
  readonly #own: boolean;
  readonly #memos: MemoPlan;
  readonly #coderOf = new Map<string, string>();

  constructor({ project, skipped, irregular }: ReadParts, present: PresentCorpus, options: PlanOptions) {
    this.#project = project;
    this.#present = present;
    this.#options = options;
    this.#ids = new NewIds(present, options.makeId, this.#meetings);
    this.#own = project.origin.startsWith(ORIGIN);
    this.#memos = new MemoPlan(project.notes, {
      present,
      ids: this.#ids,
      meetings: this.#meetings,
      losses: this.#losses,
      own: this.#own,
      coderOf: (user) => this.#coder(user),
    });
    for (const { kind, example } of skipped) this.#losses.add(kind, example);
    for (const { line, what } of irregular) this.#losses.add('irregular', `${line}: ${what}`);
  }

  plan(): { ok: true; plan: ImportPlan } | { ok: false; fault: ProjectFault } {
    const project = this.#project;
    const { coders, coderOf } = planCoders(project.users, this.#present, this.#options, {
      ids: this.#ids,
      meetings: this.#meetings,
      losses: this.#losses,
    });
    for (const [guid, id] of coderOf) this.#coderOf.set(guid, id);
    const codes = planCodes(project, this.#present, this.#options, {
      ids: this.#ids,
      meetings: this.#meetings,
      losses: this.#losses,
    });
    const { texts, ...recognised } = this.#texts();
    const fault = faultOf(texts);
    if (fault !== null) return { ok: false, fault };

    const referenceGuids = new Set(project.sets.find(({ guid }) => guid === REFERENCES_SET)?.sources);
    const plan: ImportPlan = {
      own: this.#own,
      ...recognised,
      coders,
      ...codes,
      articles: [],
      annotations: [],
      wholeLinks: [],
      memos: this.#memos.planned,
      references: [],
      referenceLinks: [],
      codingRules: null,
      meetings: [],
      losses: [],
    };
    const provinces = provincesOf(project.cases, this.#losses);
    const places = new Map<string, { referenceId: string; text: ReadText; selection: ExchangeSelection }>();
    const annotationOf = new Map<string, PlannedAnnotation | null>();
    for (const text of texts) {
      if (referenceGuids.has(text.source.guid)) {
        const referenceId = this.#reference(text, plan);
        for (const selection of text.source.selections) places.set(selection.guid, { referenceId, text, selection });
      } else this.#article(text, plan, codes, provinces, annotationOf);
    }
    for (const { code } of everyCode(project.codes)) {
      const subjectId = codes.categoryOf.get(code.guid);
      if (subjectId !== undefined) this.#memos.about('category', subjectId, code.noteRefs);
    }
    this.#memos.about('corpus', this.#present.id, project.noteRefs);
    this.#memos.about('corpus', this.#present.id, this.#memos.unused());
    this.#links(plan, annotationOf, places);
    this.#sets(referenceGuids);
    this.#description(plan);
    const dated = texts.flatMap(({ source }) => source.selections).filter(({ createdAt }) => createdAt !== null).length;
    this.#losses.add('dates', '', dated);
    return { ok: true, plan: { ...plan, meetings: this.#meetings.list(), losses: this.#losses.list() } };
  }

  #coder(guid: string | null): string {
    return (guid === null ? undefined : this.#coderOf.get(guid)) ?? this.#options.coderId;
  }

  #texts() {
    const wellFormed = this.#project.sources.map((source) => ({ source, text: makeWellFormed(source.text).text }));
    const recognised = recogniseConvention(
      wellFormed.map(({ source, text }) => ({ raw: source.text, text, selections: source.selections })),
    );
    const { convention } = recognised;
    return {
      ...recognised,
      texts: wellFormed.map(({ source, text }) => ({
        source,
        text,
        positions: readPositions(source.text, convention),
      })),
    };
  }

  #reference({ source, text }: ReadText, plan: ImportPlan): string {
    const id = this.#ids.idOf(source.guid);
    const there = this.#present.referenceText(id) === text ? id : this.#present.referenceWithText(text);
    if (there !== null) {
      this.#meetings.add('reference-there', source.name);
      return there;
    }
    const made = this.#ids.free('reference_texts', source.guid, source.name);
    const { fields } = readLabelled(source.description, ['file name']);
    plan.references.push({
      id: made,
      name: source.name || '—',
      fileName: fields['file name'] ?? `${source.name}.txt`,
      text,
    });
    return made;
  }

  #article(
    read: ReadText,
    plan: ImportPlan,
    codes: PlannedCodes,
    provinces: ReadonlyMap<string, string>,
    annotationOf: Map<string, PlannedAnnotation | null>,
  ): void {
    const { source, text } = read;
    if (text.trim() === '') {
      this.#losses.add('no-plain-text', source.name);
      return;
    }
    const articleId = this.#articleId(read, plan, provinces);
    for (const selection of source.selections)
      for (const annotation of this.#annotations(selection, read, articleId, codes)) {
        const isFirst = !annotationOf.has(selection.guid);
        if (this.#present.state('annotations', annotation.id) === 'live') {
          this.#meetings.add('annotation-there', annotation.anchor.exact);
          if (isFirst) annotationOf.set(selection.guid, null);
          continue;
        }
        const id = this.#ids.free('annotations', annotation.id, annotation.anchor.exact);
        const links = annotation.links.map((link) => ({
          ...link,
          id: this.#ids.free('links', link.id, annotation.anchor.exact),
        }));
        const planned = { ...annotation, id, links };
        plan.annotations.push(planned);
        if (isFirst) annotationOf.set(selection.guid, planned);
      }
    for (const { guid, code, user, noteRefs } of source.codings) {
      const categoryId = codes.categoryOf.get(code);
      if (categoryId === undefined) continue;
      this.#memos.about('article', articleId, noteRefs);
      if (this.#present.state('article_links', this.#ids.idOf(guid)) === 'live') continue;
      const coderId = this.#coder(user);
      if (
        plan.wholeLinks.some(
          (link) => link.articleId === articleId && link.categoryId === categoryId && link.coderId === coderId,
        )
      )
        continue;
      const id = this.#ids.free('article_links', guid, source.name);
      plan.wholeLinks.push({ id, articleId, categoryId, coderId, origin: this.#own ? 'hand' : 'import' });
    }
    this.#memos.about('article', articleId, source.noteRefs);
  }

  /** The article that is there, or one that comes in. */
  #articleId({ source, text }: ReadText, plan: ImportPlan, provinces: ReadonlyMap<string, string>): string {
    const { metadata, fileName, exclusion, own, others } = readValues(source.values, this.#project.variables);
    const id = this.#ids.idOf(source.guid);
    if (this.#present.textOf(id) === text) {
      this.#meetings.add('article-there', source.name);
      return id;
    }
    const same = this.#present.articleWithText(text, metadata.outlet ?? null);
    if (same !== null && !this.#project.sources.some(({ guid }) => this.#ids.idOf(guid) === same)) {
      this.#meetings.add('article-there', source.name);
      return same;
    }
    if (this.#present.textOf(id) !== null) this.#meetings.add('article-differs', source.name);
    const articleId = this.#ids.free('articles', source.guid, source.name);
    const named = source.name.replace(/\.(txt|docx?|rtf|odt|pdf|md)$/i, '').trim();
    const province = provinces.get(source.guid);
    const guessed = {
      ...(named === '' ? {} : { title: shortened(named, LONGEST_TITLE, this.#losses) }),
      ...(province === undefined ? {} : { outletProvince: province }),
    };
    plan.articles.push({
      id: articleId,
      source: source.guid,
      name: fileName ?? (shortened(source.name, LONGEST_TITLE - 4, this.#losses).trim() || `${source.guid}.txt`),
      raw: source.text,
      metadata: own ? metadata : { ...guessed, ...metadata },
      whole: own,
      exclusion,
    });
    const about = { subject: 'article', subjectId: articleId, user: source.user } as const;
    if (source.description !== '')
      this.#memos.add({
        guid: derivedGuid('description', source.guid),
        ...about,
        title: 'Description',
        body: source.description,
      });
    if (others.length > 0) {
      const body = others.map(({ name, value }) => `${name}: ${value}`).join('\n');
      this.#memos.add({ guid: derivedGuid('variables', source.guid), ...about, title: 'Variables', body });
    }
    return articleId;
  }

  /** One annotation of a selection, and of another program's one for each coder who coded it. */
  #annotations(
    selection: ExchangeSelection,
    { text, positions }: ReadText,
    articleId: string,
    { categoryOf }: PlannedCodes,
  ): PlannedAnnotation[] {
    const span = positions.span(selection.start, selection.end);
    if (span === null || span.start === span.end) {
      this.#losses.add('empty-selections', selection.name);
      return [];
    }
    const anchor = createAnchor(text, span);
    const noted = readAnnotationNote(this.#memos.noteOf(selection));
    const mine = this.#coder(selection.user ?? selection.codings[0]?.user ?? null);
    const byCoder = new Map<string, ExchangeSelection['codings']>([[mine, []]]);
    for (const coding of selection.codings) {
      const coderId = this.#own || coding.user === null ? mine : this.#coder(coding.user);
      byCoder.set(coderId, [...(byCoder.get(coderId) ?? []), coding]);
    }
    const { links: said, note, ...rest } = noted;
    const empty = { voice: null, status: 'settled', translation: '' } as const;
    return [...byCoder]
      .filter(([coderId, codings]) =>
        coderId === mine ? codings.length > 0 || byCoder.size === 1 || note !== '' : true,
      )
      .map(([coderId, codings]) => {
        const links = new Map<string, PlannedAnnotation['links'][number]>();
        for (const { guid, code, user } of codings) {
          const categoryId = categoryOf.get(code);
          if (categoryId === undefined || links.has(categoryId)) continue;
          const { relation, origin } = said.get(code) ?? { relation: null, origin: this.#own ? 'hand' : 'import' };
          links.set(categoryId, {
            id: guid,
            categoryId,
            coderId: user === null ? coderId : this.#coder(user),
            relation,
            origin,
          });
        }
        const isMine = coderId === mine;
        return {
          id: this.#ids.idOf(isMine ? selection.guid : derivedGuid('coder', selection.guid, coderId)),
          articleId,
          coderId,
          anchor,
          ...(isMine ? { ...rest, note: shortened(note, LONGEST_NOTE, this.#losses) } : { ...empty, note: '' }),
          links: [...links.values()],
        };
      });
  }

  #links(
    plan: ImportPlan,
    annotationOf: ReadonlyMap<string, PlannedAnnotation | null>,
    places: ReadonlyMap<string, { referenceId: string; text: ReadText; selection: ExchangeSelection }>,
  ): void {
    for (const { guid, name, origin, target } of this.#project.links) {
      const annotation = annotationOf.get(origin);
      const found = places.get(target);
      const place = found === undefined ? null : readPlace(found.selection, found.text.positions);
      if (annotation === undefined || found === undefined || place === null) this.#losses.add('links', name);
      else if (annotation !== null && this.#present.state('reference_links', this.#ids.idOf(guid)) !== 'live')
        plan.referenceLinks.push({
          id: this.#ids.free('reference_links', guid, name),
          annotationId: annotation.id,
          referenceId: found.referenceId,
          coderId: annotation.coderId,
          ...place,
          ...readLink(name),
        });
    }
  }

  #sets(referenceGuids: ReadonlySet<string>): void {
    for (const set of this.#project.sets) {
      const isReferences = set.guid === REFERENCES_SET && referenceGuids.size > 0;
      if (!isReferences && !isCodebookSet(set)) this.#losses.add('sets', set.name);
    }
  }

  #description(plan: ImportPlan): void {
    const { description } = this.#project;
    if (description === '') return;
    const { body, fields } = readLabelled(description, Object.keys(codingRulesSchema.shape));
    if (Object.keys(fields).length > 0) {
      const empty = Object.values(this.#present.codingRules).every((text) => text === '');
      if (empty) plan.codingRules = codingRulesSchema.parse({ ...this.#present.codingRules, ...fields });
      else this.#meetings.add('rules-there');
    }
    if (body !== '')
      this.#memos.add({
        guid: derivedGuid('project', this.#project.name, body),
        subject: 'corpus',
        subjectId: this.#present.id,
        user: this.#project.createdBy,
        title: this.#project.name,
        body,
      });
  }
}

function faultOf(texts: readonly ReadText[]): ProjectFault | null {
  for (const { source, positions } of texts)
    for (const { guid, start, end, line } of source.selections) {
      const said = `the selection ${guid} stands from ${start} to ${end}`;
      if (start > end) return { line: line ?? null, what: `${said}: its end lies before its start` };
      if (positions.span(start, end) === null)
        return {
          line: line ?? null,
          what: `${said}, but the text of the source ${source.guid} has ${positions.length} positions`,
        };
    }
  return null;
}
