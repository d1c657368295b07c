import type { ArticleReport, ReportParagraph, ReportRun } from '#domain/report/report-model.ts';
import { type Content, type Markup, markup } from './report-html-markup.ts';
import { writeNote } from './report-html-notes.ts';
import type { Painting } from './report-html-paint.ts';
import type { Sheet } from './report-html-sheet.ts';

// Keeps a number on the line of the passage it opens. It is not part of the article's text: the numbers are not either.
const WORD_JOINER = '\u2060';

/** The text of an article, a row a paragraph: the passage, then its notes. */
export function writeText(article: ArticleReport, sheet: Sheet, painting: Painting): Markup {
  const rows = article.paragraphs
    .filter((paragraph) => paragraph.number !== null || paragraph.annotationNumbers.length > 0)
    .map((paragraph) => {
      const passage = writePassage(paragraph, article, sheet, painting);
      return markup`<div class="row">${passage}${writeNotes(paragraph, sheet)}</div>\n`;
    });
  return markup`${rows}`;
}

function writePassage(paragraph: ReportParagraph, article: ArticleReport, sheet: Sheet, painting: Painting): Markup {
  const counter =
    paragraph.number === null
      ? null
      : markup`<span class="counter" aria-hidden="true" lang="${sheet.report.language}">${paragraph.number}</span>`;
  const runs = paragraph.runs.map((run) => writeRun(run, sheet, painting));
  return markup`<p class="${`passage l${painting.lanesOf(paragraph)}`}" data-role="${paragraph.role}" lang="${article.textLanguage}">${counter}${runs}</p>`;
}

function writeRun(run: ReportRun, sheet: Sheet, painting: Painting): Markup {
  if (run.annotationNumbers.length === 0) return markup`${run.text}`;
  const numbers = run.opens.map(
    (number) =>
      markup`<a class="${`ref c${sheet.annotationOf(number).colour ?? 0}`}" id="${`p${number}`}" href="${`#a${number}`}" aria-label="${sheet.labels.toNote(number)}">${number}</a>`,
  );
  const opening = numbers.length === 0 ? null : markup`<sup>${numbers}${WORD_JOINER}</sup>`;
  return markup`${opening}<mark class="${painting.classOf(run)}">${run.text}</mark>`;
}

function writeNotes({ annotationNumbers }: ReportParagraph, sheet: Sheet): Content {
  if (annotationNumbers.length === 0) return null;
  return markup`<aside class="notes">${annotationNumbers.map((number) => writeNote(sheet.annotationOf(number), sheet))}</aside>`;
}
