import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type ErrorReason, errorReasons } from '#domain/contract/answer.ts';
import type { ImportedFile } from '#domain/contract/import.ts';
import { closeDialog } from '../app/dialogs.ts';
import { goToArticle } from '../app/place.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';

const outcomes = { imported: 'wasImported', duplicate: 'wasDuplicate', refused: 'wasRefused' } as const;
/** Beyond this many files the report lists those that were refused or known already first, and no more. */
const mostListed = 500;
const order = { refused: 0, duplicate: 1, imported: 2 } as const;

/** What became of each file. */
export function ImportReportDialog({ files }: { files: ImportedFile[] }) {
  const { t } = useTranslation();
  const count = (outcome: ImportedFile['outcome']) => files.filter((file) => file.outcome === outcome).length;
  const totals = (['imported', 'duplicate', 'refused'] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => t(`importReport.${outcome}`, { count: count(outcome) }));
  const listed = files.toSorted((a, b) => order[a.outcome] - order[b.outcome]).slice(0, mostListed);
  return (
    <DialogFrame
      wide
      title={t('importReport.title')}
      onClose={closeDialog}
      foot={
        <Button className="button button-main" autoFocus onPress={closeDialog}>
          {t('common.close')}
        </Button>
      }
    >
      <p className="dialog-lead">{totals.join(' · ')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('importReport.file')}</th>
            <th scope="col">{t('importReport.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
            <tr key={index} data-outcome={file.outcome}>
              <td>
                <FileName file={file} />
              </td>
              <td>
                {t(`importReport.${outcomes[file.outcome]}`)}
                <Details file={file} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </DialogFrame>
  );
}

function FileName({ file: { name, articleId } }: { file: ImportedFile }) {
  if (articleId === null) return name;
  return (
    <Button
      className="text-button"
      onPress={() => {
        closeDialog();
        goToArticle(articleId);
      }}
    >
      {name}
    </Button>
  );
}

function Details({ file }: { file: ImportedFile }) {
  const { t } = useTranslation();
  const reason = errorReasons.find((each): each is ErrorReason => each === file.reason);
  const details = [
    file.outcome === 'refused' && reason
      ? t(`errors.${reason}`, { file: file.name, folder: '', message: file.message ?? '' })
      : file.message,
    file.encoding,
    file.repairs.applied > 0 ? t('importReport.repairs', { count: file.repairs.applied }) : null,
  ].filter(Boolean);
  return details.length === 0 ? null : <div className="field-hint">{details.join(' · ')}</div>;
}
