import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../app/failure-text.ts';
import { useFormat } from '../app/format.ts';
import { goToArticle, goToFindings, goToMatrix, hashOf, usePlacePick } from '../app/place.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { Button } from 'react-aria-components';
import { openComparison } from '../compare/show-comparison.ts';
import { FindingDetail } from './finding-detail.tsx';
import { useFinding, useFindings } from './queries.ts';
import './findings.css';

/** Comparisons that were kept, and one of them then and now. */
export function FindingsView() {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const chosen = usePlacePick((place) => place.findingId);
  const { data: findings } = useFindings();
  const shown = chosen ?? findings?.[0]?.id;
  return (
    <section className="table-view" aria-label={t('findings.title')}>
      <header className="table-top">
        <h1 className="table-title">{t('findings.title')}</h1>
        <span className="table-keys" />
        <IconButton icon={X} name={t('common.close')} onPress={() => goToArticle(null)} />
      </header>
      {findings?.length === 0 && chosen === undefined ? (
        <div className="empty">
          <p className="empty-words">{t('findings.none')}</p>
          <p>{t('findings.noneHint')}</p>
          <div className="nothing-actions">
            <Button className="button" onPress={() => goToMatrix()}>
              {t('matrix.title')}
            </Button>
            <Button className="button" onPress={openComparison}>
              {t('compare.title')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="findings-body">
          <nav className="findings-list" aria-label={t('findings.title')}>
            <ul>
              {findings?.map((finding) => (
                <li key={finding.id}>
                  <a
                    className="findings-one"
                    href={hashOf({ articleId: null, annotationId: null, view: 'findings', findingId: finding.id })}
                    aria-current={finding.id === shown ? 'page' : undefined}
                    onClick={(event) => {
                      event.preventDefault();
                      goToFindings(finding.id);
                    }}
                  >
                    <span className="findings-name">{finding.name}</span>
                    <span className="findings-facts">
                      {t(`findings.kinds.${finding.question.kind}`)} · {moment(finding.takenAt)} · {finding.coderName}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {shown !== undefined && <OneFinding key={shown} findingId={shown} />}
        </div>
      )}
    </section>
  );
}

function OneFinding({ findingId }: { findingId: string }) {
  const { data, error } = useFinding(findingId);
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {failureText(error)}
      </p>
    );
  return data === undefined ? null : <FindingDetail kept={data} />;
}
