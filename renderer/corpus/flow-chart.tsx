import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Exclusion, exclusionReasons } from '#domain/contract/article.ts';
import { useFormat } from '../app/format.ts';
import { scope } from '../library/article-filter.ts';
import { useFlow } from './queries.ts';

/** From what was found to what counts, as the flow chart of a method section has it: what stays on the left, what goes on the right. */
export function FlowChart() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data: flow } = useFlow();
  if (flow === undefined) return null;
  const leftOut = flow.excluded.reduce((sum, { articles }) => sum + articles, 0);
  const known = (reason: string) => exclusionReasons.find((each): each is Exclusion['reason'] => each === reason);
  return (
    <section className="corpus-section" aria-labelledby="corpus-flow">
      <h2 id="corpus-flow" className="corpus-heading">
        {t('corpus.flow')}
      </h2>
      <ol className="flow">
        <Stage label={t('corpus.found')} value={number(flow.found)}>
          <Gone label={t('corpus.refused')} value={number(flow.refused)} />
          <Gone label={t('corpus.duplicates')} value={number(flow.duplicates)} />
          <Gone label={t('corpus.removed')} value={number(flow.removed)} />
        </Stage>
        <Stage label={t('corpus.screened')} value={number(flow.included + leftOut)}>
          {leftOut === 0 && <Gone label={t('corpus.excluded')} value={number(0)} />}
          {flow.excluded.map(({ reason, articles }) => (
            <Gone
              key={reason}
              label={`${t('corpus.excluded')}${t('common.colon')}${t(`exclusion.reasons.${known(reason) ?? 'other'}`)}`}
              value={
                <Button className="text-button" onPress={() => scope.set('excluded')}>
                  {number(articles)}
                </Button>
              }
            />
          ))}
        </Stage>
        <Stage label={t('corpus.included')} value={number(flow.included)}>
          {flow.reprints.articles > 0 ? (
            <Gone
              label={t('corpus.reprinted')}
              value={t('corpus.reprintedIn', {
                articles: number(flow.reprints.articles),
                families: number(flow.reprints.families),
              })}
            />
          ) : undefined}
        </Stage>
        <Stage label={t('corpus.counted')} value={number(flow.counted)} last />
      </ol>
      {flow.open.repairs > 0 && (
        <p className="corpus-note">
          <Button className="text-button" onPress={() => scope.set('open-repairs')}>
            {t('corpus.openRepairs', { count: flow.open.repairs })}
          </Button>
        </p>
      )}
    </section>
  );
}

interface StageProps {
  label: string;
  value: string;
  last?: boolean;
  children?: ReactNode;
}

function Stage({ label, value, last = false, children }: StageProps) {
  return (
    <li className="flow-stage" data-last={last || undefined}>
      <p className="flow-box">
        <span>{label}</span>
        <strong>{value}</strong>
      </p>
      {children !== undefined && <ul className="flow-gone">{children}</ul>}
    </li>
  );
}

function Gone({ label, value }: { label: string; value: ReactNode }) {
  return (
    <li className="flow-out">
      <span>{label}</span>
      <strong>{value}</strong>
    </li>
  );
}
