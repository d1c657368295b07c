import { useMemo } from 'react';
import type { ReadRow } from '#domain/matrix/read-rows.ts';
import { pairOf } from '#domain/pictures/pair-of.ts';
import type { MatrixShown } from '#domain/matrix/matrix-shown.ts';

export interface Used {
  /** Of the category that is shown; -1 for all of them. */
  column: number;
  /** The two rows that are held against each other; null where there are not two. */
  pair: readonly [ReadRow, ReadRow] | null;
}

/** What of a matrix a picture shows, as far as what was chosen is there; else the first that are. */
export function useUsed({ about, pair }: MatrixShown, columns: readonly string[], rows: readonly ReadRow[]): Used {
  return useMemo(() => {
    const find = (key: string) => rows.find(({ row }) => row.key === key);
    const [one, other] = pairOf(
      pair,
      rows.map(({ row }) => row.key),
    ).map(find);
    return {
      column: about === null ? -1 : columns.indexOf(about),
      pair: one === undefined || other === undefined ? null : [one, other],
    };
  }, [about, pair, columns, rows]);
}
