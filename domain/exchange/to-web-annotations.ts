import type { Language } from '../contract/values.ts';
import { PROGRAM_VERSION } from '../program.ts';
import { createCodePointIndex } from '../text/code-points.ts';
import { codeName } from './category-description.ts';
import { derivedGuid } from './guid.ts';
import { type Loss, LossReport } from './losses.ts';
import type { CorpusSnapshot, SnapshotAnnotation, SnapshotArticle } from './snapshot.ts';
import { titleIn } from '../codebook/title-in.ts';
import { ORIGIN } from './to-project.ts';

/** Terms of this program, for what the vocabulary of Web Annotation has no word for. */
export const TERMS = 'urn:jianzhu:terms#';

export interface WebAnnotationOptions {
  language: Language;
  madeAt: string;
  /** Whether the texts of the articles go along. */
  texts: boolean;
}

export function urn(id: string): string {
  return `urn:uuid:${id}`;
}

/**
 * Annotations as an AnnotationCollection of the W3C Web Annotation Data Model (2017), in JSON-LD. Each classifies a passage
 * of an article, found by quote and by position in code points; categories are concepts in its bodies, notes comments.
 */
export function toWebAnnotations(
  snapshot: CorpusSnapshot,
  { language, madeAt, texts }: WebAnnotationOptions,
): { collection: object; losses: Loss[] } {
  const losses = new LossReport();
  for (const { kind, count, examples } of snapshot.leftBehind) losses.add(kind, examples[0] ?? '', count);
  for (const { title, body } of snapshot.memos) losses.add('memos', title || body);
  for (const { name } of snapshot.references) losses.add('references', name);
  for (const { state, articleId } of snapshot.codingStatuses)
    if (state === 'complete') losses.add('coding-status', articleId);
  for (const { categories: all } of snapshot.codebooks)
    for (const { fixed, titleHant } of all) if (!fixed) losses.add('category-rules', titleHant);
  const categories = new Map(
    snapshot.codebooks.flatMap((book) =>
      book.categories.map((category) => [
        category.id,
        { name: codeName(category.number, titleIn(language, category)), codebookId: book.id },
      ]),
    ),
  );
  const coders = new Map(snapshot.coders.map(({ id, name }) => [id, name]));
  const creator = (id: string) => ({ id: urn(id), type: 'Person', name: coders.get(id) ?? '' });
  const items: object[] = [];
  for (const article of snapshot.articles) {
    const name = article.metadata.title ?? article.opening;
    if (
      Object.values(article.metadata).some(
        (value) => value !== null && value !== article.metadata.title && !(Array.isArray(value) && value.length === 0),
      )
    )
      losses.add('metadata', name);
    if (!texts) losses.add('texts', name);
    const source = sourceOf(article, texts);
    const index = createCodePointIndex(article.text);
    for (const annotation of article.annotations) {
      if (annotation.orphan) {
        losses.add('orphans', annotation.exact);
        continue;
      }
      if (annotation.toConfirm) losses.add('to-confirm', annotation.exact);
      for (const link of annotation.links) {
        if (link.suggested) losses.add('suggestions', annotation.exact);
        if (link.recheck) losses.add('recheck', annotation.exact);
      }
      losses.add('links', annotation.exact, annotation.referenceLinks.length);
      const { codePointStart: start, codePointEnd: end } = index.codePointSpan(annotation);
      items.push({
        id: urn(annotation.id),
        type: 'Annotation',
        motivation: 'classifying',
        creator: creator(annotation.coderId),
        created: annotation.createdAt,
        modified: annotation.changedAt,
        ...withBody([...categoryBodies(annotation, categories, creator), ...textBodies(annotation)]),
        ...(annotation.voice === null ? {} : { voice: annotation.voice }),
        ...(annotation.status === 'settled' ? {} : { codingStatus: annotation.status }),
        target: {
          type: 'SpecificResource',
          source,
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: annotation.exact,
              prefix: annotation.prefix,
              suffix: annotation.suffix,
            },
            { type: 'TextPositionSelector', start, end },
          ],
        },
      });
    }
    for (const { id, categoryId, coderId, at } of article.wholeLinks)
      items.push({
        id: urn(id),
        type: 'Annotation',
        motivation: 'classifying',
        creator: creator(coderId),
        created: at,
        body: [{ ...conceptBody(categoryId, categories.get(categoryId)?.name ?? ''), creator: creator(coderId) }],
        target: source,
      });
  }
  const collection = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', context],
    id: urn(derivedGuid('collection', snapshot.corpus.id, madeAt)),
    type: 'AnnotationCollection',
    label: snapshot.corpus.name,
    generator: { type: 'Software', name: `${ORIGIN} ${PROGRAM_VERSION}` },
    created: madeAt,
    total: items.length,
    ...(items.length === 0
      ? {}
      : {
          first: {
            id: urn(derivedGuid('page', snapshot.corpus.id, madeAt)),
            type: 'AnnotationPage',
            startIndex: 0,
            items,
          },
        }),
  };
  return { collection, losses: losses.list() };
}

const terms = [
  'voice',
  'codingStatus',
  'relation',
  'linkOrigin',
  'field',
  'kind',
  'office',
  'level',
  'place',
  'text',
  'link',
];
const context = Object.fromEntries([['jianzhu', TERMS], ...terms.map((term) => [term, `jianzhu:${term}`])]) as object;

function sourceOf({ id, metadata, opening, text }: SnapshotArticle, texts: boolean): object {
  const label = metadata.title ?? opening;
  return { id: urn(id), type: 'Text', format: 'text/plain', label, ...(texts ? { text } : {}) };
}

function conceptBody(categoryId: string, name: string) {
  return {
    type: 'SpecificResource',
    purpose: 'classifying',
    source: { id: urn(categoryId), type: 'skos:Concept', label: name },
  };
}

function categoryBodies(
  { links, coderId }: SnapshotAnnotation,
  categories: ReadonlyMap<string, { name: string }>,
  creator: (id: string) => object,
): object[] {
  return links.map((link) => ({
    ...conceptBody(link.categoryId, categories.get(link.categoryId)?.name ?? ''),
    link: urn(link.id),
    ...(link.coderId === coderId ? {} : { creator: creator(link.coderId) }),
    ...(link.relation === null ? {} : { relation: link.relation }),
    ...(link.origin === 'hand' ? {} : { linkOrigin: link.origin }),
  }));
}

function textBodies({ note, translation }: SnapshotAnnotation): object[] {
  const bodies: object[] = [];
  if (note !== '') bodies.push({ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note });
  if (translation !== '')
    bodies.push({
      type: 'TextualBody',
      purpose: 'describing',
      format: 'text/plain',
      field: 'translation',
      value: translation,
    });
  return bodies;
}

function withBody(body: object[]): object {
  return body.length === 0 ? {} : { body };
}
