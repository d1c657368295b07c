import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type ErrorReason, errorReasons } from '#domain/contract/answer.ts';
import type { ImportedFile } from '#domain/contract/import.ts';
import { closeDialog } from '../app/dialogs.ts';
import { goToArticle, goToRepairs } from '../app/place.ts';
import { articleName } from '../library/article-name.ts';
import { useArticleRow } from '../library/queries.ts';
import { ChooseReading } from './choose-reading.tsx';
import { MapColumns } from './map-columns.tsx';

const outcomes = { imported: 'wasImported', duplicate: 'wasDuplicate', refused: 'wasRefused' } as const;

export type OnAgain = (files: readonly ImportedFile[], importId: string | null) => void;

/** A file of the report: what became of it, and what can be done. */
export function ImportedFileRow({ file, onAgain }: { file: ImportedFile; onAgain: OnAgain }) {
  const { t } = useTranslation();
  return (
    <tr data-outcome={file.outcome}>
      <td className="import-name">
        <FileName file={file} />
      </td>
      <td>
        {t(`importReport.${outcomes[file.outcome]}`)}
        <Details file={file} />
        {file.again !== null && file.readings !== null && (
          <ChooseReading grant={file.again} readings={file.readings} onAgain={onAgain} />
        )}
        {file.again !== null && file.columns !== null && (
          <MapColumns grant={file.again} columns={file.columns} onAgain={onAgain} />
        )}
      </td>
    </tr>
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
  const { applied, open } = file.repairs;
  const repairs = [
    ...(applied > 0 ? [t('importReport.repairs', { count: applied })] : []),
    ...(open > 0 ? [t('importReport.open', { count: open })] : []),
    ...(file.flags > 0 ? [t('importReport.flags', { count: file.flags })] : []),
  ].join(' · ');
  // The readings and columns that stand below say it better.
  const isSaidBelow = file.again !== null && (file.readings ?? file.columns) !== null;
  const refusal =
    file.outcome === 'refused' && reason && !isSaidBelow
      ? t(`errors.${reason}`, { file: file.name, folder: '', message: file.message ?? '' })
      : null;
  return (
    <div className="field-hint">
      {[refusal, file.encoding].filter(Boolean).join(' · ')}
      {repairs !== '' && file.articleId !== null && (
        <>
          {' · '}
          <RepairsLink articleId={file.articleId}>{repairs}</RepairsLink>
        </>
      )}
      {file.resembles !== null && (
        <div>
          <Resembles {...file.resembles} />
        </div>
      )}
    </div>
  );
}

function RepairsLink({ articleId, children }: { articleId: string; children: string }) {
  return (
    <Button
      className="text-button"
      onPress={() => {
        closeDialog();
        goToRepairs(articleId);
      }}
    >
      {children}
    </Button>
  );
}

function Resembles({ articleId, kind }: NonNullable<ImportedFile['resembles']>) {
  const { t } = useTranslation();
  const row = useArticleRow(articleId);
  const title = row === null ? t('importReport.untitled') : articleName(row);
  return (
    <Button
      className="text-button"
      onPress={() => {
        closeDialog();
        goToArticle(articleId);
      }}
    >
      {t(`importReport.${kind}`, { title: title.length > 40 ? `${title.slice(0, 40)}…` : title })}
    </Button>
  );
}
