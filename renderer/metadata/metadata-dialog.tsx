import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleMetadata, ArticleRow } from '#domain/contract/article.ts';
import { closeDialog } from '../app/dialogs.ts';
import { useUpdateArticle } from '../library/mutations.ts';
import { useArticleRow, useArticles } from '../library/queries.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { Field } from '../widgets/field.tsx';
import { changedMetadata, type MetadataForm, toForm } from './metadata-form.ts';

export function MetadataDialog({ articleId }: { articleId: string }) {
  const row = useArticleRow(articleId);
  return row === null ? null : <MetadataFields row={row} />;
}

const scripts = ['hant', 'hans', 'mixed'] as const;
const plainDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function MetadataFields({ row }: { row: ArticleRow }) {
  const { t } = useTranslation();
  const [form, setForm] = useState(() => toForm(row));
  const [wrongDate, setWrongDate] = useState(false);
  const update = useUpdateArticle();
  const { data: rows = [] } = useArticles();

  const save = () => {
    const date = form.publishedOn.trim();
    if (date !== '' && !plainDate.test(date)) {
      setWrongDate(true);
      return;
    }
    const metadata = changedMetadata(row, form);
    closeDialog();
    if (Object.keys(metadata).length > 0) update.mutate({ articleId: row.id, version: row.version, metadata });
  };
  const field = (key: Exclude<keyof MetadataForm, 'script'>, label: string) => ({
    label,
    value: form[key],
    onChange: (value: string) => {
      setForm({ ...form, [key]: value });
      if (key === 'publishedOn') setWrongDate(false);
    },
  });
  const known = (key: 'outlet' | 'outletProvince' | 'genre') => [...new Set(rows.flatMap((each) => each[key] ?? []))];

  return (
    <DialogFrame
      wide
      title={t('metadata.title')}
      onClose={closeDialog}
      foot={
        <>
          <span className="dialog-foot-hint">{t('metadata.unknownHint')}</span>
          <Button className="button" onPress={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button className="button button-main" type="submit" form="metadata-form">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form
        id="metadata-form"
        className="metadata-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className="wide">
          <Field {...field('title', t('metadata.articleTitle'))} autoFocus maxLength={500} />
        </div>
        <Field {...field('outlet', t('metadata.outlet'))} list="known-outlets" maxLength={500} />
        <Field {...field('outletProvince', t('metadata.outletProvince'))} list="known-provinces" maxLength={500} />
        <Field
          {...field('publishedOn', t('metadata.publishedOn'))}
          hint={t('metadata.dateHint')}
          error={wrongDate ? t('metadata.dateWrong') : null}
          maxLength={10}
        />
        <Field {...field('places', t('metadata.places'))} hint={t('metadata.listHint')} />
        <Field {...field('reporters', t('metadata.reporters'))} hint={t('metadata.listHint')} />
        <Field {...field('editor', t('metadata.editor'))} maxLength={500} />
        <Field {...field('genre', t('metadata.genre'))} list="known-genres" maxLength={500} />
        <Field {...field('source', t('metadata.source'))} maxLength={500} />
        <Field {...field('address', t('metadata.address'))} maxLength={2000} />
        <div className="field">
          <label className="field-label" htmlFor="metadata-script">
            {t('metadata.script')}
          </label>
          <select
            id="metadata-script"
            className="input"
            value={form.script}
            onChange={(event) => setForm({ ...form, script: event.target.value as MetadataForm['script'] })}
          >
            <option value="">{t('common.unknown')}</option>
            {scripts.map((script) => (
              <option key={script} value={script}>
                {t(`metadata.scripts.${script}`)}
              </option>
            ))}
          </select>
        </div>
        <Known id="known-outlets" values={known('outlet')} />
        <Known id="known-provinces" values={known('outletProvince')} />
        <Known id="known-genres" values={known('genre')} />
        <p className="field-hint wide">
          {t('metadata.file')} {row.fileName}
        </p>
      </Form>
    </DialogFrame>
  );
}

function Known({ id, values }: { id: string; values: readonly NonNullable<ArticleMetadata['outlet']>[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
