import { Check } from 'lucide-react';
import { memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Category } from '#domain/contract/codebook.ts';
import type { CategoryMatch, TitleField } from '#domain/codebook/match-category.ts';
import type { Span } from '#domain/text/span.ts';
import { currentLanguage } from '../app/language.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useTitle } from '../codebook/queries.ts';
import { useAfterPaint } from '../widgets/use-after-paint.ts';

export interface Option {
  category: Category;
  ranges: CategoryMatch['ranges'];
  /** Offered first because it was used last; the same category stands again in its order. */
  recent: boolean;
}

/** More than fit into the list where the window is high: the rest comes once these are on screen. */
const firstDrawn = 20;

interface CategoryOptionsProps {
  id: string;
  options: readonly Option[];
  /** Index into `options`; -1 when none is highlighted. */
  highlighted: number;
  isChosen: (categoryId: string) => boolean;
  onToggle: (categoryId: string) => void;
}

/** The list under the filter; the filter keeps the focus and points at the highlighted option. */
export function CategoryOptions({ id, options, highlighted, isChosen, onToggle }: CategoryOptionsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const all = useAfterPaint<boolean>(true, false);
  const drawn = all ? options.length : firstDrawn;
  const title = useTitle();
  const language = currentLanguage();
  const shown = options[highlighted];
  const begun = useRef(false);
  useLayoutEffect(() => {
    // At first it stands at its top; asking where would lay the page out once more.
    if (begun.current && shown) list.current?.querySelector('[data-highlighted]')?.scrollIntoView({ block: 'nearest' });
    begun.current = true;
  }, [shown]);
  const recents = options.filter((each) => each.recent).length;
  return (
    <div
      ref={list}
      id={id}
      className="options"
      role="listbox"
      aria-label={t('picker.categories')}
      aria-multiselectable="true"
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.slice(0, drawn).map((option, index) => (
        <CategoryOption
          key={`${option.category.id}${option.recent ? ' recent' : ''}`}
          id={`${id}-${index}`}
          option={option}
          title={title}
          own={fields[language] ?? 'titleHant'}
          lastOfRecent={recents > 0 && index === recents - 1}
          highlighted={index === highlighted}
          chosen={isChosen(option.category.id)}
          onToggle={onToggle}
        />
      ))}
    </div>
  );
}

interface CategoryOptionProps {
  id: string;
  option: Option;
  title: ReturnType<typeof useTitle>;
  /** The title in the language that is shown. */
  own: TitleField;
  lastOfRecent: boolean;
  highlighted: boolean;
  chosen: boolean;
  onToggle: (categoryId: string) => void;
}

const CategoryOption = memo(function CategoryOption(props: CategoryOptionProps) {
  const { id, option, title, own, lastOfRecent, highlighted, chosen, onToggle } = props;
  const { category, ranges, recent } = option;
  const isItem = category.parentId !== null;
  return (
    // the filter has the keys of the whole list
    <div
      id={id}
      className="option"
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      data-highlighted={highlighted || undefined}
      data-part={(!isItem && !recent) || undefined}
      data-last-recent={lastOfRecent || undefined}
      data-category-number={category.number}
      style={categoryStyle(category.colour)}
      onClick={() => onToggle(category.id)}
    >
      <span className="category-swatch" aria-hidden />
      <span className="number">{category.number}</span>
      <span className="option-title">
        <Title category={category} ranges={ranges} shown={title(category)} own={own} />
      </span>
      {chosen && <Check className="option-check" size={14} strokeWidth={2} aria-hidden />}
    </div>
  );
});

const fields: Record<string, TitleField> = { 'zh-Hant': 'titleHant', 'zh-Hans': 'titleHans', en: 'titleEn' };

interface TitleProps {
  category: Category;
  ranges: CategoryMatch['ranges'];
  shown: string;
  own: TitleField;
}

/** The title in the language shown, with what the filter found in it; else what it found in another, beside it. */
function Title({ category, ranges, shown, own }: TitleProps) {
  const inOwn = ranges?.[own];
  if (inOwn || !ranges) return <Marked text={shown} ranges={inOwn ?? []} />;
  const other = Object.values(fields).find((field) => ranges[field] !== undefined);
  if (other === undefined) return shown;
  return (
    <>
      {shown}
      <span className="option-other">
        <Marked text={category[other]} ranges={ranges[other] ?? []} />
      </span>
    </>
  );
}

function Marked({ text, ranges }: { text: string; ranges: readonly Span[] }) {
  const parts: ReactNode[] = [];
  let reached = 0;
  for (const { start, end } of ranges) {
    if (start > reached) parts.push(text.slice(reached, start));
    parts.push(<b key={start}>{text.slice(start, end)}</b>);
    reached = end;
  }
  parts.push(text.slice(reached));
  return parts;
}
