import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { goToArticle } from '../app/place.ts';
import { Memos } from '../memos/memos.tsx';
import { useSession } from '../session/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { Duplicates } from './duplicates.tsx';
import { Families } from './families.tsx';
import { FlowChart } from './flow-chart.tsx';
import { Imports } from './imports.tsx';

/** The corpus as a whole: what was found and what of it counts, copies to be decided, reprints, imports. */
export function CorpusView() {
  const { t } = useTranslation();
  const { corpus } = useSession();
  return (
    <div className="corpus-scroll">
      <div className="corpus-view">
        <header className="corpus-head">
          <h1 className="corpus-title">{t('corpus.title')}</h1>
          <IconButton icon={X} name={t('common.close')} onPress={() => goToArticle(null)} />
        </header>
        <FlowChart />
        <Duplicates />
        <Families />
        <Imports />
        {corpus !== null && <Memos subject="corpus" subjectId={corpus.id} />}
      </div>
    </div>
  );
}
