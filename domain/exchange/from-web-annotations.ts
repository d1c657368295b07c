import { annotationStatus, relation, voice } from '../contract/values.ts';
import { createAnchor } from '../text/anchor.ts';
import { createCodePointIndex } from '../text/code-points.ts';
import { resolveAnchor } from '../text/resolve-anchor.ts';
import type { Span } from '../text/span.ts';
import { makeWellFormed } from '../text/well-formed.ts';
import { STANDARD } from './conventions.ts';
import { derivedGuid, readGuid } from './guid.ts';
import { type ImportPlan, MeetingReport, type PlannedAnnotation } from './import-plan.ts';
import { LossReport } from './losses.ts';
import { NewIds } from './new-ids.ts';
import { planCodes, shortened } from './plan-codes.ts';
import { LONGEST_NOTE } from './plan-memos.ts';
import type { PlanOptions, PresentCorpus } from './present-corpus.ts';
import type { ExchangeCode } from './project.ts';
import type { LinkOrigin } from './snapshot.ts';
import { ORIGIN } from './to-project.ts';
import { everyAnnotation, firstText, listOf, type Json, objectOf, textOf } from './web-annotation.ts';

const LONGEST_NAME = 200;

/** A place in a file of annotations that makes it none. */
export interface WebFault {
  /** Such as `items[3].target`. */
  path: string;
  what: string;
}

type Outcome = { ok: true; plan: ImportPlan; name: string; origin: string } | { ok: false; fault: WebFault };

/**
 * What annotations in JSON-LD would bring into a corpus. A target is an article of the corpus by its id, or one whose text
 * goes along; passages are looked for at their position in code points, then in UTF-16 units, then by their quote.
 */
export function fromWebAnnotations(document: Json, present: PresentCorpus, options: PlanOptions): Outcome {
  const annotations = everyAnnotation(document);
  if (annotations === null) return { ok: false, fault: { path: '', what: 'there is no Annotation in it' } };
  const generator = textOf(objectOf(objectOf(document)?.generator)?.name) ?? '';
  const reader = new WebReader(present, options, generator.startsWith(ORIGIN));
  const seen = new Set<string>();
  for (const { annotation, path } of annotations) {
    const fault = reader.check(annotation, path, seen);
    if (fault !== null) return { ok: false, fault };
  }
  const label = textOf(objectOf(document)?.label) ?? '';
  const plan = reader.plan(
    annotations.map((each) => each.annotation),
    label,
  );
  return { ok: true, plan, name: label, origin: generator };
}

interface Target {
  articleId: string;
  text: string;
}

class WebReader {
  readonly #present: PresentCorpus;
  readonly #options: PlanOptions;
  readonly #own: boolean;
  readonly #meetings = new MeetingReport();
  readonly #losses = new LossReport();
  readonly #ids: NewIds;
  readonly #coders = new Map<string, { id: string; name: string; isNew: boolean }>();
  readonly #targets = new Map<string, Target | null>();
  readonly #articles: ImportPlan['articles'] = [];

  constructor(present: PresentCorpus, options: PlanOptions, own: boolean) {
    this.#present = present;
    this.#options = options;
    this.#own = own;
    this.#ids = new NewIds(present, options.makeId, this.#meetings);
  }

  check(annotation: Record<string, Json>, path: string, seen: Set<string>): WebFault | null {
    const id = textOf(annotation.id);
    if (id !== null && seen.has(id)) return { path: `${path}.id`, what: `the id ${id} is that of another annotation` };
    if (id !== null) seen.add(id);
    if (listOf(annotation.target).length === 0) return { path: `${path}.target`, what: 'an annotation has no target' };
    for (const selector of selectorsOf(annotation)) {
      if (selector.type !== 'TextPositionSelector') continue;
      const { start, end } = selector;
      const isPosition = (value: Json | undefined) =>
        typeof value === 'number' && Number.isInteger(value) && value >= 0;
      if (!isPosition(start) || !isPosition(end) || (start as number) > (end as number))
        return {
          path: `${path}.target.selector`,
          what: `${JSON.stringify(start)} to ${JSON.stringify(end)} is no place of a text`,
        };
    }
    return null;
  }

