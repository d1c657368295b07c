import type { PlaceMention } from '../gazetteer/find-places.ts';
import type { Province } from '../gazetteer/provinces.ts';
import type { Span } from '../text/span.ts';
import type { Legible } from './legible-text.ts';
import { soleProvince } from './places-written-about.ts';

// 自我省察 and 我省略 are no provinces, nor is 我市场.
const OWN = /(?<!自)我(省|自治区|区|市)(?![察略却去悟视思时场值])/gu;

export interface OwnProvince {
  province: Province;
  /** Where the text says 我省, 我區 or 我市. */
  spans: readonly Span[];
}

/**
 * The province that the text calls its own. 我省 is written for the readers of a province, so it tells the province of
 * the paper that wrote the article, whoever copied it later. It is taken together with the places the text names: nearly
 * all must lie in one province, which must be a province for 我省, an autonomous region for 我自治區 or 我區, and anything
 * with cities for 我市; where the places do not tell, it is the province of `outlet`. Null otherwise.
 */
export function findOwnProvince(
  legible: Legible,
  mentions: readonly PlaceMention[],
  outlet: Province | null,
): OwnProvince | null {
  const province = soleProvince(mentions) ?? outlet;
  if (province === null) return null;
  const spans: Span[] = [];
  for (const { folded, start } of legible.lines) {
    for (const match of folded.matchAll(OWN)) {
      if (!fits(match[1] ?? '', province)) continue;
      spans.push(legible.spanOf(start + match.index, start + match.index + match[0].length));
    }
  }
  return spans.length === 0 ? null : { province, spans };
}

function fits(kind: string, province: Province): boolean {
  if (kind === '省') return province.kind === 'province';
  if (kind === '市') return province.kind !== 'special administrative region';
  return province.kind === 'autonomous region';
}
