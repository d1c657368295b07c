import { type FocusEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleMetadata, ArticleRow, ProposedField } from '#domain/contract/article.ts';
import { markSpans, showSpan } from '../reading/reader-handle.ts';
import { DateControl } from './date-control.tsx';
import { EvidenceLine, fieldLabel } from './evidence-line.tsx';
import { findEvidence, spansOf, valuesOf } from './field-evidence.ts';
import { isListName, type MetadataName } from './fields.ts';
import { useUpdateMetadata } from './mutations.ts';
import { NameControl } from './name-control.tsx';
import { TextControl } from './text-control.tsx';
import { TokensControl } from './tokens-control.tsx';

interface KnownFieldProps {
  row: ArticleRow;
  name: MetadataName;
  proposals: readonly ProposedField[];
  /** Values of this field in the corpus, the most frequent first. */
  used: readonly string[];
  /** Goes to the next field that wants a look. */
  onNext: (name: MetadataName) => void;
}

const scripts = ['hant', 'hans', 'mixed'] as const;

/** A field with its value and its evidence; while it has the focus, its words are marked in the text. */
export function KnownField({ row, name, proposals, used, onNext }: KnownFieldProps) {
  const { t } = useTranslation();
  const { mutate: update } = useUpdateMetadata();
  const [focused, setFocused] = useState(false);
  const unconfirmed = row.unconfirmed.includes(name);
  const evidence = useMemo(() => findEvidence(row, name, proposals), [row, name, proposals]);
  const spans = useMemo(() => (name === 'script' ? [] : spansOf(evidence)), [name, evidence]);
  const [first] = spans;
  const firstStart = first?.start ?? -1;

  useEffect(() => {
    if (!focused) return undefined;
    markSpans(spans);
    return () => markSpans([]);
  }, [focused, spans]);

  // What is only concluded is there to be checked: its words are brought into view.
  const wantsLook = focused && unconfirmed && firstStart >= 0;
  useEffect(() => {
    if (wantsLook) showSpan({ start: firstStart, end: firstStart + 1 });
  }, [wantsLook, firstStart]);

  const id = `metadata-${name}`;
  const describedBy = `${id}-evidence`;
  const save = (metadata: Partial<ArticleMetadata>) => update({ articleId: row.id, metadata });
  const done = () => {
    if (unconfirmed) update({ articleId: row.id, metadata: {}, confirm: [name] });
    onNext(name);
  };
  const control = {
    id,
    describedBy,
    value: isListName(name) ? null : row[name],
    onSave: (value: string | null) => save({ [name]: value }),
    onDone: done,
  };
  return (
    <div
      className="known-field"
      data-field={name}
      data-unconfirmed={unconfirmed || undefined}
      onFocus={() => setFocused(true)}
      onBlur={(event: FocusEvent<HTMLDivElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      }}
    >
      <label className="known-label" htmlFor={id}>
        {t(`metadata.${fieldLabel(name)}`)}
      </label>
      <div className="known-value">
        {isListName(name) ? (
          <TokensControl
            id={id}
            name={name}
            values={valuesOf(row, name)}
            placeOf={(value) => evidence.standing.find((part) => part.value === value)?.at ?? null}
            describedBy={describedBy}
            onSave={(values) => save({ [name]: values })}
            onDone={done}
          />
        ) : name === 'publishedOn' ? (
          <DateControl {...control} />
        ) : name === 'outlet' || name === 'outletProvince' || name === 'genre' ? (
          <NameControl {...control} name={name} used={used} />
        ) : name === 'script' ? (
          <select
            id={id}
            className="input known-input known-choice"
            aria-describedby={describedBy}
            value={row.script ?? ''}
            onChange={(event) => save({ script: (event.target.value || null) as ArticleMetadata['script'] })}
          >
            <option value="">{t('common.unknown')}</option>
            {scripts.map((script) => (
              <option key={script} value={script}>
                {t(`metadata.scripts.${script}`)}
              </option>
            ))}
          </select>
        ) : (
          <TextControl {...control} name={name} />
        )}
        <EvidenceLine
          id={describedBy}
          row={row}
          name={name}
          evidence={evidence}
          proposed={proposals.find(({ field }) => field === name) ?? null}
        />
      </div>
    </div>
  );
}
