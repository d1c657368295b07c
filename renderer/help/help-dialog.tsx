import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { closeDialog, openDialog } from '../app/dialogs.ts';
import { useCommandName, useKeymap } from '../commands/keymap.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { CountingHelp } from './counting-help.tsx';
import { helpGroups } from './help-rows.ts';

/** Every key by what it is for, as it is now; then how things are counted. */
export function HelpDialog() {
  const { t } = useTranslation();
  const name = useCommandName();
  const groups = helpGroups(useKeymap());
  return (
    <DialogFrame
      wide
      title={t('help.title')}
      onClose={closeDialog}
      foot={
        <Button className="button" onPress={() => openDialog({ kind: 'settings', section: 'shortcuts' })}>
          {t('help.change')}
        </Button>
      }
    >
      {/* Its keys scroll it. */}
      <div className="help" role="region" aria-label={t('help.title')} tabIndex={0}>
        {groups.map(({ scope, rows }) => (
          <section key={scope} className="help-group">
            <h3>{t(`commands.scopes.${scope}`)}</h3>
            <dl>
              {rows.map(({ id, row, keys }) => (
                <div key={id} className="help-row">
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{row === null ? name(id) : t(`commands.rows.${row}`)}</dd>
                </div>
              ))}
            </dl>
            {scope === 'text' && <p className="field-hint">{t('help.extend')}</p>}
          </section>
        ))}
        <CountingHelp />
      </div>
    </DialogFrame>
  );
}
