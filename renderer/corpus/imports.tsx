import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { saveImportRecord } from '../imports/save-import-record.ts';
import { useImports } from './queries.ts';

const most = 100;

/** What was imported so far, by whom and when; the record of each can be saved. */
export function Imports() {
  const { t } = useTranslation();
  const { number, moment } = useFormat();
  const { data: imports } = useImports();
  if (imports === undefined) return null;
  return (
    <section className="corpus-section" aria-labelledby="corpus-imports">
      <h2 id="corpus-imports" className="corpus-heading">
        {t('corpus.imports')} <span className="number">{number(imports.length)}</span>
      </h2>
      {imports.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('corpus.when')}</th>
              <th scope="col">{t('corpus.who')}</th>
              <th scope="col">{t('importReport.wasImported')}</th>
              <th scope="col">{t('corpus.duplicates')}</th>
              <th scope="col">{t('corpus.refused')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('importReport.saveReport')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {imports.slice(0, most).map(({ id, at, coderName, imported, duplicate, refused }) => (
              <tr key={id}>
                <td>{moment(at)}</td>
                <td>{coderName}</td>
                <td>{number(imported)}</td>
                <td>{number(duplicate)}</td>
                <td>{number(refused)}</td>
                <td className="family-actions">
                  <Button className="text-button" onPress={() => void saveImportRecord(id)}>
                    {t('importReport.saveReport')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
