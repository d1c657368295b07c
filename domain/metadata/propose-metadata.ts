import { articleMetadata } from '../contract/article.ts';
import { findPlaces } from '../gazetteer/find-places.ts';
import { recognizeScript } from '../text/script.ts';
import { findGenre } from './genre.ts';
import type { Labelled } from './labelled-values.ts';
import { labelledValues } from './labelled-values.ts';
import type { Legible } from './legible-text.ts';
import { foldText, readLegibly } from './legible-text.ts';
import type { OutletProposal } from './outlet-proposal.ts';
import { findAgency, findOutlets } from './outlet-proposal.ts';
import { findOutlet, outletIn, outletProvinceOf } from './outlets.ts';
import type { OwnProvince } from './own-province.ts';
import { findOwnProvince } from './own-province.ts';
import { findEditor, findReporters } from './people.ts';
import { mentionsInProse, weighPlaces } from './places-written-about.ts';
import type { Evidence, MetadataInput, MetadataProposal, Part, Proposed } from './proposal.ts';
import { dateInAddress, dateInFileName, dateOf, dateOfInstant, datesIn, yearInFileName } from './published-date.ts';

const LONGEST = 500;
const LONGEST_ADDRESS = 2000;
const LONGEST_TITLE = 120;
const DATELINE = /(?:((?:19|20)\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})日\s*(?:电|讯)/u;
const LINES_WITH_A_DATELINE = 5;
const TIME = /\d{1,2}:\d{2}(?::\d{2})?/gu;
const AROUND_DATE =
  /(?:发布|发表|更新|刊发|见报)(?:于|时间)?|(?:时间|日期)|星期[一二三四五六日天]|第?\d{1,2}版|[\s:|()【】[\]〔〕,;、]/gu;

/**
 * Proposes what is known about an article from its text, its paragraph roles, its file name and the page it came from,
 * every field with its evidence. A field that nothing speaks for is null. Values of the provinces, of listed outlets, of
 * places and of genres are in Traditional characters, so that articles in both scripts come together; names of people,
 * titles and sources are as printed, pinyin glosses left out. A date without a year, as in most datelines, stays unknown
 * unless the year is stated elsewhere.
 */
export function proposeMetadata(input: MetadataInput): MetadataProposal {
  const { text, roles, fileName = '', htmlMetadata: html = {}, declared = {} } = input;
  const legible = readLegibly(text);
  const labelled = legible.lines.flatMap(labelledValues);
  const outlets = findOutlets(legible, roles, labelled, html, fileName);
  const known = declared.outlet ? findOutlet(declared.outlet) : null;
  const stated =
    known?.province ?? outlets.find(({ from }) => from !== 'page' && from !== 'file-name')?.outlet.province ?? null;
  const mentions = mentionsInProse(text, roles, findPlaces(text, stated));
  const own = findOwnProvince(legible, mentions, stated);
  const proposal: MetadataProposal = {
    title: proposeTitle(legible, input),
    ...proposeOutlet(outlets, own),
    places: several(weighPlaces(text, roles, mentions, own), 'likely'),
    publishedOn: proposeDate(legible, labelled, input),
    reporters: several(reportersOf(legible, labelled, input), 'certain'),
    editor: certainly(findEditor(legible, labelled)),
    source: proposeSource(legible, labelled),
    address: proposeAddress(legible, labelled, input),
    genre: findGenre(legible, roles),
    script: proposeScript(text),
  };
  return overrule(proposal, declared);
}

function certainly(part: Part | null): Proposed<string> | null {
  return part === null ? null : { ...part, confidence: 'certain' };
}

function several(parts: readonly Part[], confidence: 'certain' | 'likely'): Proposed<string[]> | null {
  const [first] = parts;
  if (first === undefined) return null;
  return { value: parts.map(({ value }) => value), evidence: first.evidence, confidence, parts };
}

function proposeTitle(legible: Legible, { roles, htmlMetadata: html }: MetadataInput): Proposed<string> | null {
  const page = html?.title ? pageTitle(html.title) : '';
  const line = legible.lines.find(({ index, plain }) => roles[index] === 'title' && plain.trim() !== '');
  if (line === undefined) {
    return page === '' ? null : { value: page.slice(0, LONGEST), evidence: 'html', confidence: 'likely' };
  }
  const value = line.plain.trim();
  const start = line.start + line.plain.indexOf(value);
  const isConfirmed = page !== '' && comparable(page).includes(comparable(value));
  return {
    value: value.slice(0, LONGEST),
    evidence: legible.spanOf(start, start + value.length),
    confidence: isConfirmed ? 'certain' : 'likely',
  };
}

