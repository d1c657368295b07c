import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CommandId } from '#domain/commands/command-list.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { Category } from '#domain/contract/codebook.ts';
import { closeDialog } from '../app/dialogs.ts';
import { goToArticle } from '../app/place.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { runCommand } from '../commands/handlers.ts';
import { chordOfEvent, useCommandName, useKeymap, useKeyText } from '../commands/keymap.ts';
import { articleName } from '../library/article-name.ts';
import { useArticles } from '../library/queries.ts';
import { useQuick } from '../quick/quick-categories.ts';
import { codeSelection } from '../reading/code-selection.ts';
import { currentReader } from '../reading/reader-handle.ts';
import { isComposing } from '../widgets/keys.ts';
import { type PaletteItem, paletteItems } from './palette-items.ts';
import './palette.css';

interface PaletteProps {
  /** Those that applied where it was opened. */
  commands: readonly CommandId[];
  /** Where the focus was. */
  from: Element | null;
}

const nothing: never[] = [];
const kinds = [
  { kind: 'command', label: 'palette.commands' },
  { kind: 'category', label: 'palette.categories' },
  { kind: 'article', label: 'palette.articles' },
] as const;
/** Rows that PageUp and PageDown pass. */
const page = 8;

/** Everything that can be done now, every article, and every category for what is selected: typed, chosen, done. */
export function Palette({ commands, from }: PaletteProps) {
  const { t } = useTranslation();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [moved, setMoved] = useState(0);
  const keymap = useKeymap();
  const { offered } = useCategoryBook();
  const { data: articles } = useArticles();
  const canAnnotate = commands.includes('quick1');
  const items = useMemo(
    () =>
      paletteItems(query, {
        commands,
        keymap,
        categories: canAnnotate ? offered : nothing,
        articles: articles ?? nothing,
      }),
    [query, commands, keymap, canAnnotate, offered, articles],
  );
  const active = Math.min(moved, items.length - 1);

  useLayoutEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);

  const choose = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    // A dialog gives the focus back only a frame after it is gone, and she may be faster.
    flushSync(closeDialog);
    goBackTo(from);
    carryOut(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
    if (step !== undefined && items.length > 0) {
      const turned = Math.abs(step) === 1 ? (active + step + items.length) % items.length : active + step;
      setMoved(Math.max(0, Math.min(items.length - 1, turned)));
    } else if (event.key === 'Enter') choose(items[active]);
    else if (keymap.keysOf('palette').includes(chordOfEvent(event.nativeEvent) ?? '')) closeDialog();
    else return;
    event.preventDefault();
  };

  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && closeDialog()} className="veil palette-veil">
      <Modal className="palette">
        <Dialog className="palette-dialog" aria-label={t('palette.title')}>
          <input
            // it is what the palette is opened for
            autoFocus
            className="palette-input"
            role="combobox"
            aria-label={t('palette.title')}
            aria-expanded="true"
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
            placeholder={`${t('palette.title')} · ${t('palette.hint')}`}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setMoved(0);
            }}
            onKeyDown={onKeyDown}
          />
          {items.length === 0 && <p className="palette-none">{t('palette.none')}</p>}
          <div
            id={listId}
            className="palette-list"
            role="listbox"
            aria-label={t('palette.list')}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
          >
            {kinds.map(({ kind, label }) => {
              const first = items.findIndex((item) => item.kind === kind);
              if (first < 0) return null;
              return (
                <div key={kind} role="group" aria-label={t(label)}>
                  <p className="palette-head" aria-hidden>
                    {t(label)}
                  </p>
                  {items.map((item, index) =>
                    item.kind === kind ? (
                      // the field has the keys of the whole list
                      <div
                        key={keyOf(item)}
                        id={`${listId}-${index}`}
                        className="palette-item"
                        role="option"
                        tabIndex={-1}
                        aria-selected={index === active}
                        onClick={() => choose(item)}
                      >
                        <Item item={item} />
                      </div>
                    ) : null,
                  )}
                </div>
              );
            })}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function keyOf(item: PaletteItem): string {
  switch (item.kind) {
    case 'command':
      return item.id;
    case 'category':
      return item.category.id;
    case 'article':
      return item.row.id;
  }
}

function Item({ item }: { item: PaletteItem }) {
  switch (item.kind) {
    case 'command':
      return <CommandItem id={item.id} />;
    case 'category':
      return <CategoryItem category={item.category} />;
    case 'article':
      return <ArticleItem row={item.row} />;
  }
}

function CommandItem({ id }: { id: CommandId }) {
  const name = useCommandName();
  const key = useKeyText()(id);
  const title = useTitle();
  const { byId } = useCategoryBook();
  const quick = useQuick();
  const digit = /^quick(\d)$/.exec(id)?.[1];
  const category = byId.get(quick[Number(digit) - 1]?.categoryId ?? '');
  return (
    <>
      <span className="palette-name">{name(id)}</span>
      {category && <span className="palette-hint">{`${category.number} ${title(category)}`.trim()}</span>}
      {key && <kbd>{key}</kbd>}
    </>
  );
}

function CategoryItem({ category }: { category: Category }) {
  const title = useTitle();
  return (
    <span className="palette-name category-chip" style={categoryStyle(category.colour)}>
      <span className="category-swatch" aria-hidden />
      <span className="number">{category.number}</span>
      <span className="category-title">{title(category)}</span>
    </span>
  );
}

function ArticleItem({ row }: { row: ArticleRow }) {
  return (
    <>
      <span className="palette-name palette-article">{articleName(row)}</span>
      <span className="palette-hint">{[row.outlet, row.publishedOn].filter(Boolean).join(' · ')}</span>
    </>
  );
}

function carryOut(item: PaletteItem): void {
  switch (item.kind) {
    case 'command':
      runCommand(item.id);
      break;
    case 'category':
      codeSelection(item.category.id);
      break;
    case 'article':
      goToArticle(item.row.id);
      break;
  }
}

/** Where the focus was, so that what is done next finds everything as it was. */
function goBackTo(from: Element | null): void {
  if (from?.closest('.reader') != null) currentReader()?.focus();
  else if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
}
