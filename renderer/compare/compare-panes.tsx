import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useTranslation } from 'react-i18next';
import type { ItemRow } from '#domain/compare/item-rows.ts';
import type { Span } from '#domain/text/span.ts';
import { placing } from '../annotations/to-confirm.ts';
import type { Comparison } from '../app/comparison-place.ts';
import { amendComparison, goToComparison } from '../app/place.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { useHandlers } from '../commands/handlers.ts';
import type { TextOnScreen } from '../reading/article-text.tsx';
import { CodingStrip } from '../reading/article-view.tsx';
import { defaultTextSize } from '../reading/text-size.ts';
import { leastCommon } from '../references/queries.ts';
import { setPreferences } from '../session/mutations.ts';
import { useSession } from '../session/queries.ts';
import { Segmented } from '../widgets/segmented.tsx';
import { ComparedText } from './compared-text.tsx';
import { ItemRail } from './item-rail.tsx';
import { LineUp } from './line-up.ts';
import { type ComparedPane, useWording } from './queries.ts';
import { Ribbons } from './ribbons.tsx';
import { withoutText } from './show-comparison.ts';

interface ComparePanesProps {
  comparison: Comparison;
  panes: readonly ComparedPane[];
  rows: readonly ItemRow[];
}

/** Each text scrolls by itself: the library would make its panel a scroller too. */
const ownScroll = { overflow: 'hidden' } as const;

/** px by which more than two texts are set smaller, and the least size. */
const SMALLER = 2;
const LEAST_SIZE = 13;

/** The texts in panes beside each other, kept at what belongs together. */
export function ComparePanes({ comparison, panes, rows }: ComparePanesProps) {
  const { t } = useTranslation();
  const { texts, by, item } = comparison;
  const { preferences } = useSession();
  const least = preferences.reuseLeast ?? leastCommon;
  const { data: wording = null } = useWording(texts, least, by === 'wording');
  const [emphasis, setEmphasis] = useState<'shared' | 'own'>('shared');
  const [selection, setSelection] = useState<{ at: number; span: Span } | null>(null);
  const placingId = placing.use();
  const screens = useRef<(TextOnScreen | null)[]>([]);
  const frame = useRef<HTMLDivElement>(null);
  const [lineUp] = useState(() => new LineUp());
  const onItem = useCallback((categoryId: string) => amendComparison({ item: categoryId }), []);
  useLayoutEffect(() => {
    lineUp.update({
      by,
      item,
      onItem,
      wording,
      passages: panes.map(({ passages }) => passages),
      screens: screens.current,
    });
  });
  useEffect(() => (frame.current === null ? undefined : lineUp.attach(frame.current)), [lineUp]);

  // What the address names is gone to once its texts are there.
  const ready = panes.every((each) => (each.article ?? each.reference ?? each.error) !== null);
  const [arrivesAt] = useState(item);
  useEffect(() => {
    if (!ready || arrivesAt === null) return undefined;
    const next = requestAnimationFrame(() => lineUp.toItem(arrivesAt));
    return () => cancelAnimationFrame(next);
  }, [ready, arrivesAt, lineUp]);

  const toItem = useCallback(
    (categoryId: string) => {
      lineUp.toItem(categoryId, categoryId === item);
      onItem(categoryId);
    },
    [lineUp, item, onItem],
  );
  const step = (direction: 1 | -1) => {
    const at = rows.findIndex(({ categoryId }) => categoryId === item);
    const next = rows[at === -1 && direction === -1 ? rows.length - 1 : at + direction];
    if (next === undefined) return false;
    lineUp.toItem(next.categoryId);
    onItem(next.categoryId);
    return true;
  };
  const applies = () => by === 'item' && rows.length > 0;
  useHandlers({
    nextItem: { applies, run: () => step(1) },
    previousItem: { applies, run: () => step(-1) },
  });

  const onScreen = useCallback((at: number, screen: TextOnScreen | null) => {
    screens.current[at] = screen;
  }, []);
  const onSelection = useCallback((at: number, span: Span | null) => {
    setSelection((now) => (span !== null ? { at, span } : now?.at === at ? null : now));
  }, []);
  const onRemove = (at: number) => goToComparison(withoutText(comparison, at));
  const size = preferences.textSize ?? defaultTextSize;
  const textSize = panes.length > 2 ? Math.max(LEAST_SIZE, size - SMALLER) : size;
  const gaps = useGaps(comparison, panes, rows);
  return (
    <>
      {by === 'wording' && (
        <div className="compare-controls">
          <Segmented
            labelHidden
            label={t('compare.emphasis')}
            quiet
            choices={(['shared', 'own'] as const).map((value) => ({ value, label: t(`compare.emphases.${value}`) }))}
            value={emphasis}
            onChange={setEmphasis}
          />
          <select
            className="input compare-least"
            aria-label={t('references.least')}
            value={least}
            onChange={(event) => void setPreferences({ reuseLeast: Number(event.target.value) })}
          >
            {[8, 12, 16, 24, 40].map((length) => (
              <option key={length} value={length}>
                {t('references.atLeast', { count: length })}
              </option>
            ))}
          </select>
          <WordingKey count={panes.length} none={wording?.pairs.every(({ runs }) => runs.length === 0) ?? false} />
        </div>
      )}
      <div className="compare-body" data-by={by} data-emphasis={emphasis}>
        {by === 'item' && rows.length > 0 && (
          <ItemRail rows={rows} names={panes.map(({ name }) => name)} item={item} onItem={toItem} onStep={step} />
        )}
        <div ref={frame} className="compare-texts">
          {by === 'item' && rows.length === 0 && <p className="compare-nothing">{t('compare.noItems')}</p>}
          <Group className="compare-group">
            {panes.flatMap((pane, at) => [
              ...(at === 0
                ? []
                : [
                    <Separator
                      key={`before ${pane.key}`}
                      className="separator compare-separator"
                      aria-label={t('compare.resize', { place: at })}
                    />,
                  ]),
              <Panel key={pane.key} id={pane.text.id} className="pane" style={ownScroll} minSize={180}>
                <ComparedText
                  at={at}
                  count={panes.length}
                  name={pane.name}
                  text={pane.text}
                  article={pane.article}
                  annotations={pane.annotations}
                  reference={pane.reference}
                  error={pane.error}
                  active={comparison.at === at}
                  selection={selection?.at === at ? selection.span : null}
                  onSelection={onSelection}
                  textSize={textSize}
                  shared={by === 'wording' ? (wording?.texts[at] ?? null) : null}
                  gap={gaps[at] ?? null}
                  onScreen={onScreen}
                  onRemove={onRemove}
                />
              </Panel>,
            ])}
          </Group>
          {by === 'wording' && wording !== null && (
            <Ribbons wording={wording} screens={screens} ready={ready} frame={frame} />
          )}
        </div>
      </div>
      <CodingStrip ready={selection !== null && selection.at === comparison.at && placingId === null} />
    </>
  );
}

