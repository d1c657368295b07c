import { findPlaces } from '../gazetteer/find-places.ts';
import { foldScript } from '../repair/script-pairs.ts';
import { type Span, spanContains, spansOverlap } from '../text/span.ts';

export type LocalEvidenceKind = 'place' | 'body' | 'figure' | 'programme';

/** Words of an article from which a local act can be concluded; UTF-16 offsets. */
export interface LocalEvidence extends Span {
  what: LocalEvidenceKind;
}

const NUMBER = '[0-9０-９一二三四五六七八九十百千两][0-9０-９一二三四五六七八九十百千两,.，．]*';
// All on Simplified text; folding keeps the length.
const PATTERNS: readonly [LocalEvidenceKind, RegExp][] = [
  ['place', /[我全本](?:省|市|县|区|州|镇|乡|自治区)/gu],
  [
    'body',
    /(?:省|市|县|区|州|镇|乡|街道)(?:委(?!会)|政府|人大|政协|纪委|公安局|法院|检察院|\p{Script=Han}{1,10}(?:厅|局|办公室|委员会))/gu,
  ],
  [
    'figure',
    new RegExp(
      `(?:${NUMBER}[万亿]?(?:个|家|户|人|名|项|件|元|吨|亩|公里|千米|所|座|套|辆|起|支|次|平方米|%|％)|百分之${NUMBER})`,
      'gu',
    ),
  ],
  ['programme', /[“‘「『][^”’」』，。]{2,14}[”’」』](?:工程|行动|计划|项目|试点|模式|工作法)/gu],
  ['programme', /(?:实施|启动|开展|推进|推出)[^，。；、\n]{2,14}?(?:工程|行动|计划|试点)/gu],
];

/**
 * What in a passage speaks for a local act: a place, a local body, a figure or a programme. Words that lie in `shared`,
 * stretches that stand in a reference too, are no evidence. Sorted by place; UTF-16 offsets of the article.
 */
export function findLocalEvidence(article: string, passage: Span, shared: readonly Span[]): LocalEvidence[] {
  const folded = foldScript(article.slice(passage.start, passage.end));
  const found: LocalEvidence[] = findPlaces(article).map(({ start, end }) => ({ start, end, what: 'place' }));
  for (const [what, pattern] of PATTERNS) {
    for (const match of folded.matchAll(pattern)) {
      const start = passage.start + match.index;
      found.push({ start, end: start + match[0].length, what });
    }
  }
  return found
    .filter((each) => spanContains(passage, each) && !shared.some((other) => spansOverlap(each, other)))
    .toSorted((one, two) => one.start - two.start || one.end - two.end);
}
