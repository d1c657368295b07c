import { CheckCheck, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '#domain/contract/article.ts';
import { useArticles } from '../library/queries.ts';
import { Memos } from '../memos/memos.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { isComposing } from '../widgets/keys.ts';
import { type MetadataName, metadataNames } from './fields.ts';
import { KnownField } from './known-field.tsx';
import { closeMetadata, type OpenMetadata } from './metadata-state.ts';
import { useUpdateMetadata } from './mutations.ts';
import { useEvidence } from './queries.ts';

interface MetadataPanelProps {
  row: ArticleRow;
  open: OpenMetadata;
}

/** What is known of the open article, beside its text, so that every value can be held against its words. */
export function MetadataPanel({ row, open }: MetadataPanelProps) {
  const { t } = useTranslation();
  const { mutate: update } = useUpdateMetadata();
  const proposals = useEvidence(row.id);
  const used = useUsedValues();
  const panel = useRef<HTMLElement>(null);
  const waiting = metadataNames.filter((name) => row.unconfirmed.includes(name));

  const focusOn = (name: MetadataName) => {
    const field = panel.current?.querySelector<HTMLElement>(`#metadata-${name}`);
    field?.focus();
    field?.closest('.known-field')?.scrollIntoView({ block: 'nearest' });
  };

  useEffect(() => {
    const first = open.field ?? metadataNames.find((name) => row.unconfirmed.includes(name)) ?? 'title';
    const field = panel.current?.querySelector<HTMLElement>(`#metadata-${first}`);
    field?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each asking, not again when something is confirmed
  }, [open]);

  const onNext = (name: MetadataName) => {
    const after = metadataNames.indexOf(name);
    const others = waiting.filter((each) => each !== name);
    const next = others.find((each) => metadataNames.indexOf(each) > after) ?? others[0];
    if (next !== undefined) focusOn(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
    event.preventDefault();
    closeMetadata();
  };

  return (
    <section ref={panel} className="metadata-panel" aria-label={t('metadata.title')} onKeyDown={onKeyDown}>
      <header className="pane-head metadata-head">
        <h2 className="pane-title">{t('metadata.title')}</h2>
        <span className="metadata-waiting" role="status">
          {waiting.length > 0 && t('metadata.waiting', { count: waiting.length })}
        </span>
        {waiting.length > 0 && (
          <Button
            className="button button-small"
            onPress={() => update({ articleId: row.id, metadata: {}, confirm: waiting })}
          >
            <CheckCheck size={13} strokeWidth={1.8} aria-hidden />
            {t('metadata.confirmAll')}
          </Button>
        )}
        <IconButton small icon={X} name={t('metadata.close')} keys="Esc" onPress={closeMetadata} />
      </header>
      <div className="metadata-fields">
        {metadataNames.map((name) => (
          <KnownField
            key={`${row.id} ${name}`}
            row={row}
            name={name}
            proposals={proposals}
            used={used[name] ?? []}
            onNext={onNext}
          />
        ))}
        <p className="metadata-file">
          <span className="known-label">{t('metadata.file')}</span>
          <span>{row.fileName}</span>
        </p>
        <Memos key={row.id} subject="article" subjectId={row.id} />
      </div>
      <p className="metadata-foot">{t(waiting.length > 0 ? 'metadata.keysWaiting' : 'metadata.keys')}</p>
    </section>
  );
}

/** What stands in the free fields of all articles, the most frequent first. */
function useUsedValues(): Partial<Record<MetadataName, readonly string[]>> {
  const { data: rows } = useArticles();
  return useMemo(() => {
    const byUse = (name: 'outlet' | 'genre') => {
      const counts = new Map<string, number>();
      for (const row of rows ?? []) {
        const value = row[name];
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [...counts].toSorted((a, b) => b[1] - a[1]).map(([value]) => value);
    };
    return { outlet: byUse('outlet'), genre: byUse('genre') };
  }, [rows]);
}