/** What stands in place of an item that a text says nothing about; null where it does, or where none is looked at. */
function useGaps({ by, item }: Comparison, panes: readonly ComparedPane[], rows: readonly ItemRow[]): ReactNode[] {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const title = useTitle();
  return useMemo(() => {
    const category = item === null ? undefined : byId.get(item);
    const row = rows.find(({ categoryId }) => categoryId === item);
    return panes.map(({ text, passages }, at) => {
      if (by !== 'item' || category === undefined || passages.some(({ categoryId }) => categoryId === item))
        return null;
      const state = row?.cells[at]?.state;
      return (
        <span key={text.id} style={categoryStyle(category.colour)}>
          <span className="compare-gap-item">
            <span className="number">{category.number}</span> {title(category)}
          </span>
          {t(
            text.kind === 'reference'
              ? 'compare.gaps.reference'
              : state === 'silent'
                ? 'compare.gaps.silent'
                : 'compare.gaps.notCoded',
          )}
        </span>
      );
    });
  }, [by, item, panes, rows, byId, title, t]);
}

/** What the tints mean. */
function WordingKey({ count, none }: { count: number; none: boolean }) {
  const { t } = useTranslation();
  if (none) return <span className="compare-key">{t('compare.nothingShared')}</span>;
  return (
    <span className="compare-key">
      {count > 2 && <span className="compare-key-some">{t('compare.sharedSome')}</span>}
      <span className="compare-key-all">{t('compare.sharedAll')}</span>
      <span className="compare-key-own">{t('compare.own')}</span>
    </span>
  );
}