function comparable(title: string): string {
  return foldText(title).replaceAll(/[\s\p{P}]/gu, '');
}

const LAST_SEGMENT = /^(.*[^-\s])(?:\s*[_|｜]\s*|\s[-–—]{1,2}\s|-{1,2})([^_|｜]+?)$/u;
const LONGEST_COLUMN = 8;

/** The title of a page without the columns and the site behind it: 題目_要聞_山西新聞網. */
function pageTitle(title: string): string {
  let rest = title.slice(0, LONGEST).replaceAll(/\s+/gu, ' ').trim();
  for (let match = LAST_SEGMENT.exec(rest); match !== null; match = LAST_SEGMENT.exec(rest)) {
    const tail = (match[2] ?? '').trim();
    const isSite = findOutlet(tail) !== null || outletIn(tail) !== null;
    if (!isSite && (Array.from(tail).length > LONGEST_COLUMN || !/[_|｜]\s*\S+$/u.test(rest))) break;
    rest = (match[1] ?? '').trim();
  }
  return Array.from(rest).length > LONGEST_TITLE ? '' : rest;
}

/**
 * The outlet and its province. An article that says 我省 of one province was not written for another one's paper: a site
 * or file name that says so is a mirror, and the original outlet is unknown while its province is likely.
 */
function proposeOutlet(
  outlets: readonly OutletProposal[],
  own: OwnProvince | null,
): Pick<MetadataProposal, 'outlet' | 'outletProvince'> {
  const isMirror = ({ outlet, from }: OutletProposal) =>
    own !== null && from !== 'byline' && outlet.province?.code !== own.province.code;
  const chosen = outlets.find((each) => !isMirror(each)) ?? outlets.find(({ from }) => from === 'source');
  const ownSpan = own?.spans[0];
  const byOwn =
    own === null || ownSpan === undefined
      ? null
      : ({ value: own.province.short.hant, evidence: ownSpan, confidence: 'likely' } as const);
  if (chosen === undefined) return { outlet: null, outletProvince: byOwn };
  const { outlet, evidence } = chosen;
  const confidence = isMirror(chosen) ? 'likely' : chosen.confidence;
  const isPlaced = outlet.province !== null || outlet.isListed;
  const province = isPlaced && !isMirror(chosen) ? { value: outletProvinceOf(outlet), evidence, confidence } : byOwn;
  return { outlet: { value: outlet.name, evidence, confidence }, outletProvince: province };
}

function reportersOf(legible: Legible, labelled: readonly Labelled[], { roles, htmlMetadata }: MetadataInput): Part[] {
  const found = findReporters(legible, roles, labelled);
  const author = htmlMetadata?.author?.trim() ?? '';
  if (found.length > 0 || author === '' || findOutlet(author) !== null) return found;
  const names = author.split(/[\s、,，;；]+/u).filter((name) => /^[\p{Script=Han}·]{2,8}$/u.test(name));
  return names.map((value) => ({ value, evidence: 'html' }));
}

function proposeSource(legible: Legible, labelled: readonly Labelled[]): Proposed<string> | null {
  const source = labelled.find(({ label }) => label === 'source');
  if (source !== undefined) {
    const { line, start, end } = source;
    const value = line.plain.slice(start - line.start, end - line.start).replaceAll(/^[《「『]|[》」』]$/gu, '');
    return { value: value.slice(0, LONGEST), evidence: legible.spanOf(start, end), confidence: 'certain' };
  }
  const agency = findAgency(legible);
  if (agency === null) return null;
  return { value: agency.name, evidence: legible.spanOf(agency.start, agency.end), confidence: 'certain' };
}

