import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MatrixRow } from '../contract/matrix.ts';
import { packMatrix, unpackMatrix } from './pack-matrix.ts';
import { RowLists } from './row-lists.ts';

const count = fc.nat(4_000_000_000);
const value = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
const cell = fc.tuple(fc.nat(60_000), value, count, count);
const row = fc.record({
  key: fc.oneof(fc.string(), fc.constant('none')),
  name: fc.option(fc.string({ unit: 'binary' })),
  articles: count,
  complete: count,
  cells: fc.array(cell, { maxLength: 5 }).map((cells) => cells.flat()),
  total: fc.record({ value, articles: count, passages: count }),
});
const listed = fc.record({ row, order: fc.constantFrom('', '2024', '2024-08', '~') });

test('rows come out by their order, what is unknown last, and as they went in, packed in between', () => {
  fc.assert(
    fc.property(fc.array(listed, { maxLength: 8 }), row, (rows, whole) => {
      const lists = new RowLists();
      const put = ({ key, name, articles, complete, cells, total }: MatrixRow, order: string) => {
        for (let at = 0; at < cells.length; at += 4)
          lists.cell(cells[at] ?? 0, cells[at + 1] ?? null, cells[at + 2] ?? 0, cells[at + 3] ?? 0);
        lists.cell(9, total.value, total.articles, total.passages);
        lists.end({ key, name, articles, complete, order });
      };
      for (const each of rows) put(each.row, each.order);
      put(whole, '');
      const rest = { columns: ['a', 'b'], reprints: 3, waiting: 0 };
      const packed = packMatrix(lists.finish(rest), (bytes) => Buffer.from(bytes).toString('base64'));
      const isUnknown = ({ row: { key } }: (typeof rows)[number]) => Number(key === 'none');
      const sorted = rows.toSorted(
        (a, b) => isUnknown(a) - isUnknown(b) || (a.order < b.order ? -1 : Number(a.order > b.order)),
      );
      expect(unpackMatrix(JSON.parse(JSON.stringify(packed)) as typeof packed)).toEqual({
        ...rest,
        rows: sorted.map((each) => each.row),
        whole,
      });
    }),
  );
});
