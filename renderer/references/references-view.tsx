import { BookCopy, ClipboardPaste, FilePlus2, Pencil, Trash2, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReferenceText } from '#domain/contract/reference.ts';
import type { Span } from '#domain/text/span.ts';
import { v7 as uuidv7 } from 'uuid';
import { openDialog } from '../app/dialogs.ts';
import { alertFailure, failureText } from '../app/failure-text.ts';
import { useFormat } from '../app/format.ts';
import { notify } from '../app/notices.ts';
import { goToArticle, goToReferences, usePlacePick } from '../app/place.ts';
import { save } from '../app/saves.ts';
import { undoOffer } from '../history/mutations.ts';
import { useSession } from '../session/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { isComposing } from '../widgets/keys.ts';
import { DivisionMenu } from './division-menu.tsx';
import { referenceLanguage } from './languages.ts';
import { useReference, useReferences } from './queries.ts';
import { chooseReferenceFiles, readInFiles, referenceChooserId } from './read-in.ts';
import { ReferenceBody } from './reference-body.tsx';
import { TakenUpList } from './taken-up-list.tsx';
import './references.css';

const unmarked: readonly Span[] = [];

/** The texts that articles are compared against: one of them by its divisions, and the articles that take it up. */
export function ReferencesView() {
  const { t } = useTranslation();
  const { dialogs } = useSession();
  const { data: references } = useReferences();
  const wanted = usePlacePick((place) => place.referenceId);
  const [renaming, setRenaming] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const shown = references?.find(({ id }) => id === wanted) ?? references?.[0];
  const { data: text, error } = useReference(shown?.id);
  if (references === undefined) return null;
  return (
    <div className="references">
      <header className="references-head">
        <h1 className="references-title">{t('references.title')}</h1>
        {references.length > 0 && !renaming && (
          <select
            className="input"
            aria-label={t('references.which')}
            value={shown?.id}
            onChange={(event) => goToReferences(event.target.value)}
          >
            {references.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        {text && renaming && <NameField reference={text} onDone={() => setRenaming(false)} />}
        <span className="references-actions">
          {text && <IconButton icon={Pencil} name={t('references.rename')} onPress={() => setRenaming(true)} />}
          {text && <ReferenceActions reference={text} />}
          <IconButton
            icon={ClipboardPaste}
            name={t('references.paste')}
            onPress={() => openDialog({ kind: 'paste-reference' })}
          />
          <IconButton icon={FilePlus2} name={t('references.readIn')} onPress={() => chooseReferenceFiles(dialogs)} />
          <IconButton icon={X} name={t('common.close')} onPress={() => goToArticle(null)} />
        </span>
        <input
          ref={chooser}
          id={referenceChooserId}
          type="file"
          multiple
          hidden
          aria-label={t('references.readIn')}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            void readInFiles(files);
          }}
        />
      </header>
      {error !== null && (
        <p className="empty" role="alert">
          {failureText(error)}
        </p>
      )}
      {references.length === 0 && (
        <div className="nothing-open">
          <p className="empty-words">{t('references.none')}</p>
          <p>{t('references.noneHint')}</p>
          <div className="nothing-actions">
            <Button className="button button-main" onPress={() => chooseReferenceFiles(dialogs)}>
              {t('references.readIn')}
            </Button>
            <Button className="button" onPress={() => openDialog({ kind: 'paste-reference' })}>
              {t('references.paste')}
            </Button>
          </div>
        </div>
      )}
      {text && <Opened key={text.id} reference={text} />}
    </div>
  );
}

function Opened({ reference }: { reference: ReferenceText }) {
  const [sentence, setSentence] = useState<Span | null>(null);
  const lang = useMemo(() => referenceLanguage(reference.text), [reference.text]);
  return (
    <div className="references-columns">
      <div className="references-text">
        <Facts reference={reference} />
        <ReferenceBody
          reference={reference}
          lang={lang}
          marks={unmarked}
          active={sentence?.start ?? null}
          onSentence={setSentence}
          renderHead={(division) => <DivisionMenu reference={reference} division={division} />}
        />
      </div>
      <TakenUpList reference={reference} sentence={sentence} lang={lang} />
    </div>
  );
}

/** How it was divided, and what does not fit. */
function Facts({ reference }: { reference: ReferenceText }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { parts, leadIns, items, closings } = reference.counts;
  return (
    <div className="references-facts">
      <p>
        {t('references.divided', {
          parts: number(parts),
          leadIns: number(leadIns),
          items: number(items),
          closings: number(closings),
        })}
        {reference.isDecision && ` ${t('references.tied')}`}
      </p>
      {reference.missing.length > 0 && <p>{t('references.missing', { count: reference.missing.length })}</p>}
      {reference.misfits.length > 0 && (
        <ul className="references-misfits">
          {reference.misfits.slice(0, 20).map(({ start, end, reason }) => (
            <li key={start}>
              <q>{reference.text.slice(start, Math.min(end, start + 30))}</q> {t(`references.misfit.${reason}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Its name, to be changed in place: Enter keeps it, Escape lets it be. */
function NameField({ reference, onDone }: { reference: ReferenceText; onDone: () => void }) {
  const { t } = useTranslation();
  const { id, version, name } = reference;
  const [typed, setTyped] = useState(name);
  const keep = () => {
    const next = typed.trim();
    if (next !== '' && next !== name) save('reference.update', { id, version, name: next }).catch(alertFailure);
    onDone();
  };
  return (
    <input
      className="input references-name"
      aria-label={t('references.rename')}
      value={typed}
      maxLength={200}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape') onDone();
      }}
    />
  );
}

function ReferenceActions({ reference }: { reference: ReferenceText }) {
  const { t } = useTranslation();
  const { id, version, name } = reference;
  const makeCodebook = async () => {
    const codebookId = uuidv7();
    const { categories } = await save('reference.makeCodebook', { referenceId: id, version, codebookId });
    notify('quiet', t('references.codebookMade', { count: categories }), undoOffer());
  };
  const remove = async () => {
    await save('reference.remove', { id, version });
    goToReferences();
    notify('quiet', t('references.removed', { name }), undoOffer());
  };
  return (
    <>
      {!reference.isDecision && (
        <IconButton
          icon={BookCopy}
          name={t('references.makeCodebook')}
          onPress={() => void makeCodebook().catch(alertFailure)}
        />
      )}
      <IconButton icon={Trash2} name={t('references.remove')} onPress={() => void remove().catch(alertFailure)} />
    </>
  );
}
