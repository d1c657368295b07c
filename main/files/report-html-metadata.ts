import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { ArticleReport, ReportMetadata, ReportTotals } from '#domain/report/report-model.ts';
import { type Markup, markup } from './report-html-markup.ts';
import type { Sheet } from './report-html-sheet.ts';

/** All that is known of an article, and how it is cited. */
export function writeArticleFacts(article: ArticleReport, sheet: Sheet): Markup {
  const { labels } = sheet;
  const rows = article.metadata.filter(({ field }) => field !== 'title').map((row) => writeFact(row, labels));
  return markup`<dl class="facts" aria-label="${labels.sections.metadata}">${rows}</dl>${writeCitations(article, labels)}`;
}

/** One of several articles: what is known of it and not the same for all. */
export function writeArticleEntry(article: ArticleReport, sheet: Sheet): Markup {
  const { labels, hasTexts } = sheet;
  const title = markup`<bdi lang="${article.textLanguage}">${article.title.text}</bdi>`;
  const shown = hasTexts ? markup`<a href="${`#t${article.number}`}">${title}</a>` : title;
  const rows = article.metadata
    .filter(({ field, known }) => known && !['title', 'corpus', 'madeAt'].includes(field))
    .map((row) => writeFact(row, labels));
  return markup`<section class="entry"><h3><span class="counter-inline">${article.number}</span>${shown}</h3><dl class="facts">${rows}</dl>${writeCitations(article, labels)}</section>\n`;
}

function writeFact({ field, label, values, known }: ReportMetadata, labels: ReportLabels): Markup {
  const shown = values.map((value, index) => [
    index === 0 ? '' : labels.list(['', '']),
    field === 'address' && known ? writeAddress(value) : markup`<bdi>${value}</bdi>`,
  ]);
  return markup`<div><dt>${label}</dt><dd${known ? null : markup` class="unknown"`}>${shown}</dd></div>\n`;
}

function writeCitations({ citations, textLanguage }: ArticleReport, labels: ReportLabels): Markup {
  return markup`<dl class="citations"><dt>${labels.citation}</dt><dd><span class="part-label">GB/T 7714</span><bdi lang="${textLanguage}">${citations.gbt7714}</bdi></dd><dd><span class="part-label">APA</span><bdi lang="${textLanguage}">${citations.apa}</bdi></dd></dl>`;
}

/** Only an address of the web becomes a link. */
function writeAddress(address: string): Markup {
  const url = /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return markup`<bdi>${address}</bdi>`;
  return markup`<a class="link-out" href="${url.href}" rel="noopener noreferrer"><bdi>${address}</bdi></a>`;
}

export function writeTotals(totals: ReportTotals, { labels, several }: Sheet): Markup {
  const figures: [string, string][] = [
    ...(several ? [[labels.totals.articles, labels.number(totals.articles)] satisfies [string, string]] : []),
    [labels.totals.annotations, labels.number(totals.annotations)],
    [labels.totals.notes, labels.number(totals.notes)],
    [labels.totals.links, labels.number(totals.links)],
    [labels.totals.categories, labels.number(totals.categories)],
    ...(totals.orphans === 0
      ? []
      : [[labels.totals.orphans, labels.number(totals.orphans)] satisfies [string, string]]),
    [labels.totals.bodyCharacters, labels.number(totals.bodyCharacters)],
    [labels.totals.markedCharacters, labels.number(totals.markedCharacters)],
    [labels.totals.markedShare, totals.markedShare === null ? '–' : labels.share(totals.markedShare)],
  ];
  return markup`<dl class="totals">${figures.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}
