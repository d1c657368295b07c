import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Recoding } from '#domain/contract/annotation.ts';
import { annotationStatus, relation, voiceKind } from '#domain/contract/values.ts';
import { openDialog } from '../app/dialogs.ts';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { copyQuotation } from '../report/copy-quotation.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { MenuList } from '../widgets/menu-list.tsx';
import { CategoryChooser } from './category-chooser.tsx';
import { confirmLinks, recode } from './mutations.ts';

/** Quotations that are copied at once. */
const MOST_QUOTED = 500;

interface RecodeBarProps {
  /** The annotations that are selected and shown. */
  ids: readonly string[];
  /** How many are selected and not shown. */
  hidden: number;
  onClear: () => void;
}

/** What can be done to all that are selected, each as one step of the history. */
export function RecodeBar({ ids, hidden, onClear }: RecodeBarProps) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const title = useTitle();
  const [replaced, setReplaced] = useState<string | null>(null);
  const count = ids.length;
  const act = (change: Recoding) => void recode(ids, change);
  const saying = (what: string) => t('annotationTable.touches', { what, count });
  const old = replaced === null ? undefined : byId.get(replaced);
  const replaceBy = old && t('annotationTable.replaceBy', { category: `${old.number} ${title(old)}`.trim() });
  const relations = [...relation.options, 'none' as const].map((each) => ({
    id: each,
    label: t(`relation.${each}`),
    act: () => act({ do: 'relate', categoryId: null, relation: each === 'none' ? null : each }),
  }));
  const statuses = annotationStatus.options.map((status) => ({
    id: status,
    label: t(`status.${status}`),
    act: () => act({ do: 'set-status', status }),
  }));
  const voices = [
    ...voiceKind.options.map((kind) => ({
      id: kind as string,
      label: t(`voice.${kind}`),
      act: () => act({ do: 'set-voice', voice: { kind, name: null, office: null, level: null, place: null } }),
    })),
    { id: 'none', label: t('voice.unset'), act: () => act({ do: 'set-voice', voice: null }) },
  ];
  const menus = [
    { label: t('annotationTable.setRelation'), items: relations },
    { label: t('annotationTable.setStatus'), items: statuses },
    { label: t('annotationTable.setVoice'), items: voices },
  ];
  return (
    <div className="recode-bar" role="toolbar" aria-label={t('annotationTable.selectedActions')}>
      <span className="recode-count" role="status">
        <strong>{t('annotationTable.selected', { count })}</strong>
        {hidden > 0 && <span className="recode-hidden">{t('annotationTable.selectedHidden', { count: hidden })}</span>}
      </span>
      {count > 0 && (
        <>
          <CategoryChooser
            label={t('annotationTable.add')}
            saying={saying(t('annotationTable.add'))}
            onChoose={(categoryId) => act({ do: 'add', categoryId, relation: null })}
          />
          <CategoryChooser
            key={replaced ?? ''}
            open={replaced !== null}
            label={t('annotationTable.replace')}
            saying={saying(replaceBy ?? t('annotationTable.replace'))}
            onLeave={() => setReplaced(null)}
            onChoose={(categoryId) => {
              if (replaced === null) setReplaced(categoryId);
              else act({ do: 'replace', categoryId: replaced, byId: categoryId });
            }}
          />
          <CategoryChooser
            label={t('annotationTable.removeCategory')}
            saying={saying(t('annotationTable.removeCategory'))}
            onChoose={(categoryId) => act({ do: 'remove', categoryId })}
          />
          {menus.map(({ label, items }) => (
            <MenuTrigger key={label}>
              <Button className="button button-small">{label}</Button>
              <MenuList items={items} label={saying(label)} />
            </MenuTrigger>
          ))}
          <Button className="button button-small" onPress={() => void confirmLinks(ids)}>
            {t('annotationTable.confirm')}
          </Button>
          <Button
            className="button button-small"
            onPress={() => openDialog({ kind: 'report', choice: { by: 'annotations', annotationIds: [...ids] } })}
          >
            {t('report.ofSelection')}
          </Button>
          {count <= MOST_QUOTED && (
            <Button className="button button-small" onPress={() => void copyQuotation({ annotationIds: [...ids] })}>
              {t('quotations.copy')}
            </Button>
          )}
          <Button className="button button-small" onPress={() => act({ do: 'bin' })}>
            {t('annotationTable.bin')}
          </Button>
        </>
      )}
      <IconButton small icon={X} name={t('annotationTable.clearSelection')} keys="Esc" onPress={onClear} />
    </div>
  );
}
