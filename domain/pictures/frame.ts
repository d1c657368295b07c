import { cut, forXml, widthOf, wrap } from './svg-text.ts';
import { HATCH, type Look, SMALL } from './look.ts';
import type { LegendEntry, Picture } from './picture.ts';

const SVG = 'http://www.w3.org/2000/svg' as const;
/** px. */
const MARGIN = 24;
const TITLE = 17;
const LINE = 18;
const SWATCH = { width: 24, height: 13 };

/**
 * The whole picture: title, drawing, legend, unit, and a note of what was counted, in one SVG that needs nothing else. What
 * a plot brings for pages alone (its style, its classes, names of its groups) is taken out; marks keep their index.
 */
export function framePicture(picture: Picture, look: Look): SVGSVGElement {
  const plot = picture.draw(look);
  settle(plot, look);
  const plotWidth = Number(plot.getAttribute('width'));
  const plotHeight = Number(plot.getAttribute('height'));
  const width = Math.ceil(Math.max(look.width, plotWidth + 2 * MARGIN));
  const titles = wrap(picture.title, look.width - 2 * MARGIN, TITLE);
  const top = MARGIN + titles.length * 24;
  plot.setAttribute('x', String(MARGIN));
  plot.setAttribute('y', String(top));
  const legend = drawLegend(picture, look, top + plotHeight + 14, look.width);
  const notes = picture.notes.flatMap((note) => wrap(note, look.width - 2 * MARGIN, SMALL));
  const notesTop = legend.bottom + 16;
  const height = Math.ceil(notesTop + notes.length * LINE + MARGIN - 8);
  const root = make(look, 'svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'picture-title picture-description',
    lang: look.language,
    'font-family': look.fonts,
    'font-size': SMALL,
    fill: look.ink,
  }) as SVGSVGElement;
  root.append(
    make(look, 'title', { id: 'picture-title' }, picture.title),
    make(look, 'desc', { id: 'picture-description' }, picture.description),
    hatch(look),
    make(look, 'rect', { width, height, fill: look.paper }),
    ...titles.map((line, index) =>
      make(look, 'text', { x: MARGIN, y: MARGIN + 14 + index * 24, 'font-size': TITLE, 'font-weight': 700 }, line),
    ),
    plot,
    ...legend.parts,
    ...notes.map((line, index) =>
      make(look, 'text', { x: MARGIN, y: notesTop + 6 + index * LINE, fill: look.muted }, line),
    ),
  );
  return root;
}

/** The picture as a file of its own, written as XML by `write`. */
export function pictureFile(picture: Picture, look: Look, write: (root: SVGSVGElement) => string): string {
  const root = framePicture(picture, look);
  for (const mark of root.querySelectorAll('[data-mark]')) mark.removeAttribute('data-mark');
  return `${write(root)}\n`;
}

function settle(plot: SVGSVGElement, look: Look): void {
  for (const style of plot.querySelectorAll('style')) style.remove();
  for (const each of [plot, ...plot.querySelectorAll('*')]) {
    const name = each.getAttribute('aria-label');
    if (name !== null && each.tagName !== 'g' && /^\d+$/.test(name)) each.setAttribute('data-mark', name);
    for (const attribute of ['aria-label', 'aria-description', 'class']) each.removeAttribute(attribute);
    // A text of several lines has one element for each.
    if (each.childElementCount === 0 && each.textContent !== '') each.textContent = forXml(each.textContent ?? '');
  }
  plot.setAttribute('font-family', look.fonts);
  plot.setAttribute('fill', look.ink);
  plot.setAttribute('overflow', 'visible');
}

function hatch(look: Look): SVGElement {
  const pattern = make(look, 'pattern', {
    id: 'picture-hatch',
    width: 6,
    height: 6,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(make(look, 'line', { x1: 0, y1: 0, x2: 0, y2: 6, stroke: look.hairline, 'stroke-width': 2 }));
  const defs = make(look, 'defs', {});
  defs.append(pattern);
  return defs;
}

function drawLegend({ unit, legend }: Picture, look: Look, top: number, width: number) {
  const parts: SVGElement[] = [];
  let x = MARGIN;
  let y = top;
  const room = (needed: number) => {
    if (x > MARGIN && x + needed > width - MARGIN) {
      x = MARGIN;
      y += LINE + 4;
    }
  };
  if (unit !== '') {
    parts.push(make(look, 'text', { x, y: y + 11 }, unit));
    x += widthOf(unit, SMALL) + 16;
  }
  for (const entry of legend(look)) {
    const label = cut(entry.label, width - 2 * MARGIN - 40, SMALL);
    const needed = SWATCH.width + 6 + widthOf(label, SMALL) + 16;
    room(needed);
    parts.push(...swatchOf(entry, look, x, y), make(look, 'text', { x: x + SWATCH.width + 6, y: y + 11 }, label));
    x += needed;
  }
  return { parts, bottom: parts.length === 0 ? top : y + LINE };
}

function swatchOf({ fill, shape }: LegendEntry, look: Look, x: number, y: number): SVGElement[] {
  const [cx, cy] = [x + SWATCH.width / 2, y + SWATCH.height / 2];
  if (shape === 'dot') return [make(look, 'circle', { cx, cy, r: 5, fill })];
  if (shape === 'ring')
    return [
      make(look, 'rect', {
        x: cx - 4.5,
        y: cy - 4.5,
        width: 9,
        height: 9,
        fill: look.paper,
        stroke: fill,
        'stroke-width': 2,
      }),
    ];
  if (shape === 'cross')
    return [
      make(look, 'path', { d: `M${cx - 4} ${cy - 4}l8 8m0 -8l-8 8`, stroke: fill, 'stroke-width': 1.5, fill: 'none' }),
    ];
  return [
    make(look, 'rect', {
      x,
      y,
      ...SWATCH,
      fill,
      stroke: fill === HATCH ? look.hairline : look.muted,
      'stroke-width': 0.75,
    }),
  ];
}

function make(
  { document }: Look,
  name: string,
  attributes: Record<string, string | number>,
  content?: string,
): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  if (content !== undefined) element.textContent = forXml(content);
  return element;
}
