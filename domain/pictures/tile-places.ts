import { provinces } from '../gazetteer/provinces.ts';

/** Where the 34 provinces lie about each other, by their codes' first two digits; `..` is no land. */
const GRID = `
.. .. .. .. .. .. .. .. 23
.. .. .. .. .. 15 11 .. 22
.. 65 .. .. 64 14 13 12 21
.. .. 63 62 61 41 37 .. ..
.. 54 .. 51 50 42 34 32 ..
.. .. .. 53 52 43 36 33 31
.. .. .. .. 45 44 35 .. 71
.. .. .. .. 46 82 81 .. ..`;

export interface TilePlace {
  /** As metadata name it: 山西, 內蒙古. */
  name: string;
  /** From 0, from the west and the north. */
  column: number;
  row: number;
}

export const TILE_COLUMNS = 9;
export const TILE_ROWS = 8;

/** A tile for each province, Taiwan, Hong Kong and Macao among them; the Corps of Xinjiang has none of its own. */
export const tilePlaces: readonly TilePlace[] = GRID.trim()
  .split('\n')
  .flatMap((line, row) =>
    line.split(' ').flatMap((digits, column) => {
      const found = provinces.find(({ code }) => code === `${digits}0000`);
      return found === undefined ? [] : [{ name: found.short.hant, column, row }];
    }),
  );
