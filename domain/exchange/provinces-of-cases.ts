import { provinceByName } from '../gazetteer/provinces.ts';
import { derivedGuid } from './guid.ts';
import type { LossReport } from './losses.ts';
import type { ExchangeProject } from './project.ts';

/** Which province a source's paper is of, by cases that are named after one; of other cases nothing is taken. */
export function provincesOf(cases: ExchangeProject['cases'], losses: LossReport): Map<string, string> {
  const found = new Map<string, string>();
  for (const { guid, name, sourceRefs } of cases) {
    if (guid === derivedGuid('case', name)) continue;
    const province = provinceByName(name.trim());
    if (province === null) losses.add('cases', name);
    else for (const source of sourceRefs) found.set(source, name.trim());
  }
  return found;
}
