import type { Role } from '../text/roles.ts';
import type { Labelled } from './labelled-values.ts';
import type { Legible } from './legible-text.ts';
import type { Outlet } from './outlets.ts';
import { findOutlet, outletAtEnd, outletIn, outletOfAddress } from './outlets.ts';
import type { Confidence, Evidence, HtmlMetadata } from './proposal.ts';

export interface OutletProposal {
  outlet: Outlet;
  evidence: Evidence;
  confidence: Confidence;
  /** `page` is where the copy was found, which may be a mirror; the others speak of where it was written. */
  from: 'source' | 'byline' | 'page' | 'file-name';
}

const WRITER = /(?:(?:全媒体|融媒体|首席|见习|实习|特派|驻\p{Script=Han}{2,3})?(?:记者|评论员|特派员)|社论|编辑部)/gu;
const AGENCY =
  /(?<=^|[\s(【[])(新华社|中新社|中新网)(?:\p{Script=Han}{0,8}(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日(?:电|讯)|(?:\p{Script=Han}{0,4})(?:记者|评论员))/u;
const REPORT = /^[\s(【[]*([\p{Script=Han}+\-－·]{2,24}?)(?:讯|消息|电)(?=[\s(【:,])/u;
const OUTLET_WORD = /(?:报|网|社|刊|台|客户端|公众号|新闻|在线|杂志)$/u;
const NO_OUTLET = /^(?:互联网|网络|本[报网站社台刊])|(?:投稿|整理)$/u;
const OPENING_LINES = 5;
// 南寧7月24日訊(廣西雲-廣西日報記者 羅琦): the paper stands before its reporter, in brackets behind the dateline.
const BEHIND_DATELINE =
  /[电讯]\s*[(【[]\s*([\p{Script=Han}+\-－·/]{2,24}?)(?:全媒体|融媒体|首席|见习|实习|特派)?(?:记者|通讯员|特派员)/u;
const PRINTED_IN = /^[(【[]?\s*《([^《》]{2,14})》\s*\(?\s*(?:19|20)\d{2}\s*[年./-]/u;

/** A dispatch of an agency: 新華社太原8月5日電. In offsets of the legible text. */
export function findAgency(legible: Legible): { name: string; start: number; end: number } | null {
  const filled = legible.lines.filter(({ plain }) => plain.trim() !== '');
  for (const line of [...filled.slice(0, OPENING_LINES), ...filled.slice(-2)]) {
    const match = AGENCY.exec(line.folded);
    if (match === null) continue;
    const name = line.plain.slice(match.index, match.index + (match[1] ?? '').length);
    return { name, start: line.start + match.index, end: line.start + match.index + match[0].length };
  }
  return null;
}

/** The outlets that speak for themselves in the article, best first. */
export function findOutlets(
  legible: Legible,
  roles: readonly Role[],
  labelled: readonly Labelled[],
  html: HtmlMetadata,
  fileName: string,
): OutletProposal[] {
  const found: OutletProposal[] = [];
  for (const { label, line, start, end } of labelled) {
    if (label !== 'source') continue;
    const name = line.folded.slice(start - line.start, end - line.start);
    const outlet = findOutlet(name) ?? unlisted(line.plain.slice(start - line.start, end - line.start), name);
    const confidence = outlet?.province === null && !outlet.isListed ? 'likely' : 'certain';
    if (outlet !== null) found.push({ outlet, evidence: legible.spanOf(start, end), confidence, from: 'source' });
  }
  for (const line of legible.lines) {
    if (roles[line.index] !== 'byline') continue;
    for (const match of line.folded.matchAll(WRITER)) {
      const outlet = outletAtEnd(line.folded.slice(0, match.index).trimEnd());
      if (outlet === null) continue;
      const span = legible.spanOf(line.start, line.start + match.index + match[0].length);
      found.push({ outlet, evidence: span, confidence: 'certain', from: 'byline' });
    }
  }
  found.push(...findReports(legible));
  const agency = findAgency(legible);
  const dispatching = agency === null ? null : findOutlet(agency.name);
  if (agency !== null && dispatching !== null) {
    found.push({
      outlet: dispatching,
      evidence: legible.spanOf(agency.start, agency.end),
      confidence: 'likely',
      from: 'byline',
    });
  }
  const page = outletOfPage(html);
  if (page !== null) found.push({ outlet: page, evidence: 'html', confidence: 'likely', from: 'page' });
  const named = outletIn(fileName);
  if (named !== null)
    found.push({ outlet: named.outlet, evidence: 'file-name', confidence: 'likely', from: 'file-name' });
  return found;
}

/** 重慶日報訊, 天山網-新疆日報訊（記者…）, 《光明日報》（2024年…）: the paper names itself at the head of a report. */
function findReports(legible: Legible): OutletProposal[] {
  const found: OutletProposal[] = [];
  for (const line of legible.lines.filter(({ plain }) => plain.trim() !== '').slice(0, OPENING_LINES)) {
    for (const pattern of [PRINTED_IN, REPORT, BEHIND_DATELINE]) {
      const match = pattern.exec(line.folded);
      const outlet = match === null ? null : (findOutlet(match[1] ?? '') ?? outletAtEnd(match[1] ?? ''));
      if (match === null || outlet === null) continue;
      const start = line.start + match.index;
      const evidence = legible.spanOf(start, start + match[0].length);
      found.push({ outlet, evidence, confidence: 'certain', from: 'byline' });
    }
  }
  return found;
}

function outletOfPage({ siteName, title, url }: HtmlMetadata): Outlet | null {
  const site = siteName ? findOutlet(siteName) : null;
  if (site !== null) return site;
  const behindTitle = title
    ? outletIn(
        title
          .split(/[_|｜-]/u)
          .slice(1)
          .join('_'),
      )
    : null;
  if (behindTitle !== null) return behindTitle.outlet;
  return url ? outletOfAddress(url) : null;
}

/** A source that is named as a paper is, but is in no list: its name is known, its province is not. */
function unlisted(printed: string, folded: string): Outlet | null {
  if (
    NO_OUTLET.test(folded) ||
    folded.length > 20 ||
    !OUTLET_WORD.test(folded) ||
    !/^\p{Script=Han}{3,}$/u.test(folded)
  )
    return null;
  return { name: printed, province: null, isListed: false };
}
