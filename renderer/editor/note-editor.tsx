import { Editor, Extension } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { Markdown } from '@tiptap/markdown';
import { StarterKit } from '@tiptap/starter-kit';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';

/** How a place in the program begins, as the address writes it; a note leads nowhere else. */
const PLACE = '#/article/';

export type NoteMark = 'bold' | 'italic' | 'list' | 'quote';

export interface NoteHandle {
  focus(): void;
  /** Sets what is selected so, or takes it back. */
  toggle(mark: NoteMark): void;
  /** Makes the selection a link to a place; where nothing is selected, `words` are put in. */
  link(place: string, words: string): void;
}

export interface NoteEditorProps {
  /** Markdown. */
  note: string;
  /** What it goes back to by Escape. */
  saved: string;
  /** Name for a screen reader. */
  label: string;
  placeholder: string;
  onChange: (note: string) => void;
  onLeave: () => void;
  /** Ctrl or ⌘ with Enter. */
  onDone: () => void;
  /** Escape. */
  onDrop: () => void;
  onFollow: (place: string) => void;
  ref?: Ref<NoteHandle>;
}

/** A note with emphasis, lists, quotations and links to places in the corpus, kept as Markdown. */
export function NoteEditor(props: NoteEditorProps) {
  const { note, ref } = props;
  const frame = useRef<HTMLDivElement>(null);
  const mounted = useRef<Editor | null>(null);
  const told = useRef(note);
  const change = useEffectEvent((next: string) => {
    told.current = next;
    // What is saved on leaving must be what was typed last, also when an input method tells of it late.
    flushSync(() => props.onChange(next));
  });
  const show = (next: string) => {
    told.current = next;
    mounted.current?.commands.setContent(withoutTags(next), { contentType: 'markdown', emitUpdate: false });
  };
  const leave = useEffectEvent(() => {
    if (props.note !== told.current) show(props.note);
    props.onLeave();
  });
  const follow = useEffectEvent((place: string) => props.onFollow(place));
  const press = useEffectEvent((key: 'done' | 'drop') => {
    if (key === 'done') return props.onDone();
    show(props.saved);
    return props.onDrop();
  });
  const mount = useEffectEvent((element: HTMLElement) => mountEditor(element, props, { change, leave, follow, press }));

  useLayoutEffect(() => {
    if (frame.current === null) return undefined;
    const made = mount(frame.current);
    mounted.current = made;
    return () => {
      mounted.current = null;
      made.destroy();
    };
  }, []);
  // What was saved elsewhere, or taken back, is shown; while she writes, what she writes is newer than what comes round.
  const follows = useEffectEvent((next: string) => {
    if (next !== told.current && mounted.current?.isFocused !== true) show(next);
  });
  useEffect(() => follows(note), [note]);
  useImperativeHandle(
    ref,
    () => ({
      focus: () => mounted.current?.commands.focus(),
      toggle: (mark) => {
        const chain = mounted.current?.chain().focus();
        if (mark === 'bold') chain?.toggleBold().run();
        else if (mark === 'italic') chain?.toggleItalic().run();
        else if (mark === 'list') chain?.toggleBulletList().run();
        else chain?.toggleBlockquote().run();
      },
      link: (place, words) => {
        const editor = mounted.current;
        if (editor === null) return;
        if (!editor.state.selection.empty) editor.chain().focus().setLink({ href: place }).run();
        else
          editor
            .chain()
            .focus()
            .insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href: place } }] })
            .run();
      },
    }),
    [],
  );
  return <div ref={frame} className="note-editor" />;
}

/** What looks like a tag is words: a note has no HTML. */
function withoutTags(note: string): string {
  return note.replaceAll('<', '&lt;');
}

interface Hearers {
  change: (note: string) => void;
  leave: () => void;
  follow: (place: string) => void;
  press: (key: 'done' | 'drop') => void;
}

function mountEditor(element: HTMLElement, { note, label, placeholder }: NoteEditorProps, hearers: Hearers): Editor {
  const keys = Extension.create({
    name: 'note keys',
    priority: 1000,
    addKeyboardShortcuts: () => ({
      'Mod-Enter': () => {
        hearers.press('done');
        return true;
      },
      Escape: () => {
        hearers.press('drop');
        return false;
      },
    }),
  });
  return new Editor({
    element,
    content: withoutTags(note),
    contentType: 'markdown',
    injectCSS: false,
    // What she types is what she typed: format is set by keys and buttons.
    enableInputRules: false,
    enablePasteRules: false,
    extensions: [
      StarterKit.configure({
        heading: false,
        codeBlock: false,
        code: false,
        strike: false,
        underline: false,
        horizontalRule: false,
        link: {
          autolink: false,
          linkOnPaste: false,
          openOnClick: false,
          isAllowedUri: (address) => address.startsWith(PLACE),
          HTMLAttributes: { target: null, rel: null },
        },
      }),
      Placeholder.configure({ placeholder }),
      Markdown.configure({ markedOptions: { gfm: true, breaks: true } }),
      keys,
    ],
    onUpdate: ({ editor }) => hearers.change(editor.isEmpty ? '' : editor.getMarkdown().trim()),
    onBlur: () => hearers.leave(),
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'false' },
      handleClick: (_view, _position, event) => {
        const place = (event.target as HTMLElement).closest('a')?.getAttribute('href') ?? null;
        if (place === null) return false;
        event.preventDefault();
        hearers.follow(place);
        return true;
      },
    },
  });
}
