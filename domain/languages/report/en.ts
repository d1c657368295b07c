import { groupThousands, percent } from './number-format.ts';
import type { ReportLabels, Tally } from './report-labels.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const list = (items: readonly string[]) => items.join(', ');
const enclosed = (all: readonly Tally[]) => list(all.map(({ label, count }) => `${label} (${groupThousands(count)})`));
const tallies = (all: readonly Tally[]) => list(all.map(({ label, count }) => `${label} ${groupThousands(count)}`));
const count = (value: number, one: string, many = `${one}s`) => `${groupThousands(value)} ${value === 1 ? one : many}`;

export const en: ReportLabels = {
  documentKind: 'Annotated report',
  untitled: 'Title unknown',
  unknown: 'unknown',
  missingCategory: 'a category no longer in the codebook',
  emptyText: 'This article has no text.',
  noAnnotations: 'This article has no annotations yet.',
  howToRead:
    'A small number in the text is the number of an annotation and stands where the passage begins; the rule beneath runs to its end, and passages that overlap have a rule each. Numbers lead from passage to note and back.',
  collection: (corpus, articles, annotations) =>
    `${corpus}: ${count(articles, 'article')}, ${count(annotations, 'annotation')}`,
  convertedMark: '[script converted]',
  importedMark: '[as imported]',
  translation: 'Translation',
  quoted: (quote, marks, source) =>
    [`“${quote}”`, ...marks, ...(source.length === 0 ? [] : [`(${source.join('; ')})`])].join(' '),
  withDetails: (name, details) => `${name}, ${details}`,
  sections: {
    metadata: 'The article',
    wholeArticles: 'Categories of whole articles',
    text: 'Text and notes',
    byCategory: 'Passages by category',
    byProvince: 'Passages by province',
    orphans: 'Annotations without a place',
    counts: 'By category',
    findings: 'Comparisons',
    pictures: 'Pictures',
    memos: 'Memos',
    codebook: 'Codebook used',
    codingRules: 'Coding rules',
    method: 'Method',
    contents: 'Contents',
  },
  articles: 'The articles',
  citation: 'Citation',
  meaning: {
    definition: 'Definition',
    rulesFor: 'Belongs to it',
    rulesAgainst: 'Does not belong to it',
    boundaryCases: 'Boundary cases',
    examples: 'Examples',
  },
  rules: {
    unit: 'Unit of annotation',
    shortestPassage: 'Shortest passage',
    severalCategories: 'Several categories on a passage',
    headings: 'Headings',
    quotations: 'Quotations',
    other: 'Other',
  },
  memoAbout: {
    article: (name) => `On the article “${name}”`,
    category: (name) => `On the category “${name}”`,
    corpus: (name) => `On the corpus “${name}”`,
  },
  exclusions: {
    duplicate: 'duplicate',
    'off-topic': 'off topic',
    'no-article': 'no article',
    'out-of-period': 'outside the period studied',
    other: 'other',
  },
  passages: (passages) => count(passages, 'passage'),
  sheets: {
    passages: 'Passages',
    counts: 'Counts',
    finding: 'Comparison',
    articles: 'Articles',
    codebook: 'Codebook',
    method: 'Method',
  },
  cells: {
    annotation: 'Annotation',
    article: 'Article',
    paragraph: 'Paragraph',
    sentence: 'Sentence',
    start: 'Start',
    end: 'End',
    quote: 'Passage',
    converted: 'Script converted',
    categoryNumber: 'Category number',
    category: 'Category',
    relation: 'Relation',
    origin: 'Origin',
    voice: 'Voice',
    speaker: 'Speaker',
    office: 'Office',
    level: 'Level',
    speakerPlace: 'Place of the speaker',
    status: 'Status',
    note: 'Note',
    translation: 'Translation',
    references: 'Reference text',
    coder: 'Coder',
    createdAt: 'Created',
    changedAt: 'Changed',
    citation: 'Citation (APA)',
    annotations: 'Annotations',
    unstated: 'Unstated',
    characters: 'Characters',
    share: 'Of body',
    wholeArticle: 'Categories of the whole article',
    bodyCharacters: 'Characters of body text',
    markedCharacters: 'Characters annotated',
    part: 'Part',
    otherTitle: 'Title in another language',
    codebook: 'Codebook',
    term: 'Term',
    sentences: 'Description',
  },
  fields: {
    title: 'Title',
    outlet: 'Outlet',
    outletProvince: 'Province of the outlet',
    places: 'Places written about',
    publishedOn: 'Published',
    reporters: 'Reporters',
    editor: 'Editor',
    source: 'Source',
    genre: 'Genre',
    script: 'Script',
    address: 'Web address',
    fileName: 'Original file',
    corpus: 'Corpus',
    coders: 'Coders',
    madeAt: 'Report made',
  },
  scripts: { hant: 'Traditional', hans: 'Simplified', mixed: 'mixed' },
  totals: {
    articles: 'articles',
    annotations: 'annotations',
    links: 'links to categories',
    categories: 'categories used',
    notes: 'annotations with a note',
    orphans: 'without a place',
    bodyCharacters: 'characters of body text',
    markedCharacters: 'characters annotated',
    markedShare: 'of the body text',
  },
  columns: {
    category: 'Category',
    annotations: 'Annotations',
    unstated: 'Unstated',
    characters: 'Characters',
    share: 'Of body',
  },
  tableRows: { itself: 'Linked to the part itself', unlinked: 'Without a category', all: 'All' },
  relations: { verbatim: 'verbatim', adapted: 'adapted', local: 'local', mention: 'mention' },
  roles: {
    title: 'title',
    subhead: 'subhead',
    body: 'body',
    caption: 'caption',
    byline: 'byline',
    source: 'source',
    editor: 'editor',
    boilerplate: 'boilerplate',
  },
  colon: ': ',
  semicolon: '; ',
  voices: {
    journalist: 'journalist',
    decision: 'Decision or plenum cited',
    official: 'named official',
    citizen: 'citizen or expert',
    unattributed: 'unattributed',
  },
  levels: {
    central: 'central',
    provincial: 'provincial',
    prefectural: 'prefectural',
    county: 'county',
    township: 'township',
    grassroots: 'grassroots',
  },
  statuses: { draft: 'draft', settled: 'settled', doubtful: 'doubtful' },
  toPassage: (number) => `Back to annotation ${number} in the text`,
  toNote: (number) => `Annotation ${number}`,
  orphansExplained: (orphans) =>
    `The text that ${count(orphans, 'annotation')} quoted can no longer be found in the present revision. The quotes are kept here; these annotations are not shown in the text and not counted in the table.`,
  place: ({ paragraph, sentence, endParagraph, endSentence }) => {
    const start = `paragraph ${paragraph}, sentence ${sentence}`;
    if (endParagraph !== paragraph) return `${start} to paragraph ${endParagraph}, sentence ${endSentence}`;
    return endSentence === sentence ? start : `paragraph ${paragraph}, sentences ${sentence} to ${endSentence}`;
  },
  date: ({ year, month, day }) =>
    [day, month === null ? null : MONTHS[month - 1], year].filter((part) => part !== null).join(' '),
  instant: (day, time) => `${day} ${time} UTC`,
  number: groupThousands,
  share: percent,
  list,
  codebookName: (name, revision) => `${name}, revision ${revision}`,
  codebookUse: (used, all) =>
    `${groupThousands(used)} of its ${count(all, 'category', 'categories')} ${used === 1 ? 'is' : 'are'} used here; only these are listed, each under its part.`,
  methodTerms: {
    program: 'Program',
    selection: 'Scope',
    corpus: 'Corpus',
    original: 'Original',
    changes: 'Repairs and corrections',
    script: 'Script',
    codebook: 'Codebook',
    codingRules: 'Coding rules',
    coders: 'Coders',
    codingState: 'Coding status',
    origins: 'Origin of the links',
    relations: 'Relations',
    counting: 'Counting',
    offsets: 'Offsets',
  },
  method: {
    program: (program, instant) => `This report was made by ${program} at ${instant}.`,
    file: (name, bytes, encoding) => `${name}, ${count(bytes, 'byte')}, encoding ${encoding}.`,
    bytesSha256: (hash) => `SHA-256 of the file’s bytes: ${hash}`,
    textSha256: (hash) => `SHA-256 of the text as imported: ${hash}`,
    selection: {
      articles: (articles, annotations) =>
        `This report covers ${count(articles, 'article')} with ${count(annotations, 'annotation')}.`,
      annotations: (articles, annotations) =>
        `This report covers ${count(annotations, 'annotation')} that ${annotations === 1 ? 'was' : 'were'} selected, from ${count(articles, 'article')}; other annotations of these articles are not in it.`,
      categories: (categories, articles, annotations) =>
        `This report covers what is linked to these categories and all below them: ${categories}. That is ${count(annotations, 'annotation')} from ${count(articles, 'article')}.`,
      finding: (name, articles, annotations) =>
        `The comparison “${name}”, which was kept, and what it counts as the articles are coded now: ${count(annotations, 'annotation')} in ${count(articles, 'article')}.`,
    },
    flow: ({ found, refused, duplicates, excluded, removed, included }) =>
      `Of ${count(found, 'text')} found for the corpus, ${groupThousands(refused)} could not be read, ${groupThousands(duplicates)} ${duplicates === 1 ? 'was a duplicate' : 'were duplicates'}, ${
        excluded.length === 0
          ? 'none were left out for another reason'
          : `${groupThousands(excluded.reduce((sum, each) => sum + each.count, 0))} left out (${tallies(excluded)})`
      }, and ${groupThousands(removed)} removed; ${count(included, 'article')} ${included === 1 ? 'is' : 'are'} included.`,
    reprints: ({ articles, families }, counted) =>
      `${count(articles, 'article')} of them belong to ${count(families, 'reprint family', 'reprint families')}; as the corpus counts reprints, there are ${count(counted, 'article')}.`,
    noReprints: 'No reprint families were identified.',
    leftOutShown: (articles) =>
      `${count(articles, 'article')} of this report ${articles === 1 ? 'is' : 'are'} left out of the counts of the corpus.`,
    files: (files, encodings) =>
      `The articles come from ${count(files, 'file')}, encodings: ${enclosed(encodings)}; the hash of each file is kept in the corpus.`,
    outlets: (outlets) => `Outlets: ${tallies(outlets)}.`,
    provinces: (provinces) => `Provinces of the outlets: ${tallies(provinces)}.`,
    period: (from, to, undated) =>
      `Published from ${from} to ${to}${undated === 0 ? '' : `; the date of ${count(undated, 'article')} is unknown`}.`,
    asIs: 'Texts and quotations stand in the script they were printed in; nothing was converted.',
    converted: {
      hant: 'Texts and quotations were converted to Traditional characters with the word lists of OpenCC, for reading.',
      hans: 'Texts and quotations were converted to Simplified characters with the word lists of OpenCC, for reading.',
      'as-is': 'Texts and quotations stand in the script they were printed in; nothing was converted.',
    },
    convertedMarks:
      'A quotation in which a character was converted is followed by [script converted]; one without this mark is as printed. Titles, metadata and notes were not converted. Quote from the original.',
    quotations: {
      marked:
        'Where a repair or a correction put characters into a quotation, they stand between 〔 and 〕; 〔〕 marks a place where it took characters away.',
      imported:
        'A quotation in which something was repaired or corrected is given as it was imported and followed by [as imported]; the others are the same in both.',
    },
    noRules: 'No coding rules were written down for the corpus.',
    openRepairs: (places) =>
      `${count(places, 'place')} that may be damaged still ${places === 1 ? 'waits' : 'wait'} for a decision.`,
    originalsKept:
      'The text of each article is its present revision; the original files and texts are kept in the corpus and never changed.',
    codingStateCounts: (coder, complete, inProgress, notBegun) =>
      `${coder} has completed coding ${count(complete, 'article')}, is coding ${groupThousands(inProgress)} and has not begun ${groupThousands(notBegun)}. Only in a completed article does text without annotation mean “none”.`,
    noChanges: 'The text was neither repaired nor corrected after import.',
    repairs: (repairs, reasons) =>
      repairs === 0
        ? 'No repairs.'
        : `${count(repairs, 'repair')} (${tallies(reasons)}): damage from before or during import, put right.`,
    corrections: (corrections, reasons) =>
      corrections === 0
        ? 'No corrections.'
        : `${count(corrections, 'correction')} (${tallies(reasons)}), made by the researcher.`,
    revision: (revision) =>
      `The text shown is revision ${revision}; the original file and text are kept in the corpus and never changed.`,
    reasons: {
      'line-ending': 'line ending',
      'byte-order-mark': 'byte order mark',
      nul: 'NUL character',
      'lone-surrogate': 'lone surrogate',
      'inline-pinyin': 'inline pinyin',
      'gbk-shift': 'GBK byte shift',
      'html-residue': 'rest of the page',
      punctuation: 'punctuation',
    },
    codebook: (name, revision, used, all) =>
      `${name}, revision ${revision}, ${count(all, 'category', 'categories')}, of which ${groupThousands(used)} used here.`,
    otherRevisions: (links) =>
      `${count(links, 'link')} of them ${links === 1 ? 'was' : 'were'} made under another revision of the codebook.`,
    noCodebook: 'No codebook was used.',
    coders: (coders) => `Annotations: ${tallies(coders)}.`,
    noCoders: 'No annotations.',
    madeBy: (coder) => `Report made by ${coder}.`,
    codingStates: {
      'not-begun': (coder) =>
        `${coder} has not begun coding this article. Text without annotation does not mean “none”; nothing follows from it.`,
      'in-progress': (coder) =>
        `${coder} is still coding this article. Text without annotation does not mean “none”; nothing follows from it.`,
      complete: (coder) =>
        `${coder} has completed coding this article. Text without annotation counts as an explicit “none”.`,
    },
    origins: { hand: 'by hand', suggestion: 'suggestion accepted', search: 'search batch', import: 'import' },
    originCounts: (origins) =>
      `How the links came about: ${list(origins.map(({ label, count, share }) => `${label} ${groupThousands(count)} (${percent(share)})`))}. A suggestion of the program becomes a link only when the researcher accepts it.`,
    noLinks: 'There are no links to categories.',
    relations: {
      verbatim: 'the Decision’s words as they stand',
      adapted: 'its words changed, its sense kept',
      local: 'a measure of the place that carries the item out',
      mention: 'the item is only mentioned',
    },
    units:
      'Paragraphs count from 1, blank ones left out; sentences count from 1 within their paragraph and end at sentence punctuation; a paragraph without any is one sentence.',
    characters:
      'Characters are Unicode code points, with punctuation and spaces and without line feeds, in paragraphs whose role is body; a passage under several annotations counts once. Because categories overlap, their characters must not be added up. The columns of relations count links, the column “Annotations” counts annotations.',
    outsideBody: (annotations) =>
      `${count(annotations, 'annotation')} ${annotations === 1 ? 'lies' : 'lie'} wholly or partly outside body paragraphs; what lies outside is not counted as characters.`,
    offsets:
      'Offsets are in UTF-16 code units of the revision shown, from 0, start included and end excluded; one line feed stands between paragraphs.',
  },
};
