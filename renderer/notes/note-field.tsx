import { Bold, Italic, Link2, List, TextQuote } from 'lucide-react';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToArticle, parsePlace } from '../app/place.ts';
import { NoteEditor, type NoteEditorProps, type NoteHandle, type NoteMark } from '../editor/note-editor.tsx';
import { revealOnArrival } from '../reading/reader-handle.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { getAnnotations } from '../annotations/queries.ts';
import { LinkChooser } from './link-chooser.tsx';
import './notes.css';

const marks = [
  ['bold', Bold],
  ['italic', Italic],
  ['list', List],
  ['quote', TextQuote],
] as const satisfies readonly (readonly [NoteMark, typeof Bold])[];

interface NoteFieldProps extends Omit<NoteEditorProps, 'onFollow' | 'ref'> {
  /** Whose annotations are offered first to be linked to. */
  articleId: string;
  ref?: Ref<{ focus: () => void }>;
}

/** A note to be written, with the tools for it while one is in it. */
export function NoteField({ articleId, ref, onLeave, ...editor }: NoteFieldProps) {
  const { t } = useTranslation();
  const handle = useRef<NoteHandle>(null);
  const [choosing, setChoosing] = useState(false);
  useImperativeHandle(ref, () => ({ focus: () => handle.current?.focus() }), []);
  return (
    <div
      className="note-field"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && !choosing) onLeave();
      }}
    >
      <NoteEditor ref={handle} {...editor} onLeave={() => undefined} onFollow={follow} />
      <div className="note-tools" role="toolbar" aria-label={t('notes.tools')}>
        {marks.map(([mark, icon]) => (
          <IconButton
            key={mark}
            small
            icon={icon}
            name={t(`notes.${mark}`)}
            preventFocusOnPress
            onPress={() => handle.current?.toggle(mark)}
          />
        ))}
        <IconButton
          small
          icon={Link2}
          name={t('notes.link')}
          aria-expanded={choosing}
          onPress={() => setChoosing(true)}
        />
      </div>
      {choosing && (
        <LinkChooser
          articleId={articleId}
          onChoose={(place, words) => {
            setChoosing(false);
            handle.current?.link(place, words);
          }}
          onCancel={() => {
            setChoosing(false);
            handle.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** To an article or one of its annotations, with the way back by the browser's history. */
function follow(address: string): void {
  const { articleId, annotationId } = parsePlace(address);
  if (articleId === null) return;
  const annotation = getAnnotations(articleId).find(({ id }) => id === annotationId);
  if (annotation?.anchorState === 'placed') revealOnArrival(articleId, annotation);
  goToArticle(articleId, annotationId);
}
