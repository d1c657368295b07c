import { Crosshair, Highlighter } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '#domain/text/span.ts';
import { useKeyText } from '../commands/keymap.ts';
import type { ReaderHandle } from '../editor/article-reader.tsx';
import { picker } from '../picker/picker-state.ts';

interface SelectionOfferProps {
  span: Span;
  reader: RefObject<ReaderHandle | null>;
  /** Whether an annotation is put here, rather than made. */
  placing: boolean;
  onAnnotate: () => void;
}

/** A small button at the end of a selection, for the hand on the mouse; the keyboard has Enter. */
export function SelectionOffer(props: SelectionOfferProps) {
  const free = picker.usePick((open) => open === null);
  return free ? <Offer {...props} /> : null;
}

function Offer({ span, reader, placing, onAnnotate }: SelectionOfferProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const rect = reader.current?.rectOf({ start: Math.max(span.start, span.end - 1), end: span.end });
      const element = button.current;
      if (!rect || element === null) return;
      const text = element.parentElement?.getBoundingClientRect();
      element.style.left = `${Math.min(rect.right + 6, (text?.right ?? window.innerWidth) - element.offsetWidth - 8)}px`;
      element.style.top = `${rect.bottom + 4}px`;
      element.hidden = text !== undefined && (rect.bottom < text.top || rect.bottom > text.bottom - 30);
    };
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [span, reader]);
  return (
    <button
      ref={button}
      type="button"
      className="selection-offer"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onAnnotate}
    >
      {placing ? (
        <Crosshair size={14} strokeWidth={1.6} aria-hidden />
      ) : (
        <Highlighter size={14} strokeWidth={1.6} aria-hidden />
      )}
      {t(placing ? 'confirm.placeHere' : 'reading.annotate')}
      <kbd aria-hidden>{keyText('annotate')}</kbd>
    </button>
  );
}
