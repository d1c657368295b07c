import { useTranslation } from 'react-i18next';
import { NoteField } from '../notes/note-field.tsx';
import { useAfterPaint } from '../widgets/use-after-paint.ts';

interface PickerNoteProps {
  note: string;
  saved: string;
  articleId: string;
  onChange: (note: string) => void;
  onDone: () => void;
}

/** The note in the picker. Its editor is made once the picker is on screen, which it would keep waiting. */
export function PickerNote({ note, saved, articleId, onChange, onDone }: PickerNoteProps) {
  const { t } = useTranslation();
  const ready = useAfterPaint<boolean>(true, false);
  return (
    <div className="picker-note">
      {ready && (
        <NoteField
          note={note}
          saved={saved}
          label={t('picker.note')}
          placeholder={t('picker.noteHint')}
          articleId={articleId}
          onChange={onChange}
          onLeave={() => undefined}
          onDone={onDone}
          onDrop={() => undefined}
        />
      )}
    </div>
  );
}
