import type { MatrixFilter } from '../contract/matrix.ts';
import type { Span } from '../text/span.ts';
import type { BodyLayout } from './body-layout.ts';

/** An annotation as far as counting needs it; offsets are UTF-16 in the current text of its article. */
export interface CountedAnnotation {
  start: number;
  end: number;
  /** Whether it stands in the text still: an orphan counts as a passage but covers nothing. */
  placed: boolean;
  coderId: string;
  voice: string | null;
  status: string;
  links: readonly CountedLink[];
}

export interface CountedLink {
  categoryId: string;
  relation: string | null;
  origin: string;
}

/** An article that counts, with all its annotations. */
export interface CountedArticle {
  id: string;
  /** Its title or how its text begins. */
  name: string;
  outlet: string | null;
  province: string | null;
  genre: string | null;
  publishedOn: string | null;
  /** By where they start. */
  annotations: readonly CountedAnnotation[];
  body: BodyLayout;
  /** Of its text, UTF-16 units. */
  length: number;
}

/** What an article shares with the reference texts. */
export interface CountedReuse {
  /** What stands word for word in a reference: UTF-16 offsets of the article, sorted and apart from each other. */
  exact: readonly Span[];
  /** The sentences of the references that it takes up, each named once. */
  sentences: readonly number[];
}

export interface Conditions {
  article(article: CountedArticle): boolean;
  annotation(annotation: CountedAnnotation): boolean;
  link(link: CountedLink): boolean;
}

/**
 * The conditions of a filter, by what each is about; all of one kind hold. They let through what `annotation.find` does:
 * `none` stands for an empty field, and a date that is less precise belongs where its known part lies.
 */
export function conditionsOf(filter: MatrixFilter): Conditions {
  const articleChecks: ((article: CountedArticle) => boolean)[] = [];
  const among = <Of>(list: readonly string[] | undefined, read: (of: Of) => string | null) => {
    if (list === undefined) return [];
    const wanted = new Set(list);
    return [(of: Of) => wanted.has(read(of) ?? 'none')];
  };
  articleChecks.push(...among<CountedArticle>(filter.provinces, ({ province }) => province));
  articleChecks.push(...among<CountedArticle>(filter.outlets, ({ outlet }) => outlet));
  articleChecks.push(...among<CountedArticle>(filter.genres, ({ genre }) => genre));
  articleChecks.push(...among<CountedArticle>(filter.months, monthOf));
  const { from, to } = filter;
  if (from !== undefined || to !== undefined)
    articleChecks.push(({ publishedOn }) => publishedOn !== null && isWithin(publishedOn, from, to));
  const annotationChecks = [
    ...among<CountedAnnotation>(filter.coderIds, ({ coderId }) => coderId),
    ...among<CountedAnnotation>(filter.voices, ({ voice }) => voice),
    ...among<CountedAnnotation>(filter.statuses, ({ status }) => status),
  ];
  const linkChecks = [
    ...among<CountedLink>(filter.relations, ({ relation }) => relation),
    ...among<CountedLink>(filter.origins, ({ origin }) => origin),
  ];
  return { article: allOf(articleChecks), annotation: allOf(annotationChecks), link: allOf(linkChecks) };
}

function allOf<Of>(checks: readonly ((of: Of) => boolean)[]): (of: Of) => boolean {
  if (checks.length === 0) return () => true;
  return (of) => checks.every((check) => check(of));
}

/** The month of publication, `2024-08`; the year where no more is known; null where nothing is. */
export function monthOf({ publishedOn }: Pick<CountedArticle, 'publishedOn'>): string | null {
  return publishedOn === null ? null : publishedOn.slice(0, 7);
}

/** Whether some day that the date may mean lies between the two, both included. Dates as `plainDate` writes them. */
function isWithin(date: string, from: string | undefined, to: string | undefined): boolean {
  const known = (limit: string) => limit.slice(0, date.length);
  return (from === undefined || known(from) <= date) && (to === undefined || date.slice(0, to.length) <= known(to));
}
