import { useTranslation } from 'react-i18next';
import { closeDialog } from '../app/dialogs.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { keysText } from '../widgets/keys.ts';
import { shortcuts } from './shortcuts.ts';

export function HelpDialog() {
  const { t } = useTranslation();
  return (
    <DialogFrame wide title={t('help.title')} onClose={closeDialog}>
      <div className="help">
        {shortcuts.map(({ group, keys }) => (
          <section key={group} className="help-group">
            <h3>{t(`help.${group}`)}</h3>
            <dl>
              {keys.map(([names, does]) => (
                <div key={does} className="help-row">
                  <dt>
                    {names.map((name) => (
                      <kbd key={name}>{keysText(name)}</kbd>
                    ))}
                  </dt>
                  <dd>{t(`help.${does}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}
