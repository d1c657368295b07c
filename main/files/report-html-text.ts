import type { ReportLabels } from '#domain/languages/report/index.ts';
import type {
  ArticleReport,
  ReportAnnotation,
  ReportLink,
  ReportParagraph,
  ReportRun,
} from '#domain/report/report-model.ts';
import { nextGrapheme, previousGrapheme } from '#domain/text/graphemes.ts';
import { type Content, Markup, markup } from './report-html-markup.ts';
import { type Painting, paintAnnotations } from './report-html-paint.ts';

// Keeps a number on the line of the passage it opens. It is not part of the article's text: the numbers are not either.
const WORD_JOINER = '\u2060';

/** The text, a row a paragraph: the passage, then its notes. The style sheet paints the passages. */
export function writeText(report: ArticleReport, labels: ReportLabels): { rows: Markup; styleSheet: string } {
  const painting = paintAnnotations(report);
  const byNumber = new Map(report.annotations.map((annotation) => [annotation.number, annotation]));
  const rows = report.paragraphs
    .filter((paragraph) => paragraph.number !== null || paragraph.annotationNumbers.length > 0)
    .map((paragraph) => {
      const notes = paragraph.annotationNumbers.flatMap((number) => byNumber.get(number) ?? []);
      const passage = writePassage(paragraph, report, painting, byNumber, labels);
      return markup`<div class="row">${passage}${writeNotes(notes, report, labels)}</div>\n`;
    });
  return { rows: markup`${rows}`, styleSheet: painting.styleSheet() };
}

function writePassage(
  paragraph: ReportParagraph,
  report: ArticleReport,
  painting: Painting,
  byNumber: ReadonlyMap<number, ReportAnnotation>,
  labels: ReportLabels,
): Markup {
  const lanes = painting.lanesOf(paragraph);
  const counter =
    paragraph.number === null
      ? null
      : markup`<span class="counter" aria-hidden="true" lang="${report.language}">${paragraph.number}</span>`;
  const runs = paragraph.runs.map((run) => writeRun(run, painting, byNumber, labels));
  return markup`<p class="passage" data-role="${paragraph.role}" lang="${report.textLanguage}" style="${`--lanes:${lanes}`}">${counter}${runs}</p>`;
}

function writeRun(
  run: ReportRun,
  painting: Painting,
  byNumber: ReadonlyMap<number, ReportAnnotation>,
  labels: ReportLabels,
): Markup {
  if (run.annotationNumbers.length === 0) return markup`${run.text}`;
  const numbers = run.opens.map(
    (number) =>
      markup`<a class="${`ref c${byNumber.get(number)?.colour ?? 0}`}" id="${`p${number}`}" href="${`#a${number}`}" aria-label="${labels.toNote(number)}">${number}</a>`,
  );
  const opening = numbers.length === 0 ? null : markup`<sup>${numbers}${WORD_JOINER}</sup>`;
  return markup`${opening}<mark class="${painting.classOf(run)}">${run.text}</mark>`;
}

function writeNotes(annotations: readonly ReportAnnotation[], report: ArticleReport, labels: ReportLabels): Content {
  if (annotations.length === 0) return null;
  return markup`<aside class="notes">${annotations.map((each) => writeNote(each, report, labels))}</aside>`;
}

/** An annotation with everything it says; an orphan with its whole quote. */
export function writeNote(annotation: ReportAnnotation, report: ArticleReport, labels: ReportLabels): Markup {
  const { number, place, start, end, quote, note } = annotation;
  const badge =
    place === null
      ? markup`<span class="ref">${number}</span>`
      : markup`<a class="ref" href="${`#p${number}`}" aria-label="${labels.toPassage(number)}">${number}</a>`;
  const links =
    annotation.links.length === 0 ? labels.tableRows.unlinked : annotation.links.map((link) => writeLink(link));
  const about = [
    place === null ? null : markup`<span class="place">${labels.place(place)}</span>`,
    describeVoice(annotation, labels),
    markup`<span>${annotation.statusLabel}</span>`,
    severalCoders(report) ? markup`<span>${annotation.coderName}</span>` : null,
    markup`<span class="offsets">${labels.methodTerms.offsets} ${`${start}–${end}`}</span>`,
  ];
  const shown = place === null ? quote : excerpt(quote);
  return markup`<div class="${`note c${annotation.colour ?? 0}`}" id="${`a${number}`}">${badge}<div><p class="links">${links}</p><p class="about"><span class="quote" lang="${report.textLanguage}"><bdi>${shown}</bdi></span>${about}</p>${
    note.trim() === '' ? null : markup`<p class="said" dir="auto">${note.trim()}</p>`
  }</div></div>\n`;
}

function writeLink(link: ReportLink): Markup {
  const relation = link.relationLabel === null ? null : markup`<span class="relation">${link.relationLabel}</span>`;
  const number = link.number === '' ? null : markup`<span class="number" lang="zxx">${link.number}</span>`;
  return markup`<span class="${`c${link.colour ?? 0}`}">${number}<bdi>${link.title}</bdi>${relation}</span>`;
}

function describeVoice({ voice }: ReportAnnotation, labels: ReportLabels): Markup | null {
  if (voice === null) return null;
  const details = [voice.name, voice.office, voice.level, voice.place]
    .filter((part) => part !== null && part !== '')
    .map((part, index) => markup`${index === 0 ? labels.colon : labels.semicolon}<bdi>${part}</bdi>`);
  return markup`<span>${voice.label}${details}</span>`;
}

function severalCoders(report: ArticleReport): boolean {
  const [first, ...others] = [...report.annotations, ...report.orphans];
  return others.some(({ coderName }) => coderName !== first?.coderName);
}

const EXCERPT_GRAPHEMES = 8;

/** A long quote by its two ends. */
function excerpt(quote: string): string {
  let head = 0;
  let tail = quote.length;
  for (let count = 0; count < EXCERPT_GRAPHEMES; count++) {
    if (head < quote.length) head = nextGrapheme(quote, head);
    if (tail > 0) tail = previousGrapheme(quote, tail);
  }
  return head + 2 >= tail ? quote : `${quote.slice(0, head)}……${quote.slice(tail)}`;
}
