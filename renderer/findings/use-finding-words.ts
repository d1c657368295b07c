import { useMemo } from 'react';
import type { FindingThenAndNow } from '#domain/contract/finding.ts';
import { type FindingWords, findingWords, shownOf } from '#domain/findings/finding-words.ts';
import { currentTranslation } from '../app/language.ts';
import { useMatrixNames } from '../matrix/use-matrix-words.ts';

/** What a kept comparison says in words, in the language that is shown. */
export function useFindingWords(kept: FindingThenAndNow): FindingWords {
  const names = useMatrixNames(shownOf(kept.finding.question).filter);
  const translation = currentTranslation();
  return useMemo(() => findingWords(kept, names, translation), [kept, names, translation]);
}