  plan(annotations: readonly Record<string, Json>[], name: string): ImportPlan {
    const codes = planCodes(
      { codes: codesOf(annotations), sets: [], name: name || 'Web Annotations' },
      this.#present,
      this.#options,
      { ids: this.#ids, meetings: this.#meetings, losses: this.#losses },
    );
    const planned: PlannedAnnotation[] = [];
    const wholeLinks: ImportPlan['wholeLinks'] = [];
    let named = 0;
    let fitting = 0;
    for (const annotation of annotations) {
      const target = this.#target(annotation);
      const label = firstText(selectorsOf(annotation).map(({ exact }) => exact)) ?? textOf(annotation.id) ?? '';
      if (target === null) {
        this.#losses.add('no-target', label);
        continue;
      }
      const guid = guidOf(annotation.id) ?? derivedGuid('annotation', JSON.stringify(annotation));
      const coderId = this.#coder(annotation.creator) ?? this.#options.coderId;
      const links = this.#links(annotation, codes.categoryOf, coderId);
      const selectors = selectorsOf(annotation);
      if (selectors.length === 0) {
        for (const link of links) {
          if (this.#present.state('article_links', this.#ids.idOf(guid)) === 'live') continue;
          const id = this.#ids.free('article_links', links.length === 1 ? guid : link.id, label);
          wholeLinks.push({ ...link, id, articleId: target.articleId });
        }
        continue;
      }
      if (this.#present.state('annotations', this.#ids.idOf(guid)) === 'live') {
        this.#meetings.add('annotation-there', label);
        continue;
      }
      named += 1;
      const span = placeOf(selectors, target.text);
      if (span === null) {
        this.#losses.add('orphans', label);
        continue;
      }
      fitting += 1;
      const { note, translation } = this.#texts(annotation);
      const said = voice.safeParse({
        name: null,
        office: null,
        level: null,
        place: null,
        ...objectOf(annotation.voice),
      });
      const status = annotationStatus.safeParse(annotation.codingStatus);
      planned.push({
        id: this.#ids.free('annotations', guid, label),
        articleId: target.articleId,
        coderId,
        anchor: createAnchor(target.text, span),
        note,
        translation,
        voice: said.success ? said.data : null,
        status: status.success ? status.data : 'settled',
        links: links.map((link) => ({ ...link, id: this.#ids.free('links', link.id, label) })),
      });
      if (textOf(annotation.created) !== null) this.#losses.add('dates');
    }
    return {
      own: this.#own,
      convention: STANDARD,
      named,
      fitting,
      coders: [...this.#coders.values()].flatMap(({ id, name: coderName, isNew }) =>
        isNew ? [{ id, name: coderName }] : [],
      ),
      codebooks: codes.codebooks,
      categories: codes.categories,
      articles: this.#articles,
      annotations: planned,
      wholeLinks,
      memos: [],
      references: [],
      referenceLinks: [],
      codingRules: null,
      meetings: this.#meetings.list(),
      losses: this.#losses.list(),
    };
  }

  /** The article that a target means: by id, else by the text that goes along. */
  #target(annotation: Record<string, Json>): Target | null {
    const [target] = listOf(annotation.target);
    const source = objectOf(target)?.source ?? target ?? null;
    const id = textOf(source) ?? textOf(objectOf(source)?.id) ?? '';
    const known = this.#targets.get(id);
    if (known !== undefined) return known;
    const found = this.#findTarget(id, objectOf(source));
    this.#targets.set(id, found);
    return found;
  }

  #findTarget(id: string, source: Record<string, Json> | null): Target | null {
    const guid = guidOf(id);
    const raw = textOf(source?.text);
    const given = raw === null ? null : makeWellFormed(raw).text;
    const label = textOf(source?.label) ?? '';
    const there = guid === null ? null : this.#present.textOf(this.#ids.idOf(guid));
    if (guid !== null && there !== null && (given === null || given === there)) {
      this.#meetings.add('article-there', label);
      return { articleId: this.#ids.idOf(guid), text: there };
    }
    if (raw === null || given === null || given.trim() === '') return null;
    const same = this.#present.articleWithText(given, null);
    if (same !== null) {
      this.#meetings.add('article-there', label);
      return { articleId: same, text: given };
    }
    if (there !== null) this.#meetings.add('article-differs', label);
    const wanted = guid ?? derivedGuid('article', id, given);
    const articleId = this.#ids.free('articles', wanted, label);
    const name = shortened(label, LONGEST_NAME, this.#losses);
    this.#articles.push({
      id: articleId,
      source: wanted,
      name: name || 'text.txt',
      raw,
      metadata: name === '' ? {} : { title: name },
      whole: false,
      exclusion: null,
    });
    return { articleId, text: given };
  }

  #coder(creator: Json | undefined): string | null {
    const [person] = listOf(creator);
    const id = textOf(person) ?? textOf(objectOf(person)?.id);
    const name = (textOf(objectOf(person)?.name) ?? textOf(objectOf(person)?.nickname) ?? '').trim();
    if (id === null && name === '') return null;
    const key = id ?? name;
    const known = this.#coders.get(key);
    if (known !== undefined) return known.id;
    const coderId = this.#ids.idOf(guidOf(key) ?? derivedGuid('coder', key));
    const shown = shortened(name || key, LONGEST_NAME, this.#losses);
    const same =
      this.#present.coders.find((coder) => coder.id === coderId) ??
      (this.#options.matchNames ? this.#present.coders.find((coder) => coder.name === shown) : undefined);
    if (same !== undefined && same.id !== coderId) this.#meetings.add('coder-same-name', shown);
    this.#coders.set(key, { id: same?.id ?? coderId, name: shown, isNew: same === undefined });
    return same?.id ?? coderId;
  }

  #links(annotation: Record<string, Json>, categoryOf: ReadonlyMap<string, string>, coderId: string) {
    const links = new Map<string, PlannedAnnotation['links'][number]>();
    for (const body of bodiesOf(annotation)) {
      const concept = conceptOf(body);
      const categoryId = concept === null ? undefined : categoryOf.get(concept.guid);
      if (concept === null || categoryId === undefined || links.has(categoryId)) continue;
      const how = relation.safeParse(body.relation);
      const origin = (['suggestion', 'search', 'import'] as const).find((each) => each === body.linkOrigin);
      const usual: LinkOrigin = this.#own ? 'hand' : 'import';
      links.set(categoryId, {
        id: guidOf(body.link) ?? derivedGuid('link', JSON.stringify(annotation), concept.guid),
        categoryId,
        coderId: this.#coder(body.creator) ?? coderId,
        relation: how.success ? how.data : null,
        origin: origin ?? usual,
      });
    }
    return [...links.values()];
  }

  #texts(annotation: Record<string, Json>): { note: string; translation: string } {
    const notes: string[] = [];
    const value = textOf(annotation.bodyValue);
    if (value !== null) notes.push(value);
    let translation = '';
    for (const body of bodiesOf(annotation)) {
      if (conceptOf(body) !== null) continue;
      const said = textOf(body.value);
      if (said === null) this.#losses.add('bodies', textOf(body.id) ?? textOf(body.type) ?? '');
      else if (body.field === 'translation') translation = said;
      else notes.push(said);
    }
    return { note: shortened(notes.join('\n\n'), LONGEST_NOTE, this.#losses), translation };
  }
}

function guidOf(id: Json | undefined): string | null {
  const said = textOf(id);
  return said === null ? null : readGuid(said.replace(/^urn:uuid:/i, ''));
}

function bodiesOf(annotation: Record<string, Json>): Record<string, Json>[] {
  return listOf(annotation.body).flatMap((body) => {
    const object = typeof body === 'string' ? { id: body } : objectOf(body);
    return object === null ? [] : [object];
  });
}

/** A category in a body: a concept that classifies, or a tag. */
function conceptOf(body: Record<string, Json>): { guid: string; name: string } | null {
  const purposes = listOf(body.purpose);
  if (purposes.includes('classifying')) {
    const source = objectOf(body.source);
    const id = textOf(source?.id) ?? textOf(body.source) ?? textOf(body.id);
    const name = (textOf(source?.label) ?? textOf(body.value) ?? id ?? '').trim();
    if (name !== '') return { guid: guidOf(id ?? undefined) ?? derivedGuid('concept', id ?? name), name };
  }
  const tag = purposes.includes('tagging') ? (textOf(body.value)?.trim() ?? '') : '';
  return tag === '' ? null : { guid: derivedGuid('concept', tag), name: tag };
}

function codesOf(annotations: readonly Record<string, Json>[]): ExchangeCode[] {
  const codes = new Map<string, ExchangeCode>();
  for (const body of annotations.flatMap(bodiesOf)) {
    const concept = conceptOf(body);
    if (concept !== null && !codes.has(concept.guid))
      codes.set(concept.guid, { ...concept, isCodable: true, colour: null, description: '', noteRefs: [], codes: [] });
  }
  return [...codes.values()];
}

/** The selectors of the first target, those that refine others included. */
function selectorsOf(annotation: Record<string, Json>): Record<string, Json>[] {
  const [target] = listOf(annotation.target);
  const found: Record<string, Json>[] = [];
  const take = (value: Json | undefined, depth: number) => {
    for (const each of listOf(value)) {
      const selector = objectOf(each);
      if (selector === null || depth > 8) continue;
      found.push(selector);
      take(selector.refinedBy, depth + 1);
    }
  };
  take(objectOf(target)?.selector, 0);
  return found;
}

function placeOf(selectors: readonly Record<string, Json>[], text: string): Span | null {
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const exact = textOf(quote?.exact);
  const start = typeof position?.start === 'number' ? position.start : null;
  const end = typeof position?.end === 'number' ? position.end : null;
  if (start !== null && end !== null && start < end) {
    const index = createCodePointIndex(text);
    if (end <= index.length) {
      const span = index.utf16Span({ codePointStart: start, codePointEnd: end });
      if (exact === null || text.slice(span.start, span.end) === exact) return span;
    }
    if (exact !== null && text.slice(start, end) === exact) return { start, end };
  }
  if (exact === null || exact === '') return null;
  const resolved = resolveAnchor(text, {
    start: start ?? 0,
    end: (start ?? 0) + exact.length,
    exact,
    prefix: textOf(quote?.prefix) ?? '',
    suffix: textOf(quote?.suffix) ?? '',
  });
  return (resolved.status === 'exact' || resolved.status === 'moved') && resolved.span !== undefined
    ? resolved.span
    : null;
}
