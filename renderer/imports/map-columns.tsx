import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type ColumnField, columnFields } from '#domain/contract/import.ts';
import { importAgain } from './import-articles.ts';
import type { OnAgain } from './imported-file-row.tsx';

interface MapColumnsProps {
  grant: string;
  columns: readonly string[];
  onAgain: OnAgain;
}

/** Which column of a table holds what; the text is the one that must be known. */
export function MapColumns({ grant, columns, onAgain }: MapColumnsProps) {
  const { t } = useTranslation();
  const [mapped, setMapped] = useState<Partial<Record<ColumnField, string>>>({});
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const chosen = Object.entries(mapped).filter(([, column]) => column !== '');
    const again = await importAgain(grant, { columns: Object.fromEntries(chosen) });
    if (again === null) setBusy(false);
    else onAgain(again.files, again.importId);
  };
  return (
    <form
      className="map-columns"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <p className="readings-question">{t('importReport.columnsHint')}</p>
      <div className="map-fields">
        {columnFields.map((field) => (
          <label key={field} className="map-field">
            <span className="field-label">{t(`importReport.columns.${field}`)}</span>
            <select
              className="input"
              value={mapped[field] ?? ''}
              onChange={({ target }) => setMapped((now) => ({ ...now, [field]: target.value }))}
            >
              <option value="">{t('importReport.noColumn')}</option>
              {columns.map((column) => (
                <option key={column} value={column}>
                  {column}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <Button className="button" type="submit" isDisabled={busy || !mapped.text}>
        {t('importReport.importColumns')}
      </Button>
    </form>
  );
}
