import * as Plot from '@observablehq/plot';
import type { MatrixRowKind } from '../contract/matrix.ts';
import type { Sequences } from '../contract/picture.ts';
import { firstMentions } from './first-mentions.ts';
import { cut, widthOf } from './svg-text.ts';
import { FONT, type Look, SMALL } from './look.ts';
import { literal, noteMarks, type Picture, told } from './picture.ts';
import type { PictureWords } from './picture-words.ts';

const MOST_ROWS = 60;
/** px. */
const CELL = { narrowest: 40, widest: 52, height: 28 };
const LONGEST_NAME = 240;

/** Row by row, the categories from left to right in the order in which they are first annotated. */
export function firstMention(
  rows: Exclude<MatrixRowKind, 'voices'>,
  { articles, columns, all, reprints }: Sequences,
  words: PictureWords,
  open: (key: string, categoryId: string) => void,
): Picture {
  const { t } = words.translation;
  const { marks, note } = noteMarks();
  const found = firstMentions(articles, rows).filter(({ mentions }) => mentions.length > 0);
  const drawn = found.slice(0, MOST_ROWS);
  const rowName = (key: string, name: string | null) => words.rowName({ key, name }, rows);
  const name = (column: number) => words.columnName(columns[column] ?? '');
  const cells = drawn.flatMap(({ key, name: title, mentions, articles: among }, y) =>
    mentions.map(({ column, place, articles: having }, x) => ({
      x,
      y,
      column,
      mark: note(
        `${rowName(key, title)} · ${x + 1}: ${name(column)} (${words.percent(place)}; ${words.number(having)}/${words.number(among)})`,
        () => open(key, columns[column] ?? ''),
      ),
    })),
  );
  const ranks = Math.max(0, ...drawn.map(({ mentions }) => mentions.length));
  const used = [...new Set(cells.map(({ column }) => column))].toSorted((a, b) => a - b);
  const colour = (look: Look, column: number) => look.category(words.colour(columns[column] ?? ''));
  return {
    title: `${t('pictures.firstTitle')} · ${t(`matrix.rowKinds.${rows}`)}`,
    description: t('pictures.dfirst'),
    notes: [
      t('pictures.firstSaid'),
      ...words.notesOf({
        articles: all,
        complete: articles.length === all ? articles.filter((each) => each.complete).length : null,
        reprints,
      }),
      ...(drawn.length < found.length
        ? [t('pictures.first', { count: drawn.length, all: words.number(found.length) })]
        : []),
    ],
    unit: '',
    legend: (look) => used.map((column) => ({ label: name(column), fill: colour(look, column).tint })),
    marks,
    table: [
      [
        t(`matrix.rowKinds.${rows}`),
        t('matrix.articles'),
        ...Array.from({ length: Math.max(0, ...found.map(({ mentions }) => mentions.length)) }, (_, index) =>
          String(index + 1),
        ),
      ],
      ...found.map(({ key, name: title, articles: among, mentions }) => [
        rowName(key, title),
        String(among),
        ...mentions.map(({ column, place, articles: having }) => `${name(column)} ${place.toFixed(4)} (${having})`),
      ]),
    ],
    draw: (look) => {
      const names = drawn.map(({ key, name: title }) => cut(rowName(key, title), LONGEST_NAME, FONT));
      const left = Math.max(60, ...names.map((each) => widthOf(each, FONT))) + 66;
      const fitting = Math.floor((look.width - 52 - left) / Math.max(1, ranks));
      const width = Math.max(CELL.narrowest, Math.min(CELL.widest, fitting));
      return Plot.plot({
        document: look.document,
        width: left + ranks * width + 4,
        height: drawn.length * CELL.height + 30,
        marginLeft: left,
        marginRight: 4,
        marginTop: 26,
        marginBottom: 4,
        x: { type: 'band', domain: Array.from({ length: ranks }, (_, index) => index), axis: null, padding: 0 },
        y: { type: 'band', domain: drawn.map((_row, index) => index), axis: null, padding: 0 },
        marks: [
          Plot.cell(cells, {
            x: 'x',
            y: 'y',
            inset: 2,
            fill: literal<(typeof cells)[number]>(({ column }) => colour(look, column).tint),
            stroke: literal<(typeof cells)[number]>(({ column }) => colour(look, column).rule),
            ...told,
          }),
          Plot.text(cells, {
            x: 'x',
            y: 'y',
            text: ({ column }) => words.shortName(columns[column] ?? ''),
            fontSize: FONT,
            fontWeight: 600,
            fill: look.ink,
            ...told,
          }),
          Plot.text(
            Array.from({ length: ranks }, (_, index) => index),
            {
              x: (index: number) => index,
              frameAnchor: 'top',
              dy: -10,
              text: (index: number) => String(index + 1),
              fontSize: SMALL,
              fill: look.muted,
            },
          ),
          Plot.text(
            names.map((text, y) => ({ text, y })),
            { frameAnchor: 'left', y: 'y', dx: -62, textAnchor: 'end', text: 'text', fontSize: FONT, fill: look.ink },
          ),
          Plot.text(
            drawn.map(({ articles: among }, y) => ({ text: t('pictures.n', { n: words.number(among) }), y })),
            {
              frameAnchor: 'left',
              y: 'y',
              dx: -10,
              textAnchor: 'end',
              text: 'text',
              fontSize: SMALL,
              fill: look.muted,
            },
          ),
        ],
      }) as SVGSVGElement;
    },
  };
}
