import type { ReportSection } from '#domain/contract/report.ts';
import type { PassageGroup, ReportMemo } from '#domain/report/report-model.ts';
import { writeFinding, writePictures } from './report-html-findings.ts';
import { type Content, type Markup, markup } from './report-html-markup.ts';
import { writeArticleEntry, writeArticleFacts } from './report-html-metadata.ts';
import { writeNote, writeQuotation } from './report-html-notes.ts';
import type { Painting } from './report-html-paint.ts';
import type { Sheet } from './report-html-sheet.ts';
import { writeCategoryTable, writeCodebook, writeParts } from './report-html-tables.ts';
import { writeText } from './report-html-text.ts';

/** A part of the document under a heading of its own. */
export interface HtmlSection {
  id: string;
  title: string;
  content: Content;
}

/** The sections of the report in its order; what has lost its place stands behind the texts. */
export function writeSections(sheet: Sheet, painting: Painting): HtmlSection[] {
  const { report, labels } = sheet;
  return report.sections.flatMap((section) => {
    const title = section === 'metadata' && sheet.several ? labels.articles : labels.sections[section];
    const written: HtmlSection = { id: section, title, content: writeSection(section, sheet, painting) };
    const orphans = report.articles.flatMap((article) => article.orphans);
    if (section !== 'text' || orphans.length === 0) return [written];
    const notes = orphans.map((orphan) => writeNote(orphan, sheet));
    const content = markup`<p class="how">${labels.orphansExplained(orphans.length)}</p>\n<div class="notes">${notes}</div>`;
    return [written, { id: 'orphans', title: labels.sections.orphans, content }];
  });
}

function writeSection(section: ReportSection, sheet: Sheet, painting: Painting): Content {
  const { report, labels, several } = sheet;
  const { articles } = report;
  switch (section) {
    case 'metadata':
      return articles.map((article) =>
        several ? writeArticleEntry(article, sheet) : writeArticleFacts(article, sheet),
      );
    case 'wholeArticles':
      return writeWholeArticles(sheet);
    case 'text':
      return [
        markup`<p class="how">${report.totals.annotations === report.totals.orphans ? labels.noAnnotations : labels.howToRead}</p>\n`,
        articles.map((article) => [
          several
            ? markup`<h3 class="text-title" id="${`t${article.number}`}"><span class="counter-inline">${article.number}</span><bdi lang="${article.textLanguage}">${article.title.text}</bdi></h3>\n`
            : null,
          article.paragraphs.every(({ number }) => number === null)
            ? markup`<p>${labels.emptyText}</p>\n`
            : writeText(article, sheet, painting),
        ]),
      ];
    case 'byCategory':
      return writeGroups(report.byCategory, section, sheet);
    case 'byProvince':
      return writeGroups(report.byProvince, section, sheet);
    case 'counts':
      return writeCategoryTable(report.table, sheet);
    case 'findings':
      return report.findings.map((finding) => writeFinding(finding, sheet));
    case 'pictures':
      return writePictures(sheet);
    case 'memos':
      return report.memos.map(writeMemo);
    case 'codebook':
      return report.codebooks.map((codebook) => writeCodebook(codebook, labels));
    case 'codingRules':
      return writeParts(report.codingRules);
    case 'method':
      return markup`<dl class="method">${report.method.map(
        ({ label, sentences }) =>
          markup`<dt>${label}</dt><dd>${sentences.map((sentence) => markup`<p>${sentence}</p>`)}</dd>\n`,
      )}</dl>`;
  }
}

function writeWholeArticles({ report, several, severalCoders }: Sheet): Markup {
  const entries = report.articles
    .filter(({ wholeArticle }) => wholeArticle.length > 0)
    .map((article) => {
      const coders = new Set(article.wholeArticle.map(({ coderName }) => coderName));
      const links = article.wholeArticle.map(
        ({ number, title, colour, coderName }) =>
          markup`<span class="${`c${colour ?? 0}`}"><span class="number" lang="zxx">${number}</span><bdi>${title}</bdi>${
            severalCoders || coders.size > 1 ? markup`<span class="relation"><bdi>${coderName}</bdi></span>` : null
          }</span>`,
      );
      const title = several
        ? markup`<h3><span class="counter-inline">${article.number}</span><bdi lang="${article.textLanguage}">${article.title.text}</bdi></h3>`
        : null;
      return markup`${title}<p class="links">${links}</p>\n`;
    });
  return markup`${entries}`;
}

/** Passages under their headings; each has its anchor at the first place where it stands, if its home is this section. */
function writeGroups(groups: readonly PassageGroup[], section: 'byCategory' | 'byProvince', sheet: Sheet): Markup {
  const anchored = new Set<number>();
  const written = groups.map(({ level, categoryId, number, title, colour, annotationNumbers }) => {
    const name = markup`${number === '' ? null : markup`<span class="number" lang="zxx">${number}</span>`}<bdi>${title}</bdi>`;
    const count =
      annotationNumbers.length === 0
        ? null
        : markup`<span class="count">${sheet.labels.passages(annotationNumbers.length)}</span>`;
    const heading =
      level === 1
        ? markup`<h3 class="${`group c${colour ?? 0}`}">${name}${count}</h3>`
        : markup`<h4 class="${`group c${colour ?? 0}`}">${name}${count}</h4>`;
    const passages = annotationNumbers.map((each) => {
      const first = sheet.home === section && !anchored.has(each);
      anchored.add(each);
      return writeQuotation(sheet.annotationOf(each), sheet, { anchored: first, under: categoryId });
    });
    // Nothing between a heading and the next one, or a page could end between them.
    return passages.length === 0
      ? markup`${heading}\n`
      : markup`${heading}\n<div class="quotations">${passages}</div>\n`;
  });
  return markup`${written}`;
}

function writeMemo({ about, title, body, coderName, day }: ReportMemo): Markup {
  const heading = title.trim() === '' ? null : markup`<h3 dir="auto">${title}</h3>`;
  return markup`<div class="memo">${heading}<p class="about"><span><bdi>${about}</bdi></span><span><bdi>${coderName}</bdi></span><span>${day}</span></p>${
    body.trim() === '' ? null : markup`<p class="said" dir="auto">${body.trim()}</p>`
  }</div>\n`;
}
