import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../app/language.ts';
import { withCommand } from '../widgets/keys.ts';
import { framePicture } from '#domain/pictures/frame.ts';
import { makeLook } from '#domain/pictures/look.ts';
import type { Picture } from '#domain/pictures/picture.ts';
import { useShownTheme } from './use-theme.ts';

/** px. */
const USUAL = 960;
const WIDEST = 1280;

/**
 * A picture on the page: what a mark says stands below it, while the pointer or the cursor is on it; a click or Enter opens
 * it. Its data stand below as a table, for who reads numbers or hears the page.
 */
export function PictureFigure({ picture }: { picture: Picture }) {
  const { t } = useTranslation();
  const theme = useShownTheme();
  const { ref: room, width } = useWidth();
  const sheet = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const drawn = useMemo(
    () => framePicture(picture, makeLook(document, { theme, language: currentLanguage(), width, page: true })),
    [picture, theme, width],
  );
  useEffect(() => sheet.current?.replaceChildren(drawn), [drawn]);
  useEffect(() => {
    for (const each of drawn.querySelectorAll('[data-current]')) each.removeAttribute('data-current');
    if (at === null) return;
    for (const each of drawn.querySelectorAll(`[data-mark="${at}"]`)) each.setAttribute('data-current', 'true');
  }, [drawn, at]);
  const mark = at === null ? undefined : picture.marks[at];
  const markUnder = (event: MouseEvent) => {
    const found = (event.target as Element).closest('[data-mark]')?.getAttribute('data-mark');
    return found == null ? null : Number(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (withCommand(event) || event.altKey) return;
    if (event.key === 'Enter') mark?.open?.();
    else if (event.key in directions) {
      const next = nextMark(drawn, at, directions[event.key as Direction]);
      setAt(next);
      if (next !== null)
        drawn.querySelector(`[data-mark="${next}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    <div className="picture">
      <div className="picture-room" ref={room}>
        {/* a fieldset is for fields */}
        <div
          className="picture-sheet"
          ref={sheet}
          role="group"
          tabIndex={0}
          aria-label={`${t('pictures.picture')}: ${picture.title}`}
          aria-describedby="picture-told"
          onPointerMove={(event) => setAt(markUnder(event))}
          onPointerLeave={() => setAt(null)}
          onClick={(event) => {
            const under = markUnder(event);
            if (under !== null) picture.marks[under]?.open?.();
          }}
          onKeyDown={onKeyDown}
          data-opens={(mark?.open ?? null) !== null || undefined}
        />
        <details className="picture-data">
          <summary>{t('pictures.data')}</summary>
          {/* Its keys scroll it. */}
          <div className="picture-table" role="region" aria-label={t('pictures.data')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {picture.table[0]?.map((head, index) => (
                    // columns have no other name
                    <th key={index} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {picture.table.slice(1, MOST_LINES + 1).map((line, row) => (
                  // nor have rows
                  <tr key={row}>
                    {line.map((text, index) =>
                      index === 0 ? (
                        <th key="head" scope="row">
                          {text}
                        </th>
                      ) : (
                        // see above
                        <td key={index}>{rounded(text)}</td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
            {picture.table.length > MOST_LINES + 1 && (
              <p>{t('pictures.first', { count: MOST_LINES, all: picture.table.length - 1 })}</p>
            )}
          </div>
        </details>
      </div>
      <p className="picture-told" id="picture-told" aria-live="polite">
        {mark?.tell ?? t('pictures.move')}
      </p>
    </div>
  );
}

/** Lines of the table in the page; the file has all. */
const MOST_LINES = 500;

/** A number with as many digits as are read at a glance. */
function rounded(text: string): string {
  return /^-?\d+\.\d{4,}(e-?\d+)?$/.test(text) ? String(Math.round(Number(text) * 1000) / 1000) : text;
}

type Direction = keyof typeof directions;
const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] } as const;

/** The mark nearest in a direction; without one to begin from, the first; where there is none, the same. */
function nextMark(drawn: SVGSVGElement, from: number | null, [dx, dy]: readonly [number, number]): number | null {
  const places = new Map<number, { x: number; y: number }>();
  for (const each of drawn.querySelectorAll('[data-mark]:not(text)')) {
    const mark = Number(each.getAttribute('data-mark'));
    const { x, y, width, height } = each.getBoundingClientRect();
    if (!places.has(mark)) places.set(mark, { x: x + width / 2, y: y + height / 2 });
  }
  const start = from === null ? undefined : places.get(from);
  if (start === undefined) return places.keys().next().value ?? null;
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (const [mark, { x, y }] of places) {
    const along = (x - start.x) * dx + (y - start.y) * dy;
    const across = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    if (mark === from || along < 1) continue;
    if (along + 3 * across < least) {
      least = along + 3 * across;
      best = mark;
    }
  }
  return best;
}

/** The room that a picture has, in px, as it changes. */
function useWidth() {
  const [width, setWidth] = useState(USUAL);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const room = Math.floor(entry?.contentRect.width ?? USUAL);
      setWidth(Math.max(640, Math.min(WIDEST, room)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
