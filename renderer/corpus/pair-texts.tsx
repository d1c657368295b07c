import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleText } from '#domain/contract/article.ts';
import { uniqueStretches } from '#domain/duplicates/unique-stretches.ts';
import { useArticle } from '../reading/queries.ts';

/** Two texts side by side; what only one of them has is marked. */
export function PairTexts({ earlier, later }: { earlier: string; later: string }) {
  const { t } = useTranslation();
  const { data: one } = useArticle(earlier);
  const { data: other } = useArticle(later);
  if (one === undefined || other === undefined) return null;
  return (
    <>
      <p className="field-hint">{t('corpus.compareHint')}</p>
      <div className="pair-texts" role="group" tabIndex={0} aria-label={t('corpus.compare')}>
        <Text article={one} other={other.text} />
        <Text article={other} other={one.text} />
      </div>
    </>
  );
}

function Text({ article: { text, script }, other }: { article: ArticleText; other: string }) {
  const unique = useMemo(() => uniqueStretches(text, other), [text, other]);
  const parts = [];
  let done = 0;
  for (const { start, end } of unique) {
    parts.push(text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>);
    done = end;
  }
  return (
    <p className="pair-text" lang={script === 'hans' ? 'zh-Hans' : 'zh-Hant'}>
      {parts}
      {text.slice(done)}
    </p>
  );
}
