import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ImportedFile } from '#domain/contract/import.ts';
import { closeDialog } from '../app/dialogs.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { ImportedFileRow } from './imported-file-row.tsx';
import { saveImportRecord } from './save-import-record.ts';

/** Beyond this many files the report lists those that want attention first, and no more; the saved record has all. */
const mostListed = 500;

interface ImportReportProps {
  files: readonly ImportedFile[];
  importId: string | null;
}

/** What became of each file, what wants attention first. */
export function ImportReportDialog({ files, importId }: ImportReportProps) {
  const { t } = useTranslation();
  const [rows, setRows] = useState(() => files.toSorted((a, b) => urgency(a) - urgency(b)));
  const [record, setRecord] = useState(importId);
  const count = (outcome: ImportedFile['outcome']) => rows.filter((file) => file.outcome === outcome).length;
  const totals = (['imported', 'duplicate', 'refused'] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => t(`importReport.${outcome}`, { count: count(outcome) }));
  /** What a file became the second time takes its place; a table comes back row by row, an archive with its other parts. */
  const replace = (file: ImportedFile, again: readonly ImportedFile[], id: string | null) => {
    const isPart = ({ name }: ImportedFile) => name === file.name || name.startsWith(`${file.name}#`);
    const own = again.filter(isPart);
    const others = again.filter((each) => !isPart(each) && each.outcome === 'imported');
    setRows((now) => [...now.flatMap((row) => (row === file && own.length > 0 ? own : [row])), ...others]);
    setRecord((now) => now ?? id);
  };
  return (
    <DialogFrame
      wide
      title={t('importReport.title')}
      onClose={closeDialog}
      foot={
        <>
          {record !== null && (
            <Button className="button" onPress={() => void saveImportRecord(record)}>
              {t('importReport.saveReport')}
            </Button>
          )}
          <Button className="button button-main" autoFocus onPress={closeDialog}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{totals.join(' · ')}</p>
      <table className="table import-table">
        <thead>
          <tr>
            <th scope="col">{t('importReport.file')}</th>
            <th scope="col">{t('importReport.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostListed).map((file, index) => (
            // two files may have one name
            <ImportedFileRow
              key={`${index} ${file.name}`}
              file={file}
              onAgain={(again, id) => replace(file, again, id)}
            />
          ))}
        </tbody>
      </table>
      {rows.length > mostListed && (
        <p className="field-hint">{t('importReport.more', { count: rows.length - mostListed })}</p>
      )}
    </DialogFrame>
  );
}

/** What can be helped comes first, then what was refused, what resembles another, what waits, and what was there. */
function urgency({ outcome, again, resembles, repairs, flags }: ImportedFile): number {
  if (again !== null) return 0;
  if (outcome === 'refused') return 1;
  if (resembles !== null) return 2;
  if (outcome === 'duplicate') return 4;
  return repairs.open + flags > 0 ? 3 : 5;
}
