import { NotebookPen, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Memo, MemoSubject } from '#domain/contract/memo.ts';
import { useKeptDraft } from '../annotations/use-kept-draft.ts';
import { useFormat } from '../app/format.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { createMemo, removeMemo, updateMemo, useMemos } from './queries.ts';

/** Memos on an article, a category or the corpus, the last changed first; what is typed is saved on leaving the field. */
export function Memos({ subject, subjectId }: { subject: MemoSubject; subjectId: string }) {
  const { t } = useTranslation();
  const heading = useId();
  const { data: memos } = useMemos(subject, subjectId);
  const [fresh, setFresh] = useState<string | null>(null);
  if (memos === undefined) return null;
  // One that is being written keeps its place.
  const shown = memos.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  return (
    <section className="memos" aria-labelledby={heading}>
      <h3 id={heading} className="sheet-heading">
        {t('memos.title')}
        <Button
          className="button button-quiet"
          onPress={() => void createMemo(subject, subjectId).then((id) => setFresh(id))}
        >
          <NotebookPen size={14} strokeWidth={1.6} aria-hidden />
          {t('memos.add')}
        </Button>
      </h3>
      {shown.length === 0 && <p className="sheet-note">{t(`memos.none.${subject}`)}</p>}
      {shown.map((memo) => (
        <MemoSheet key={memo.id} memo={memo} fresh={memo.id === fresh} />
      ))}
    </section>
  );
}

function MemoSheet({ memo, fresh }: { memo: Memo; fresh: boolean }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const title = useKeptDraft(memo.title, (value) => updateMemo(memo, { title: value.trim() }));
  const body = useKeptDraft(memo.body, (value) => updateMemo(memo, { body: value }));
  return (
    <article className="memo">
      <div className="memo-head">
        <input
          className="input memo-title"
          aria-label={t('memos.memoTitle')}
          placeholder={t('memos.memoTitle')}
          // the memo was made to be written in
          autoFocus={fresh}
          value={title.value}
          maxLength={500}
          onChange={(event) => title.change(event.target.value)}
          onBlur={title.keep}
        />
        <IconButton small icon={Trash2} name={t('memos.remove')} onPress={() => void removeMemo(memo)} />
      </div>
      <textarea
        className="input memo-body"
        aria-label={t('memos.body')}
        placeholder={t('memos.body')}
        rows={3}
        value={body.value}
        maxLength={100_000}
        onChange={(event) => body.change(event.target.value)}
        onBlur={body.keep}
      />
      <p className="memo-by">{t('annotations.by', { name: memo.coderName, time: moment(memo.changedAt) })}</p>
    </article>
  );
}
