import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemRow } from '#domain/compare/item-rows.ts';
import { useFormat } from '../app/format.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { useKeyText } from '../commands/keymap.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { useCellWords } from './compare-words.ts';

interface ItemRailProps {
  rows: readonly ItemRow[];
  names: readonly string[];
  item: string | null;
  onItem: (categoryId: string) => void;
  onStep: (step: 1 | -1) => void;
}

/** What any of the texts speaks of, to step through; beside each item, how often each text does. */
export function ItemRail({ rows, names, item, onItem, onStep }: ItemRailProps) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const { number } = useFormat();
  const title = useTitle();
  const keyText = useKeyText();
  const cellWords = useCellWords();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (item !== null)
      list.current?.querySelector(`[data-category-id="${item}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [item]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = all[all.indexOf(event.target as HTMLButtonElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    next?.focus();
    next?.click();
  };
  const tabStop = rows.some(({ categoryId }) => categoryId === item) ? item : rows[0]?.categoryId;
  return (
    <nav className="compare-rail" aria-label={t('compare.items')}>
      <div className="compare-rail-head">
        <IconButton
          small
          icon={ChevronUp}
          name={t('commands.previousItem')}
          keys={keyText('previousItem')}
          onPress={() => onStep(-1)}
        />
        <IconButton
          small
          icon={ChevronDown}
          name={t('commands.nextItem')}
          keys={keyText('nextItem')}
          onPress={() => onStep(1)}
        />
      </div>
      <ul ref={list} onKeyDown={onKeyDown}>
        {rows.map(({ categoryId, cells }) => {
          const category = byId.get(categoryId);
          if (category === undefined) return null;
          const said = cells.map((cell, at) => `${names[at] ?? ''} ${cellWords(cell)}`).join(t('common.listSeparator'));
          const name = `${category.number} ${title(category)}`.trim();
          return (
            <li key={categoryId}>
              <button
                type="button"
                className="compare-item"
                style={categoryStyle(category.colour)}
                data-category-id={categoryId}
                aria-current={categoryId === item || undefined}
                title={name}
                tabIndex={categoryId === tabStop ? 0 : -1}
                onClick={() => onItem(categoryId)}
              >
                <span className="number">{category.number || title(category).slice(0, 2)}</span>
                <span className="compare-item-title">{title(category)}</span>
                <span className="visually-hidden">{said}</span>
                <span className="compare-item-counts" aria-hidden>
                  {cells.map((cell, at) => (
                    <span key={names[at]} data-state={cell.state}>
                      {cell.state === 'value' ? number(cell.value) : cell.state === 'silent' ? '0' : '·'}
                    </span>
                  ))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
