import * as Plot from '@observablehq/plot';
import type { Sequences } from '../contract/picture.ts';
import { cut, widthOf } from './svg-text.ts';
import { FONT, type Look, SMALL } from './look.ts';
import { noteMarks, type Picture, told } from './picture.ts';
import type { PictureWords } from './picture-words.ts';

/** px. */
const LINE = 18;
const HEAD = 30;
const LONGEST_NAME = 360;

interface Lane {
  article: number;
  column: number;
  top: number;
}

/** Where in its text an article is annotated with what: a line for each category, a bar for each passage. */
export function portrait(
  { articles, columns, all, reprints }: Sequences,
  words: PictureWords,
  open: (articleId: string, categoryId: string) => void,
): Picture {
  const { t } = words.translation;
  const { marks, note } = noteMarks();
  const percent = (part: number) => words.percent(part);
  const name = (column: number) => words.columnName(columns[column] ?? '');
  const lanes: Lane[] = [];
  const heads: { article: number; top: number }[] = [];
  const bars: { lane: Lane; start: number; end: number; column: number; mark: number }[] = [];
  const table: string[][] = [[t('pictures.article'), t('pictures.about'), t('pictures.start'), t('pictures.end')]];
  let top = 0;
  for (const [article, { articleId, name: title, passages, length }] of articles.entries()) {
    heads.push({ article, top });
    top += HEAD;
    const own = new Map<number, Lane>();
    for (const column of [...new Set(passages.filter((_number, at) => at % 3 === 2))].toSorted((a, b) => a - b)) {
      const lane = { article, column, top };
      own.set(column, lane);
      lanes.push(lane);
      top += LINE;
    }
    top += 10;
    for (let at = 0; at < passages.length; at += 3) {
      const [from = 0, to = 0, column = 0] = passages.slice(at, at + 3);
      const lane = own.get(column);
      if (lane === undefined) continue;
      const [start, end] = [from / Math.max(1, length), to / Math.max(1, length)];
      table.push([title, name(column), String(from), String(to)]);
      bars.push({
        lane,
        start,
        end,
        column,
        mark: note(`${title} · ${name(column)}: ${percent(start)}–${percent(end)}`, () =>
          open(articleId, columns[column] ?? ''),
        ),
      });
    }
  }
  const height = top;
  const colour = (look: Look, column: number) => look.category(words.colour(columns[column] ?? ''));
  const complete = articles.filter((each) => each.complete).length;
  return {
    title:
      articles.length === 1 ? `${t('pictures.portraitTitle')} · ${articles[0]?.name}` : t('pictures.portraitTitle'),
    description: t('pictures.dportrait', { count: articles.length }),
    notes: [
      t('pictures.portraitSaid'),
      ...words.notesOf({ articles: all, complete: articles.length === all ? complete : null, reprints }),
      ...(articles.length < all ? [t('pictures.first', { count: articles.length, all: words.number(all) })] : []),
    ],
    unit: '',
    legend: () => [],
    marks,
    table,
    draw: (look) => {
      const longest = Math.min(LONGEST_NAME, look.width * 0.34);
      const left = Math.min(longest, Math.max(60, ...lanes.map(({ column }) => widthOf(name(column), SMALL)))) + 14;
      const width = look.width - 48;
      const titleRoom = width - 130;
      return Plot.plot({
        document: look.document,
        width,
        height: height + 34,
        marginLeft: left,
        marginRight: 14,
        marginTop: 6,
        marginBottom: 28,
        x: { domain: [0, 1], axis: null },
        y: { type: 'linear', domain: [0, height], range: [6, height + 6], axis: null },
        marks: [
          Plot.axisX({
            anchor: 'bottom',
            ticks: 4,
            tickFormat: (value: number) => percent(value),
            label: null,
            color: look.muted,
            fontSize: SMALL,
          }),
          Plot.text(heads, {
            y: (head) => head.top + 18,
            frameAnchor: 'left',
            dx: -left + 4,
            textAnchor: 'start',
            text: (head) => {
              const article = articles[head.article];
              const state = article?.complete ? t('matrix.complete') : t('matrix.notComplete');
              const where = [words.provinceName(article?.province ?? null), article?.publishedOn ?? ''];
              return `${cut(article?.name ?? '', titleRoom * 0.7, FONT)} — ${[...where, state].filter((each) => each !== '').join(' · ')}`;
            },
            fontSize: FONT,
            fontWeight: 700,
            fill: look.ink,
          }),
          Plot.ruleY(lanes, { y: (lane) => lane.top + LINE / 2, stroke: look.hairline }),
          Plot.text(lanes, {
            y: (lane) => lane.top + LINE / 2,
            frameAnchor: 'left',
            dx: -8,
            textAnchor: 'end',
            text: (lane) => cut(name(lane.column), longest, SMALL),
            fontSize: SMALL,
            fill: look.ink,
          }),
          Plot.rect(bars, {
            x1: 'start',
            x2: (bar) => Math.max(bar.end, bar.start + 2 / width),
            y1: ({ lane }) => lane.top + 3,
            y2: ({ lane }) => lane.top + LINE - 3,
            fill: { value: (bar: (typeof bars)[number]) => colour(look, bar.column).rule, scale: null },
            stroke: look.paper,
            strokeWidth: 0.5,
            ...told,
          }),
        ],
      }) as SVGSVGElement;
    },
  };
}
