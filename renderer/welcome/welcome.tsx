import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { OperationFailure } from '../bridge/operation-failure.ts';
import { useBackups } from '../backups/queries.ts';
import { send } from '../bridge/send.ts';
import { openDialog } from '../app/dialogs.ts';
import { OpenDialog } from '../app/open-dialog.tsx';
import { failureText } from '../app/failure-text.ts';
import { useFormat } from '../app/format.ts';
import { languages } from '../app/language.ts';
import { NoticeText } from '../app/status-line.tsx';
import { alertFailure } from '../app/failure-text.ts';
import { loadSample } from '../imports/import-articles.ts';
import { setPreferences, useCreateCorpus, useForgetRecent, useIdentify, useOpenCorpus } from '../session/mutations.ts';
import { useSession } from '../session/queries.ts';
import { Field } from '../widgets/field.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { Segmented } from '../widgets/segmented.tsx';

/** Who is it, and which corpus: shown until both are known. */
export function Welcome() {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const [name, setName] = useState(session.coder?.name ?? '');
  const [nameMissing, setNameMissing] = useState(false);
  const nameField = useRef<HTMLDivElement>(null);
  const identify = useIdentify();

  /** Does what needs a coder, once she has said who she is. */
  const asCoder = (act: () => Promise<unknown>) => {
    const said = name.trim();
    if (said === '') {
      setNameMissing(true);
      nameField.current?.querySelector('input')?.focus();
      return;
    }
    const known = session.coder;
    const first =
      known?.name === said
        ? Promise.resolve()
        : identify.mutateAsync(known ? { id: known.id, name: said } : { name: said });
    // What failed has been said by the mutation itself.
    void first.then(act).catch(() => undefined);
  };

  return (
    <main className="welcome">
      <div className="welcome-page">
        <div className="welcome-languages">
          <Segmented
            quiet
            labelHidden
            label={t('settings.language')}
            choices={languages.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
            value={languages.find((each) => each === i18n.language) ?? 'zh-Hant'}
            onChange={(language) => void setPreferences({ language })}
          />
        </div>
        <h1 className="welcome-title">{t('welcome.title')}</h1>
        <p className="welcome-lead">{t('welcome.lead')}</p>
        {session.problem && (
          <section className="welcome-problem" role="alert">
            <h2>{t('welcome.problem')}</h2>
            <p>{failureText(OperationFailure.of(session.problem as Parameters<typeof OperationFailure.of>[0]))}</p>
            <RestoreInstead />
          </section>
        )}
        <section className="welcome-part" ref={nameField}>
          <h2 id="who">{t('welcome.whoAreYou')}</h2>
          <Field
            label={t('welcome.yourName')}
            hint={t('welcome.nameHint')}
            error={nameMissing ? t('welcome.nameNeeded') : null}
            value={name}
            maxLength={200}
            autoFocus={session.coder === null}
            onChange={(value) => {
              setName(value);
              setNameMissing(false);
            }}
          />
        </section>
        <CorpusChoice asCoder={asCoder} />
        <p className="welcome-foot">
          {t('welcome.builtin')} {t('program.version', { version: session.version })}
        </p>
        <NoticeText />
      </div>
      <OpenDialog />
    </main>
  );
}

/** For a corpus that is damaged or gone, where the program has kept backups of it. */
function RestoreInstead() {
  const { t } = useTranslation();
  const { data: backups = [] } = useBackups();
  if (backups.length === 0) return null;
  return (
    <Button className="button" onPress={() => openDialog({ kind: 'backups' })}>
      {t('welcome.restore')}
    </Button>
  );
}

function CorpusChoice({ asCoder }: { asCoder: (act: () => Promise<unknown>) => void }) {
  const { t } = useTranslation();
  const { dialogs, recent } = useSession();
  const { moment } = useFormat();
  const create = useCreateCorpus();
  const open = useOpenCorpus();
  const forget = useForgetRecent();
  const [corpusName, setCorpusName] = useState('');
  const nameOfNew = corpusName.trim() || t('welcome.corpusNameSuggestion');

  const ask = async (purpose: 'open-corpus' | 'new-corpus', then: (grant: string) => Promise<unknown>) => {
    try {
      const [chosen] = await send('dialog.open', { purpose });
      if (chosen) await then(chosen.grant);
    } catch (thrown) {
      alertFailure(thrown);
    }
  };

  return (
    <section className="welcome-part" aria-labelledby="which">
      <h2 id="which">{t('welcome.whichCorpus')}</h2>
      {recent.length > 0 && (
        <ul className="recent" aria-label={t('welcome.recent')}>
          {recent.map((each) => (
            <li key={each.recent}>
              <Button
                className="recent-open"
                isDisabled={!each.present}
                onPress={() => asCoder(() => open.mutateAsync({ recent: each.recent }))}
              >
                <span className="recent-name">{each.name}</span>
                <span className="recent-where">{each.present ? moment(each.openedAt) : t('welcome.missing')}</span>
                <span className="recent-folder">{each.folder}</span>
              </Button>
              <IconButton
                small
                icon={X}
                name={t('welcome.forget', { name: each.name })}
                onPress={() => forget.mutate(each.recent)}
              />
            </li>
          ))}
        </ul>
      )}
      <Form
        className="welcome-new"
        onSubmit={(event) => {
          event.preventDefault();
          asCoder(() => create.mutateAsync({ name: nameOfNew }));
        }}
      >
        <Field
          label={t('welcome.newCorpus')}
          placeholder={t('welcome.corpusNameSuggestion')}
          value={corpusName}
          maxLength={200}
          onChange={setCorpusName}
        />
        <Button type="submit" className="button button-main" isDisabled={create.isPending}>
          {t('welcome.create')}
        </Button>
        {dialogs && (
          <Button
            className="button button-quiet"
            onPress={() => asCoder(() => ask('new-corpus', (grant) => create.mutateAsync({ name: nameOfNew, grant })))}
          >
            {t('welcome.chooseWhere')}
          </Button>
        )}
      </Form>
      <p className="field-hint">{dialogs ? t('welcome.inFolder') : t('welcome.openInBrowser')}</p>
      <div className="welcome-others">
        {dialogs && (
          <Button
            className="button"
            onPress={() => asCoder(() => ask('open-corpus', (grant) => open.mutateAsync({ grant })))}
          >
            {t('welcome.open')}
          </Button>
        )}
        <Button
          className="button"
          onPress={() =>
            asCoder(async () => {
              const known = recent.find((each) => each.present && each.name === t('welcome.sampleCorpus'));
              if (known) await open.mutateAsync({ recent: known.recent });
              else await create.mutateAsync({ name: t('welcome.sampleCorpus') });
              if (!known) await loadSample();
            })
          }
        >
          {t('welcome.sample')}
        </Button>
        <span className="field-hint">{t('welcome.sampleHint')}</span>
      </div>
    </section>
  );
}
