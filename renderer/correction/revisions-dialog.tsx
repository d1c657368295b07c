import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RevisionRow } from '#domain/contract/revision.ts';
import { closeDialog } from '../app/dialogs.ts';
import { useFormat } from '../app/format.ts';
import { send } from '../bridge/send.ts';
import { articleName } from '../library/article-name.ts';
import { useArticleRow } from '../library/queries.ts';
import { keys } from '../queries/keys.ts';
import { revealSpan } from '../reading/reader-handle.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';

/** The revisions that led to the text of an article, newest first; each opens what it changed. */
export function RevisionsDialog({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const row = useArticleRow(articleId);
  const { data: revisions } = useQuery({
    queryKey: keys.revisions(articleId),
    queryFn: () => send('revision.list', { articleId }),
  });
  const [open, setOpen] = useState<string | null>(null);
  if (revisions === undefined || row === null) return null;
  return (
    <DialogFrame wide title={t('correction.revisions')} onClose={closeDialog}>
      <p className="dialog-lead">{articleName(row)}</p>
      <ol className="text-revisions">
        {revisions.map((revision, index) => (
          <li key={revision.id}>
            <RevisionHead
              revision={revision}
              open={open === revision.id}
              onToggle={() => setOpen((now) => (now === revision.id ? null : revision.id))}
            />
            {open === revision.id && revision.kind !== 'import' && (
              <Changes articleId={articleId} revisionId={revision.id} newest={index === 0} />
            )}
          </li>
        ))}
      </ol>
    </DialogFrame>
  );
}

interface RevisionHeadProps {
  revision: RevisionRow;
  open: boolean;
  onToggle: () => void;
}

function RevisionHead({ revision, open, onToggle }: RevisionHeadProps) {
  const { t } = useTranslation();
  const { moment, number } = useFormat();
  const { number: ordinal, kind, changes, coderName, at } = revision;
  const words = (
    <>
      <span className="number">{ordinal}</span>
      <span className="text-revision-what">
        {t(`correction.kinds.${kind}`)}
        {kind !== 'import' && <span> {t('correction.changes', { count: changes, shown: number(changes) })}</span>}
      </span>
      <span className="text-revision-by">
        {coderName} · {moment(at)}
      </span>
    </>
  );
  if (kind === 'import') return <div className="text-revision text-revision-first">{words}</div>;
  return (
    <button type="button" className="text-revision" aria-expanded={open} onClick={onToggle}>
      <ChevronRight className="text-revision-chevron" size={12} strokeWidth={1.8} aria-hidden />
      {words}
    </button>
  );
}

interface ChangesProps {
  articleId: string;
  revisionId: string;
  newest: boolean;
}

function Changes({ articleId, revisionId, newest }: ChangesProps) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: keys.revisionChanges(articleId, revisionId),
    queryFn: () => send('revision.changes', { articleId, revisionId }),
  });
  if (data === undefined) return null;
  return (
    <ul className="text-changes">
      {data.changes.map(({ prefix, before, after, suffix, at }) => {
        const passage = (
          <>
            <span className="text-change-around">{prefix}</span>
            {before !== '' && <del>{shown(before)}</del>}
            {after !== '' && <ins>{shown(after)}</ins>}
            <span className="text-change-around">{suffix}</span>
          </>
        );
        return (
          <li key={at.start}>
            {newest ? (
              <button
                type="button"
                className="text-change"
                onClick={() => {
                  closeDialog();
                  revealSpan(at.start < at.end ? at : { start: Math.max(0, at.start - 1), end: at.start + 1 });
                }}
              >
                {passage}
              </button>
            ) : (
              <span className="text-change">{passage}</span>
            )}
          </li>
        );
      })}
      {data.total > data.changes.length && (
        <li className="field-hint">{t('correction.moreChanges', { count: data.total - data.changes.length })}</li>
      )}
    </ul>
  );
}

/** Line ends have to be seen. */
function shown(words: string): string {
  return words.replaceAll('\n', '↵');
}
