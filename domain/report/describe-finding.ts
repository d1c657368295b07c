import { codebookNameIn } from '../codebook/title-in.ts';
import type { FindingNumbers, FindingQuestion, FindingThenAndNow } from '../contract/finding.ts';
import { findingTable } from '../findings/finding-table.ts';
import { type FindingWords, findingWords, shownOf } from '../findings/finding-words.ts';
import { type Translation, translationIn } from '../languages/interface/translation.ts';
import type { ReportLabels } from '../languages/report/report-labels.ts';
import { arrangeMatrix } from '../matrix/arrange-matrix.ts';
import { filterWords } from '../matrix/filter-words.ts';
import { heatStep } from '../matrix/heat-steps.ts';
import type { MatrixNames } from '../matrix/matrix-words.ts';
import type { Shown } from '../matrix/read-matrix.ts';
import type { ReadRow } from '../matrix/read-rows.ts';
import { formatInstant } from './describe-metadata.ts';
import type { ReportInput } from './report-input.ts';
import type { ComparedCell, ComparedLine, ReportFinding } from './report-model.ts';

/** Columns that stand across; where there are more of them than rows, the rows do. */
const MOST_ACROSS = 12;
/** Differences that are told one by one; how many there are is said of all. */
const MOST_CHANGES = 200;

/** Signs of cells without a value, explained below the table. */
const SIGNS: Record<Exclude<Shown['state'], 'value'>, string> = {
  silent: '–',
  'not-coded': '?',
  empty: '',
  'too-few': '',
};

/** A comparison that was kept, in the report's language: its numbers as they were, and what differs now. */
export function describeFinding(kept: FindingThenAndNow, input: ReportInput, labels: ReportLabels): ReportFinding {
  const translation = translationIn(input.plan.language);
  const { t } = translation;
  const { finding, before, now, steps, codebookChanged } = kept;
  const words = findingWords(kept, namesFor(finding.question, input, translation), translation);
  const table = findingTable(kept);
  const { articles } = table;
  return {
    name: finding.name,
    note: finding.note.trim(),
    asked: words.asked,
    facts: [
      {
        label: t('findings.taken'),
        text: [
          formatInstant(finding.takenAt, labels),
          finding.coderName,
          t('program.version', { version: finding.programVersion }),
        ].join(' · '),
      },
      {
        label: t('findings.since'),
        text: [
          t('findings.steps', { count: steps }),
          t(codebookChanged ? 'findings.otherCodebook' : 'findings.sameCodebook'),
        ].join(' · '),
      },
      {
        label: t('findings.base'),
        text: [
          t('findings.baseThen', {
            count: articles.before.articles,
            complete: labels.number(articles.before.complete),
          }),
          ...(articles.now === null
            ? []
            : [
                t('findings.baseNow', { count: articles.now.articles, complete: labels.number(articles.now.complete) }),
              ]),
        ].join(' → '),
      },
    ],
    unit: words.matrix.unit,
    ...layLines(finding.question, before, words, translation, labels),
    since:
      now === null
        ? t('findings.lost')
        : table.changes.length === 0
          ? t('findings.unchanged')
          : t('findings.changed', { count: table.changes.length }),
    changes: table.changes.slice(0, MOST_CHANGES).map(({ row, column, cell }) => ({
      row: words.rowName(row),
      column: words.columnName(column),
      before: words.value(cell.before),
      now: words.value(cell.now),
    })),
    changeHeads: {
      row: t('findings.row'),
      column: t('findings.column'),
      before: t('findings.before'),
      now: t('findings.now'),
    },
    // A table has signs in place of the hatching that pictures have.
    notes: [
      ...words.notes.filter((each) => each !== t('matrix.codedRule')),
      t('findings.signs', { silent: SIGNS.silent, notCoded: SIGNS['not-coded'] }),
    ],
  };
}

/** What of the corpus a kept question is told with. */
export function namesFor(question: FindingQuestion, input: ReportInput, translation: Translation): MatrixNames {
  const categories = new Map(input.codebooks.flatMap((book) => book.categories.map((each) => [each.id, each])));
  return {
    category: (id) => categories.get(id),
    codebook: (id) => {
      const book = input.codebooks.find((each) => each.id === id);
      return book === undefined ? '' : codebookNameIn(translation.language, book);
    },
    filter: filterWords(shownOf(question).filter, translation, (id) => input.coderNames.get(id) ?? id),
    noReference: !input.hasReferences,
  };
}

/** The numbers as a table in the order that was kept: the items of a comparison of articles stand down. */
function layLines(
  question: FindingQuestion,
  before: FindingNumbers,
  words: FindingWords,
  { t }: Translation,
  labels: ReportLabels,
): Pick<ReportFinding, 'heads' | 'lines'> {
  const { matrix, read } = arrangeMatrix(before.matrix, shownOf(question));
  const ofArticles = question.kind === 'comparison';
  const cell = (shown: Shown, shaded: boolean): ComparedCell => ({
    text: shown.state === 'value' && shown.value !== null ? words.matrix.value(shown) : SIGNS[signOf(shown)],
    value: shown.value,
    state: shown.state,
    step: shaded ? heatStep(shown.value ?? 0, read.greatest) : 0,
  });
  const articles = ({ row }: ReadRow): ComparedCell[] =>
    ofArticles ? [] : [{ text: words.matrix.number(row.articles), value: row.articles, state: 'value', step: 0 }];
  const line = (each: ReadRow): ComparedLine => {
    const whole = each === read.whole;
    return {
      name: whole ? t('matrix.whole') : words.matrix.rowName(each.row),
      cells: [...articles(each), ...each.cells.map((shown) => cell(shown, !whole)), cell(each.total, false)],
      whole,
    };
  };
  const heads = [
    t(`matrix.rowKinds.${ofArticles ? 'articles' : question.ask.rows}`),
    ...(ofArticles ? [] : [t('matrix.articles')]),
    ...matrix.columns.map(words.matrix.columnName),
    t('matrix.total'),
  ];
  const lines = [...read.rows, read.whole].map(line);
  return ofArticles || standsUpright(matrix.columns.length, read.rows.length, MOST_ACROSS)
    ? turn(heads, lines, labels.columns.category, t('matrix.total'))
    : { heads, lines };
}

/** Whether a table is turned: it has more columns than `most`, and fewer rows, which then stand across. */
export function standsUpright(columns: number, rows: number, most: number): boolean {
  return columns > most && rows < columns;
}

function signOf({ state }: Shown): keyof typeof SIGNS {
  return state === 'value' ? 'empty' : state;
}

function turn(
  heads: readonly string[],
  lines: readonly ComparedLine[],
  corner: string,
  total: string,
): Pick<ReportFinding, 'heads' | 'lines'> {
  return {
    heads: [corner, ...lines.map(({ name }) => name)],
    lines: heads.slice(1).map((name, at) => ({
      name,
      cells: lines.flatMap(({ cells }) => cells[at] ?? []),
      whole: name === total && at === heads.length - 2,
    })),
  };
}
