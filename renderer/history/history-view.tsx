import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToArticle } from '../app/place.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { Bin } from './bin.tsx';
import { States } from './states.tsx';
import { Trail } from './trail.tsx';

const tabs = ['trail', 'bin', 'states'] as const;

/** What was done in the corpus, by whom and when; what lies in the bin; the states that have a name. */
export function HistoryView() {
  const { t } = useTranslation();
  const [tab, setTab] = useState<(typeof tabs)[number]>('trail');
  return (
    <div className="corpus-scroll">
      <div className="corpus-view">
        <header className="corpus-head">
          <h1 className="corpus-title">{t('trail.title')}</h1>
          <IconButton icon={X} name={t('common.close')} onPress={() => goToArticle(null)} />
        </header>
        <Segmented
          labelHidden
          label={t('trail.title')}
          choices={tabs.map((value) => ({ value, label: t(`trail.tabs.${value}`) }))}
          value={tab}
          onChange={setTab}
        />
        {tab === 'trail' ? <Trail /> : tab === 'bin' ? <Bin /> : <States />}
      </div>
    </div>
  );
}
