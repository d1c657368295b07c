import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { markSpans } from '../reading/reader-handle.ts';
import { chordOfEvent, getKeymap, useKeyText } from '../commands/keymap.ts';
import { isComposing } from '../widgets/keys.ts';
import type { ProposedVoice } from './voice-proposal.ts';

/** UTF-16 units of a quotation that are shown of its beginning. */
const shownOfQuotation = 12;

/**
 * Who seems to speak and the words that say so, to be taken over as it is or left alone. Its words are marked in the text
 * while the pointer or the keyboard is on it.
 */
export function VoiceProposed({ proposed, onAccept }: { proposed: ProposedVoice; onAccept: () => void }) {
  const { t } = useTranslation();
  const accepts = useKeyText()('acceptVoice');
  const { voice, confidence, evidence, text } = proposed;
  const element = useRef<HTMLButtonElement>(null);
  const marks = useRef(false);

  const mark = () => {
    marks.current = true;
    markSpans(evidence);
  };
  const unmark = () => {
    if (marks.current) markSpans([]);
    marks.current = false;
  };
  const accept = () => {
    unmark();
    onAccept();
  };
  const vanish = useEffectEvent(unmark);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const chord = isComposing(event) ? null : chordOfEvent(event);
    if (
      chord === null ||
      !getKeymap()
        .find(chord, 'picker')
        .some(({ id }) => id === 'acceptVoice')
    )
      return;
    // Of two that are proposed, the one in the dialog where the key was pressed is meant.
    const dialogOf = (at: EventTarget | null) => (at instanceof Element ? at.closest('[role="dialog"]') : null);
    if (dialogOf(event.target) !== dialogOf(element.current)) return;
    event.preventDefault();
    accept();
  });
  useEffect(() => {
    const key = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('keydown', key);
      vanish();
    };
  }, []);

  const facts = new Set([
    t(`voice.${voice.kind}`),
    voice.name,
    voice.office,
    voice.level === null ? null : t(`voice.levels.${voice.level}`),
    voice.place,
  ]);
  facts.delete(null);
  const words = evidence.map(({ what, start, end }) => {
    const exact = text.slice(start, end);
    return what === 'quotation' && exact.length > shownOfQuotation ? `${exact.slice(0, shownOfQuotation)}…` : exact;
  });
  return (
    <button
      ref={element}
      type="button"
      className="voice-proposed"
      onClick={accept}
      onMouseEnter={mark}
      onMouseLeave={unmark}
      onFocus={mark}
      onBlur={unmark}
    >
      <span className="voice-proposed-head">
        <span className="voice-proposed-lead">{t(`voice.proposal.${confidence}`)}</span>
        <span className="voice-proposed-accept">
          {t('voice.proposal.accept')}
          <kbd>{accepts}</kbd>
        </span>
      </span>
      <span className="voice-proposed-facts">
        {[...facts].map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
      <span className="voice-proposed-words">
        <span className="voice-proposed-from">{t('voice.proposal.from')}</span>
        {evidence.map(({ what, start }, index) => (
          <q key={`${what}-${start}`}>{words[index]}</q>
        ))}
      </span>
    </button>
  );
}
