import { BUILTIN_CODEBOOK_NAME, builtinCategories } from '../codebook/builtin-codebook.ts';
import type { Annotation, Link } from '../contract/annotation.ts';
import type { Codebook } from '../contract/codebook.ts';
import { type ReportPlan, reportSections } from '../contract/report.ts';
import type { Relation } from '../contract/values.ts';
import type { ReportInput, ReportSource } from './report-input.ts';

/** Makes what reports are tested with: ids are the numbers given, quotes are found in the text. */
const REVISION_ID = id(1);
const CODEBOOK_ID = id(2);
const CODEBOOK_REVISION_ID = id(3);
const INSTANT = '2026-05-04T08:30:00.000Z';

export function id(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const testCodebook: Codebook = {
  id: CODEBOOK_ID,
  version: 1,
  revisionId: CODEBOOK_REVISION_ID,
  revision: 1,
  builtin: true,
  ...BUILTIN_CODEBOOK_NAME,
  description: '',
  categories: builtinCategories.map(({ id, parentId, number, position, titleHant, titleHans, titleEn, colour }) => ({
    id,
    codebookId: CODEBOOK_ID,
    parentId,
    position,
    number,
    titleHant,
    titleHans,
    titleEn,
    colour,
    definition: '',
    rulesFor: '',
    rulesAgainst: '',
    boundaryCases: '',
    examples: '',
    retired: false,
    fixed: true,
    version: 1,
  })),
};

/** A link to the category of that number. */
export function linkTo(number: string, relation: Relation | null = null): Link {
  const category = testCodebook.categories.find((each) => each.number === number);
  if (category === undefined) throw new Error(`no category ${number}`);
  return {
    id: id(900),
    categoryId: category.id,
    relation,
    origin: 'hand',
    codebookRevisionId: CODEBOOK_REVISION_ID,
    recheck: false,
  };
}

export function annotate(text: string, start: number, end: number, given: Partial<Annotation> = {}): Annotation {
  return {
    id: id(1000 + start * 500 + end),
    version: 1,
    articleId: id(4),
    revisionId: REVISION_ID,
    start,
    end,
    exact: text.slice(start, end),
    prefix: '',
    suffix: '',
    anchorState: 'placed',
    toConfirm: null,
    note: '',
    translation: '',
    voice: null,
    status: 'settled',
    coderId: id(5),
    coderName: '陳若水',
    createdAt: INSTANT,
    changedAt: INSTANT,
    links: [],
    ...given,
  };
}

/** Annotates the first place where the quote stands. */
export function annotateQuote(text: string, quote: string, given: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(quote);
  if (start === -1) throw new Error(`the text has no ${quote}`);
  return annotate(text, start, start + quote.length, given);
}

type Given = Partial<Omit<ReportInput, 'sources' | 'plan'>> & {
  plan?: Partial<ReportPlan>;
  source?: Partial<Omit<ReportSource, 'article' | 'annotations'>>;
  article?: Partial<ReportSource['article']>;
};

/** An article as the database gives it, with its annotations. */
export function reportSource(text: string, annotations: Annotation[], given: Given = {}): ReportSource {
  return {
    original: {
      fileName: 'a.txt',
      encoding: 'UTF-8',
      bytes: 10,
      bytesSha256: 'aa11',
      textSha256: 'bb22',
      changes: [],
      repairs: [],
    },
    alterations: [],
    articleLinks: [],
    referenceLinks: [],
    ...given.source,
    annotations,
    article: {
      id: id(4),
      version: 1,
      title: '題',
      outlet: null,
      outletProvince: null,
      places: [],
      publishedOn: null,
      reporters: [],
      editor: null,
      source: null,
      address: null,
      genre: null,
      script: 'hant',
      fileName: 'a.txt',
      opening: text.slice(0, 40),
      length: text.length,
      annotations: annotations.length,
      codingState: 'in-progress',
      unconfirmed: [],
      exclusion: null,
      repairs: { applied: 0, open: 0 },
      flags: 0,
      familyId: null,
      createdAt: INSTANT,
      changedAt: INSTANT,
      revisionId: REVISION_ID,
      revision: 1,
      text,
      roles: text.split('\n').map(() => 'body'),
      ...given.article,
    },
  };
}

/** Everything that a report can show of one article, in Traditional characters. */
export function reportInput(text: string, annotations: Annotation[], given: Given = {}): ReportInput {
  const { plan, source: _source, article: _article, ...rest } = given;
  return {
    sources: [reportSource(text, annotations, given)],
    by: 'articles',
    focus: null,
    codebooks: [testCodebook],
    codingRules: {
      unit: '',
      shortestPassage: '',
      severalCategories: '',
      headings: '',
      quotations: '',
      other: '',
    },
    memos: [],
    about: null,
    findings: [],
    coderNames: new Map(),
    hasReferences: false,
    flow: {
      found: 5,
      refused: 1,
      duplicates: 1,
      excluded: [{ reason: 'off-topic', articles: 1 }],
      removed: 0,
      included: 2,
      reprints: { articles: 0, families: 0 },
      counted: 2,
      open: { duplicates: 0, repairs: 0 },
    },
    convert: null,
    coderName: '陳若水',
    corpusName: '語料',
    programVersion: '9.8.7',
    madeAt: '2026-11-23T21:40:12.345Z',
    plan: { sections: [...reportSections], script: 'as-is', quotations: 'as-read', language: 'zh-Hant', ...plan },
    ...rest,
  };
}