function proposeDate(legible: Legible, labelled: readonly Labelled[], input: MetadataInput): Proposed<string> | null {
  const { fileName = '', htmlMetadata: html = {}, roles } = input;
  const stated = html.publishedTime ? dateOfInstant(html.publishedTime) : null;
  if (stated !== null) return { value: stated, evidence: 'html', confidence: 'certain' };
  for (const { label, line, start, end } of labelled) {
    const [date] = label === 'date' ? datesIn(line.folded.slice(start - line.start, end - line.start)) : [];
    if (date === undefined) continue;
    return { value: date.value, evidence: legible.spanOf(start + date.start, start + date.end), confidence: 'certain' };
  }
  const filled = legible.lines.filter(({ plain }) => plain.trim() !== '');
  const firstProse = filled.findIndex(({ index, folded }) => roles[index] === 'body' && /[。!?]/u.test(folded));
  let atEnd: Proposed<string> | null = null;
  for (const [position, line] of filled.entries()) {
    const [date] = datesIn(line.folded);
    if (
      date === undefined ||
      !isDateLine(
        line.folded,
        date,
        labelled.some((each) => each.line === line),
      )
    )
      continue;
    const evidence = legible.spanOf(line.start + date.start, line.start + date.end);
    if (firstProse === -1 || position < firstProse) return { value: date.value, evidence, confidence: 'certain' };
    atEnd ??= { value: date.value, evidence, confidence: 'likely' };
  }
  const url = html.url ? dateInAddress(html.url) : null;
  const fromName = dateInFileName(fileName);
  const outside: [string | null, Evidence][] = [
    [url, 'html'],
    [fromName, 'file-name'],
  ];
  const year = url?.slice(0, 4) ?? yearInFileName(fileName);
  const dateline = findDateline(legible, year);
  if (dateline?.confidence === 'certain') return dateline;
  for (const [value, evidence] of outside) {
    if (value !== null && value.length === 10) return { value, evidence, confidence: 'likely' };
  }
  return (
    dateline ?? atEnd ?? (fromName === null ? null : { value: fromName, evidence: 'file-name', confidence: 'likely' })
  );
}

/** Whether the line is there for its date: nothing else but a time and labelled values stands in it. */
function isDateLine(folded: string, { start, end }: { start: number; end: number }, hasLabels: boolean): boolean {
  if (hasLabels) return true;
  const rest = `${folded.slice(0, start)}${folded.slice(end)}`.replaceAll(TIME, '').replaceAll(AROUND_DATE, '');
  return rest === '' || findOutlet(rest) !== null;
}

function findDateline(legible: Legible, year: string | null): Proposed<string> | null {
  const filled = legible.lines.filter(({ plain }) => plain.trim() !== '');
  for (const line of filled.slice(0, LINES_WITH_A_DATELINE)) {
    const match = DATELINE.exec(line.folded);
    if (match === null) continue;
    const known = match[1] ?? year;
    const value = known === null ? null : dateOf(known, match[2] ?? '', match[3] ?? '');
    if (value === null) return null;
    const start = line.start + match.index;
    const evidence = legible.spanOf(start, start + match[0].length);
    return { value, evidence, confidence: match[1] === undefined ? 'likely' : 'certain' };
  }
  return null;
}

function proposeAddress(
  legible: Legible,
  labelled: readonly Labelled[],
  input: MetadataInput,
): Proposed<string> | null {
  const url = input.htmlMetadata?.url?.trim() ?? '';
  if (/^https?:\/\//iu.test(url) && url.length <= LONGEST_ADDRESS) {
    return { value: url, evidence: 'html', confidence: 'certain' };
  }
  for (const line of legible.lines) {
    const match = /https?:\/\/[\w\-./?%&=#:~+@!,;]+/iu.exec(line.folded);
    if (match === null || match[0].length > LONGEST_ADDRESS) continue;
    const isLabelled = labelled.some((each) => each.line === line && each.label === 'address');
    if (!isLabelled && match[0].length !== line.folded.trim().length) continue;
    const start = line.start + match.index;
    return {
      value: match[0],
      evidence: legible.spanOf(start, start + match[0].length),
      confidence: isLabelled ? 'certain' : 'likely',
    };
  }
  return null;
}

function proposeScript(text: string): MetadataProposal['script'] {
  const value = recognizeScript(text);
  return value === null ? null : { value, evidence: { start: 0, end: text.length }, confidence: 'certain' };
}

/** What was declared stands, the province of a declared outlet with it; a declared value that the contract does not allow is passed over. */
function overrule(proposal: MetadataProposal, declared: NonNullable<MetadataInput['declared']>): MetadataProposal {
  const result: Record<string, unknown> = { ...proposal };
  for (const [field, value] of Object.entries(declared)) {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    if (!articleMetadata.partial().safeParse({ [field]: value }).success) continue;
    result[field] = { value, evidence: 'declared', confidence: 'certain' };
  }
  const outlet = declared.outlet ? findOutlet(declared.outlet) : null;
  if (outlet !== null && !declared.outletProvince) {
    result.outletProvince = { value: outletProvinceOf(outlet), evidence: 'declared', confidence: 'certain' };
  }
  return result as MetadataProposal;
}
