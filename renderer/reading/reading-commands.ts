import { type RefObject, useEffect, useEffectEvent } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleText } from '#domain/contract/article.ts';
import { quickDigits } from '#domain/codebook/quick-categories.ts';
import type { Span } from '#domain/text/span.ts';
import { paragraphIndexAt, paragraphsOf } from '#domain/text/paragraphs.ts';
import { placing } from '../annotations/to-confirm.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { useCategoryBook } from '../codebook/queries.ts';
import { type Handler, type Handlers, useHandlers } from '../commands/handlers.ts';
import type { ReaderHandle } from '../editor/article-reader.tsx';
import { readerCommand, readerCommandIds } from '../editor/reader-keys.ts';
import { lastLinks, newestCategories, type UsedLink } from '../picker/recent-categories.ts';
import { useMakeAnnotation } from '../picker/use-make-annotation.ts';
import { beginQuick, getQuick } from '../quick/quick-categories.ts';
import { holdCoder } from './code-selection.ts';
import { chooseRole, toggleRoles } from './role-display.ts';

interface ReadingCommands {
  article: ArticleText;
  annotations: readonly Annotation[];
  reader: RefObject<ReaderHandle | null>;
  /** Whether they are about this text; of several side by side, only of one. */
  active: boolean;
  /** Opens the picker at a passage, or puts there the annotation that is being placed. */
  annotate: (span: Span) => void;
  /** Begins to correct the text. */
  correct: () => void;
  /** After an annotation was made without the picker. */
  onMade: () => void;
}

/** Carries out the commands of the text. */
export function useReadingCommands(props: ReadingCommands): void {
  const { article, annotations, reader, active, annotate, onMade, correct } = props;
  const { offered } = useCategoryBook();
  const isOffered = (categoryId: string) => offered.some(({ id }) => id === categoryId);
  const make = useMakeAnnotation();

  const code = (span: Span, links: readonly UsedLink[]) => {
    const chosen = links.map(({ categoryId, relation }) => ({ linkId: uuidv7(), categoryId, relation }));
    make(article, { span, exact: article.text.slice(span.start, span.end), chosen });
    onMade();
  };
  const selection = () => reader.current?.getSelection() ?? null;
  const onSelection = (act: (span: Span) => void): Handler => ({
    applies: () => selection() !== null,
    run: () => {
      const span = selection();
      if (span !== null) act(span);
      return span !== null;
    },
  });
  const codeQuickly = (digit: number): Handler => ({
    applies: () => selection() !== null && placing.get() === null,
    run: () => {
      const span = selection();
      const categoryId = getQuick()[digit - 1]?.categoryId;
      if (span === null) return;
      if (categoryId === undefined || !isOffered(categoryId)) notify('quiet', t('quick.emptySlot', { number: digit }));
      else code(span, [{ categoryId, relation: null }]);
    },
  });

  const moves = readerCommandIds.map((id): [string, Handler] => [
    id,
    { run: ({ extend }) => reader.current?.run(readerCommand(id, extend)) ?? false },
  ]);
  const quick = quickDigits.map((digit): [string, Handler] => [`quick${digit}`, codeQuickly(digit)]);
  const handlers: Handlers = {
    ...(Object.fromEntries([...moves, ...quick]) as Handlers),
    annotate: onSelection(annotate),
    sameAgain: {
      applies: () => selection() !== null && placing.get() === null,
      run: () => {
        const span = selection();
        const links = lastLinks(annotations).filter(({ categoryId }) => isOffered(categoryId));
        if (span === null) return;
        if (links.length === 0) notify('quiet', t('quick.nothingToRepeat'));
        else code(span, links);
      },
    },
    toggleRoles,
    correctText: correct,
    chooseRole: () => chooseRoleAtCaret(article.text, reader.current),
  };
  useHandlers(handlers, active);
  useEffect(() => beginQuick(newestCategories(annotations, [], quickDigits.length)), [annotations]);
  const codeWith = useEffectEvent((categoryId: string) => {
    const span = selection();
    if (span !== null) code(span, [{ categoryId, relation: null }]);
  });
  useEffect(() => {
    if (!active) return undefined;
    holdCoder((categoryId) => codeWith(categoryId));
    return () => holdCoder(null);
  }, [active]);
}

function chooseRoleAtCaret(text: string, reader: ReaderHandle | null): void {
  if (reader === null) return;
  const paragraphs = paragraphsOf(text);
  const index = paragraphIndexAt(paragraphs, Math.min(reader.caretOffset(), text.length));
  const paragraph = paragraphs[index];
  // A paragraph without words is nothing.
  if (paragraph === undefined || paragraph.start === paragraph.end) return;
  reader.reveal({ start: paragraph.start, end: Math.min(paragraph.end, paragraph.start + 1) });
  chooseRole(index);
}
