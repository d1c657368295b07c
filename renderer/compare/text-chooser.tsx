import './text-chooser.css';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedText } from '#domain/contract/comparison.ts';
import { foldName } from '#domain/gazetteer/name-characters.ts';
import { currentLanguage } from '../app/language.ts';
import { articleName } from '../library/article-name.ts';
import { useArticles } from '../library/queries.ts';
import { shownName } from '#domain/metadata/shown-names.ts';
import { useReferences } from '../references/queries.ts';
import { useBlind } from '../session/blind.ts';

interface TextChooserProps {
  /** Those that stand side by side already. */
  texts: readonly ComparedText[];
  onChoose: (text: ComparedText) => void;
}

/** Rows that are worth looking through. */
const most = 60;

/** Articles and reference texts, to be put beside the others; ↓ and ↑ move, Enter chooses. */
export function TextChooser({ texts, onChoose }: TextChooserProps) {
  const { t } = useTranslation();
  const { data: articles } = useArticles();
  const { data: references } = useReferences();
  const blind = useBlind();
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const offered = useMemo(() => {
    const all = [
      ...(articles ?? []).map((row) => ({
        text: { kind: 'article' as const, id: row.id },
        name: articleName(row),
        facts: [
          row.outlet,
          row.outletProvince && shownName('outletProvince', row.outletProvince, currentLanguage()),
          row.publishedOn,
        ]
          .filter(Boolean)
          .join(' · '),
      })),
      ...(blind ? [] : (references ?? [])).map(({ id, name }) => ({
        text: { kind: 'reference' as const, id },
        name,
        facts: t('compare.reference'),
      })),
    ];
    const wanted = foldName(filter.trim());
    return all.filter(
      ({ text, name, facts }) =>
        !texts.some(({ id }) => id === text.id) && (wanted === '' || foldName(`${name} ${facts}`).includes(wanted)),
    );
  }, [articles, references, blind, filter, texts, t]);
  const step = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all[Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))]?.focus();
  };
  return (
    <div className="compare-chooser" onKeyDown={step}>
      <input
        className="input"
        aria-label={t('compare.chooserFilter')}
        placeholder={t('compare.chooserFilter')}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <ul ref={list} aria-label={t('compare.add')}>
        {offered.slice(0, most).map(({ text, name, facts }) => (
          <li key={text.id}>
            <button type="button" className="compare-offer" onClick={() => onChoose(text)}>
              <Plus size={14} strokeWidth={1.6} aria-hidden />
              <span className="compare-offer-name">{name}</span>
              <span className="compare-offer-facts">{facts}</span>
            </button>
          </li>
        ))}
      </ul>
      {offered.length === 0 && <p className="empty">{t('compare.nothingToAdd')}</p>}
    </div>
  );
}
