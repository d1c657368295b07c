import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Voice, VoiceKind } from '#domain/contract/values.ts';
import type { ProposedVoice } from './voice-proposal.ts';
import { VoiceProposed } from './voice-proposed.tsx';

export const voiceKinds: readonly VoiceKind[] = ['journalist', 'decision', 'official', 'citizen', 'unattributed'];
const levels = ['central', 'provincial', 'prefectural', 'county', 'township', 'grassroots'] as const;
const texts = ['office', 'name', 'place'] as const;

interface VoiceFieldsProps {
  voice: Voice | null;
  onChange: (voice: Voice | null) => void;
  /** Who seems to speak; shown until there is a voice. */
  proposed: ProposedVoice | null;
  /** The proposal is taken over as it is. */
  onAccept: (voice: Voice) => void;
}

/** Who speaks; what is known of a speaker who is a person, where there is one. */
export function VoiceFields({ voice, onChange, proposed, onAccept }: VoiceFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const kindField = useRef<HTMLSelectElement>(null);
  const setKind = (kind: VoiceKind | '') => {
    if (kind === '') onChange(null);
    else onChange({ name: null, office: null, level: null, place: null, ...voice, kind });
  };
  const isPerson = voice?.kind === 'official' || voice?.kind === 'citizen';
  return (
    <div className="voice">
      <div className="voice-field voice-kind">
        <label htmlFor={id}>{t('voice.label')}</label>
        <select
          ref={kindField}
          id={id}
          className="input"
          value={voice?.kind ?? ''}
          onChange={(event) => setKind(event.target.value as VoiceKind | '')}
        >
          <option value="">{t('voice.unset')}</option>
          {voiceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`voice.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      {voice === null && proposed !== null && (
        <VoiceProposed
          key={`${proposed.evidence[0]?.start}`}
          proposed={proposed}
          onAccept={() => {
            // The button goes, and with it the focus, if it was there.
            if (document.activeElement?.matches('.voice-proposed')) kindField.current?.focus();
            onAccept(proposed.voice);
          }}
        />
      )}
      {voice && isPerson && (
        <div className="voice-person">
          {texts.map((key) => (
            <div key={key} className={`voice-field voice-${key}`}>
              <label htmlFor={`${id}-${key}`}>{t(`voice.${key}`)}</label>
              <input
                id={`${id}-${key}`}
                className="input"
                maxLength={500}
                value={voice[key] ?? ''}
                onChange={(event) => onChange({ ...voice, [key]: event.target.value || null })}
              />
            </div>
          ))}
          <div className="voice-field">
            <label htmlFor={`${id}-level`}>{t('voice.level')}</label>
            <select
              id={`${id}-level`}
              className="input"
              value={voice.level ?? ''}
              onChange={(event) => onChange({ ...voice, level: (event.target.value || null) as Voice['level'] })}
            >
              <option value="">{t('common.unknown')}</option>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {t(`voice.levels.${level}`)}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
    </div>
  );
}
