import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { ReportAnnotation, ReportLink } from '#domain/report/report-model.ts';
import { nextGrapheme, previousGrapheme } from '#domain/text/graphemes.ts';
import { type Content, type Markup, markup } from './report-html-markup.ts';
import type { Sheet } from './report-html-sheet.ts';

/** An annotation beside its text, with everything it says; an orphan with its whole quote. */
export function writeNote(annotation: ReportAnnotation, sheet: Sheet): Markup {
  const { labels } = sheet;
  const { number, place, start, end, quote } = annotation;
  const badge =
    place === null
      ? markup`<span class="ref">${number}</span>`
      : markup`<a class="ref" href="${`#p${number}`}" aria-label="${labels.toPassage(number)}">${number}</a>`;
  const about = [
    place === null ? null : markup`<span class="place">${labels.place(place)}</span>`,
    ...describe(annotation, sheet),
    markup`<span class="offsets">${labels.methodTerms.offsets} ${`${start}–${end}`}</span>`,
  ];
  const shown = place === null ? quote : excerpt(quote);
  return markup`<div class="${`note c${annotation.colour ?? 0}`}" id="${`a${number}`}">${badge}<div><p class="links">${writeLinks(annotation, labels)}</p><p class="about"><span class="quote" lang="${sheet.articleOf(annotation).textLanguage}"><bdi>${shown}</bdi></span>${writeMarks(annotation)}${about}</p>${writeWords(annotation, labels)}</div></div>\n`;
}

/**
 * An annotation as a quotation, away from its text: the passage whole, then where it stands. `anchored` where its number
 * leads to; `under` is the category of the heading it stands under.
 */
export function writeQuotation(
  annotation: ReportAnnotation,
  sheet: Sheet,
  { anchored, under }: { anchored: boolean; under: string | null },
): Markup {
  const { labels, several, hasTexts } = sheet;
  const { number, place, quote } = annotation;
  const article = sheet.articleOf(annotation);
  const badge =
    hasTexts && place !== null
      ? markup`<a class="ref" href="${`#p${number}`}" aria-label="${labels.toPassage(number)}">${number}</a>`
      : markup`<span class="ref">${number}</span>`;
  const here = annotation.links.find(({ categoryId }) => categoryId === under);
  const others = annotation.links.filter((link) => link !== here);
  const about = [
    several ? markup`<span lang="${article.textLanguage}"><bdi>${article.title.text}</bdi></span>` : null,
    several && article.outlet !== null
      ? markup`<span lang="${article.textLanguage}"><bdi>${article.outlet}</bdi></span>`
      : null,
    markup`<span>${place === null ? labels.totals.orphans : labels.place(place)}</span>`,
    here?.relationLabel == null ? null : markup`<span>${here.relationLabel}</span>`,
    ...describe(annotation, sheet),
  ];
  const links = others.length === 0 ? null : markup`<p class="links">${others.map(writeLink)}</p>`;
  const id = anchored ? markup` id="a${String(number)}"` : null;
  return markup`<div class="${`note quoted c${here?.colour ?? annotation.colour ?? 0}`}"${id}>${badge}<div><p class="passage-quoted" lang="${article.textLanguage}"><bdi>${quote}</bdi>${writeMarks(annotation)}</p>${writeWords(annotation, labels)}<p class="about">${about}</p>${links}</div></div>\n`;
}

/** The categories of an annotation, or that it has none. */
function writeLinks({ links }: ReportAnnotation, labels: ReportLabels): Content {
  return links.length === 0 ? labels.tableRows.unlinked : links.map(writeLink);
}

function writeLink(link: ReportLink): Markup {
  const relation = link.relationLabel === null ? null : markup`<span class="relation">${link.relationLabel}</span>`;
  const number = link.number === '' ? null : markup`<span class="number" lang="zxx">${link.number}</span>`;
  return markup`<span class="${`c${link.colour ?? 0}`}">${number}<bdi>${link.title}</bdi>${relation}</span>`;
}

function writeMarks({ quoteMarks }: ReportAnnotation): Content {
  return quoteMarks.map((mark) => markup` <span class="quote-mark">${mark}</span>`);
}

/** What it is linked to in reference texts, and the researcher's own words: her translation of the passage, and her note. */
function writeWords({ references, translation, note }: ReportAnnotation, labels: ReportLabels): Content {
  return [
    references.map(
      (each) =>
        markup`<p class="reference"><span class="part-label">${labels.cells.references}</span><bdi>${each}</bdi></p>`,
    ),
    translation === ''
      ? null
      : markup`<p class="translation" dir="auto"><span class="part-label">${labels.translation}</span>${translation}</p>`,
    note.trim() === '' ? null : markup`<p class="said" dir="auto">${note.trim()}</p>`,
  ];
}

function describe(annotation: ReportAnnotation, { labels, severalCoders }: Sheet): (Markup | null)[] {
  return [
    describeVoice(annotation, labels),
    markup`<span>${annotation.statusLabel}</span>`,
    severalCoders ? markup`<span><bdi>${annotation.coderName}</bdi></span>` : null,
  ];
}

function describeVoice({ voice }: ReportAnnotation, labels: ReportLabels): Markup | null {
  if (voice === null) return null;
  const details = [voice.name, voice.office, voice.level, voice.place]
    .filter((part) => part !== null && part !== '')
    .map((part, index) => markup`${index === 0 ? labels.colon : labels.semicolon}<bdi>${part}</bdi>`);
  return markup`<span>${voice.label}${details}</span>`;
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
