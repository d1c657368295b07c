import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { Hit } from '#domain/contract/find.ts';
import { recognizeScript } from '#domain/text/script.ts';
import { articleName } from '../library/article-name.ts';
import { textLanguage } from '../reading/text-language.ts';
import { canBeAnnotated } from './checked-hits.ts';

interface HitRowProps {
  /** Undefined until it has been fetched. */
  hit: Hit | undefined;
  article: ArticleRow | undefined;
  checked: boolean;
}

/** The cells of a hit: the words before it end where it begins, in every row at the same place. */
export function HitRow({ hit, article, checked }: HitRowProps) {
  const { t } = useTranslation();
  if (hit === undefined) {
    return (
      <div role="gridcell" className="table-cell find-waiting">
        <span className="table-skeleton" />
      </div>
    );
  }
  const { before, exact, after } = hit;
  // A note is in a script of its own.
  const script = hit.place === 'text' ? article?.script : recognizeScript(before + exact + after);
  const lang = textLanguage(script ?? null);
  return (
    <>
      <div role="gridcell" className="table-select" data-select>
        {canBeAnnotated(hit) && (
          <span className="table-box" data-on={checked || undefined}>
            {checked && <Check size={11} strokeWidth={2.4} aria-hidden />}
          </span>
        )}
      </div>
      <div role="gridcell" className="table-cell" lang={article && textLanguage(article.script)}>
        {article && articleName(article)}
      </div>
      <div role="gridcell" className="table-cell table-date">
        {article?.publishedOn}
      </div>
      <div role="gridcell" className="find-before" lang={lang}>
        <span>{oneLine(before)}</span>
      </div>
      <div role="gridcell" className="find-after" lang={lang}>
        <mark
          className="kwic-passage"
          data-overlaps={hit.overlaps || undefined}
          title={hit.overlaps ? t('find.overlaps') : undefined}
        >
          {oneLine(exact)}
          {hit.overlaps && <span className="visually-hidden">{t('find.overlaps')}</span>}
        </mark>
        <span className="kwic-after">{oneLine(after)}</span>
        {hit.place !== 'text' && <span className="find-in">{placeName(hit)}</span>}
      </div>
    </>
  );

  function placeName({ place, field }: Hit): string {
    if (place === 'note' || place === 'translation' || place === 'memo') return t(`find.in.${place}`);
    return t(`metadata.${field === null || field === 'title' ? 'articleTitle' : field}`);
  }
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
