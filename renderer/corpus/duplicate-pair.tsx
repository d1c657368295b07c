import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { Duplicate } from '#domain/contract/duplicate.ts';
import { useFormat } from '../app/format.ts';
import { goToArticle } from '../app/place.ts';
import { articleName } from '../library/article-name.ts';
import { useArticleRow } from '../library/queries.ts';
import { useDecideDuplicate } from './mutations.ts';
import { PairTexts } from './pair-texts.tsx';

/** Two articles that are one twice, how much they share, and what is to be done. */
export function DuplicatePair({ pair }: { pair: Duplicate }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const earlier = useArticleRow(pair.otherId);
  const later = useArticleRow(pair.articleId);
  const [compared, setCompared] = useState(false);
  const { mutate, isPending } = useDecideDuplicate();
  if (earlier === null || later === null) return null;
  const decide = (decision: Duplicate['decision']) => mutate({ ...pair, decision });
  const percent = (share: number) => `${number(Math.round(share * 100))} %`;
  return (
    <article className="pair" aria-label={articleName(earlier)}>
      <div className="pair-sides">
        <Side label={t('corpus.earlier')} row={earlier} />
        <Side label={t('corpus.later')} row={later} />
      </div>
      <p className="pair-measures">
        {t(`corpus.kinds.${pair.kind}`)} · {t('corpus.resemblance', { share: percent(pair.resemblance) })} ·{' '}
        {t('corpus.longestRun', { count: pair.longestRun })}
      </p>
      <div className="pair-actions">
        <Button className="button" isDisabled={isPending || pair.decision === 'kept'} onPress={() => decide('kept')}>
          {t('corpus.keepBoth')}
        </Button>
        <Button
          className="button"
          isDisabled={isPending || pair.decision === 'excluded'}
          onPress={() => decide('excluded')}
        >
          {t('corpus.leaveLater')}
        </Button>
        <Button className="button" isDisabled={isPending || later.annotations > 0} onPress={() => decide('replaced')}>
          {t('corpus.takeText')}
        </Button>
        <Button className="button button-quiet" aria-expanded={compared} onPress={() => setCompared((now) => !now)}>
          {t('corpus.compare')}
        </Button>
        {pair.decision !== 'open' && <span className="pair-decision">{t(`corpus.decisions.${pair.decision}`)}</span>}
      </div>
      <p className="field-hint">{later.annotations > 0 ? t('corpus.laterAnnotated') : t('corpus.takeTextHint')}</p>
      {compared && <PairTexts earlier={earlier.id} later={later.id} />}
    </article>
  );
}

function Side({ label, row }: { label: string; row: ArticleRow }) {
  const { t } = useTranslation();
  const { number, moment } = useFormat();
  const facts = [row.outlet, row.outletProvince, row.publishedOn, t('metadata.length', { count: row.length })];
  return (
    <div className="pair-side">
      <span className="pair-label">{label}</span>
      <Button className="text-button pair-name" onPress={() => goToArticle(row.id)}>
        {articleName(row)}
      </Button>
      <span className="pair-facts">{facts.filter(Boolean).join(' · ')}</span>
      <span className="pair-facts">
        {row.fileName} · {moment(row.createdAt)}
        {row.annotations > 0 && ` · ${t('library.annotations', { count: row.annotations })}`}
        {row.repairs.applied > 0 && ` · ${t('repairs.summary', { applied: number(row.repairs.applied) })}`}
      </span>
    </div>
  );
}
