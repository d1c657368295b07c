import { type Content, Editor, Extension } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { type Ref, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { NetChange } from '#domain/text/carry.ts';
import type { Role } from '#domain/text/roles.ts';
import { applyChanges, makeWellFormed } from '#domain/text/well-formed.ts';
import { carriedHighlights } from './carried-highlights.ts';
import { correctionLog, correctionsIn } from './correction-steps.ts';
import { TextOffsets } from './offsets.ts';
import type { ReaderAnnotation } from './reader-annotation.ts';
import { readerDocument, readerExtensions } from './reader-document.ts';
import { adoptTints } from './reader-palette.ts';

export interface CorrectionHandle {
  /** What was changed, in text offsets of the text as it was opened, sorted and apart. */
  changes(): readonly NetChange[];
  focus(): void;
  /** Whether nothing that is typed is taken for the time being. */
  hold(held: boolean): void;
}

export interface CorrectionEditorProps {
  text: string;
  roles: readonly Role[];
  lang: 'zh-Hant' | 'zh-Hans' | 'zh';
  /** Name of the text for a screen reader. */
  label: string;
  annotations: readonly ReaderAnnotation[];
  /** In CSS pixels. */
  textSize: number;
  /** Changes that were made before and not saved. */
  draft: readonly NetChange[];
  /** Where the caret is to stand, a text offset. */
  caret: number;
  /** What was changed can be asked for later as well, when the editor is gone. */
  onChange: (changes: () => readonly NetChange[]) => void;
  ref?: Ref<CorrectionHandle>;
}

/** The text of an article, to be corrected: letters and paragraphs alone; what is pasted comes in as plain text. */
export function CorrectionEditor(props: CorrectionEditorProps) {
  const { label, lang, textSize, ref } = props;
  const page = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const mounted = useRef<Editor | null>(null);
  const isHeld = useRef(false);
  const changed = useEffectEvent((changes: () => readonly NetChange[]) => props.onChange(changes));
  const mount = useEffectEvent((element: HTMLElement) => mountEditor(element, props, isHeld, changed));

  useLayoutEffect(() => {
    if (page.current === null) return undefined;
    const made = mount(page.current);
    mounted.current = made;
    return () => {
      mounted.current = null;
      made.destroy();
    };
  }, []);
  useLayoutEffect(() => {
    frame.current?.style.setProperty('--reader-size', `${textSize}px`);
  }, [textSize]);
  useImperativeHandle(
    ref,
    () => ({
      changes: () => (mounted.current === null ? [] : correctionsIn(mounted.current.state).net),
      focus: () => mounted.current?.view.focus(),
      hold: (held) => {
        isHeld.current = held;
      },
    }),
    [],
  );
  return (
    <div ref={frame} className="reader reader-corrected" lang={lang} aria-label={label}>
      <div ref={page} className="reader-page" />
    </div>
  );
}

function mountEditor(
  element: HTMLElement,
  props: CorrectionEditorProps,
  isHeld: { readonly current: boolean },
  changed: CorrectionEditorProps['onChange'],
) {
  adoptTints();
  const { text, roles, annotations, draft, caret, label, lang } = props;
  const opened = applyChanges(text, draft);
  const correcting = Extension.create({
    name: 'correcting',
    addProseMirrorPlugins: () => [
      correctionLog(text, draft),
      carriedHighlights(annotations),
      history(),
      new Plugin({ filterTransaction: ({ docChanged }) => !(docChanged && isHeld.current) }),
      keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo, 'Shift-Mod-z': redo }),
    ],
  });
  const editor = new Editor({
    element,
    onBeforeCreate: ({ editor: made }) => {
      made.options.content = readerDocument(made.schema, opened, roles) as unknown as Content;
    },
    extensions: [...readerExtensions, correcting],
    editable: true,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    onUpdate: ({ editor: { state } }) => changed(() => correctionsIn(state).net),
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang,
        spellcheck: 'false',
        autocorrect: 'off',
      },
      clipboardTextParser: (pasted, _context, _plain, view) => paragraphsSlice(pasted, view.state.schema),
      transformPasted: (slice, view) => {
        const pasted = slice.content.textBetween(0, slice.content.size, '\n');
        return paragraphsSlice(pasted, view.state.schema);
      },
      clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n'),
    },
  });
  const { state } = editor;
  const at = new TextOffsets(opened).positionOf(Math.min(caret, opened.length));
  editor.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, at)).scrollIntoView());
  editor.view.focus();
  return editor;
}

/** Lines as paragraphs, open at both ends, so that the first and the last join what stands there. */
function paragraphsSlice(pasted: string, schema: Editor['schema']): Slice {
  const { text } = makeWellFormed(pasted);
  const paragraphs = text
    .split('\n')
    .map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]));
  return new Slice(Fragment.fromArray(paragraphs), 1, 1);
}
