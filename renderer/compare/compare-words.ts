import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shown } from '#domain/matrix/read-matrix.ts';

/** How many passages a text has about an item, in words; none is silence only where its coding is complete. */
export function useCellWords(): (cell: Shown) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ state, value }) => {
      if (state === 'value') return t('compare.passages', { count: value });
      if (state === 'silent') return t('matrix.silent');
      return state === 'not-coded' ? t('matrix.notCoded') : t('compare.notCounted');
    },
    [t],
  );
}
