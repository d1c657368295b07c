import { memo } from 'react';
import {
  ALargeSmall,
  ArrowLeftRight,
  DatabaseBackup,
  Keyboard,
  Menu,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  Settings,
  Undo2,
} from 'lucide-react';
import { Button, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../commands/handlers.ts';
import { useKeyText } from '../commands/keymap.ts';
import { redo, undo } from '../history/mutations.ts';
import { entryText, useHistoryState } from '../history/queries.ts';
import { changeTextSize } from '../reading/text-size.ts';
import { useSession } from '../session/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { MenuList } from '../widgets/menu-list.tsx';
import { openDialog } from './dialogs.ts';
import { goToCodebook, goToFindings, goToFormulas, goToHistory, goToReferences } from './place.ts';

interface TopBarProps {
  libraryShown: boolean;
  marginShown: boolean;
  onToggleLibrary: () => void;
  onToggleMargin: () => void;
  onLeaveCorpus: () => void;
}

export const TopBar = memo(function TopBar(props: TopBarProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { corpus } = useSession();
  return (
    <header className="top-bar">
      <IconButton
        icon={PanelLeft}
        name={t(props.libraryShown ? 'shell.hideLibrary' : 'shell.showLibrary')}
        keys={keyText('toggleLibrary')}
        aria-expanded={props.libraryShown}
        onPress={props.onToggleLibrary}
      />
      <MenuTrigger>
        <Button className="corpus-button" aria-label={t('shell.corpusMenu', { name: corpus?.name ?? '' })}>
          <span className="seal" />
          <span className="corpus-name">{corpus?.name}</span>
        </Button>
        <MenuList
          items={[
            { id: 'codebook', label: t('codebooks.open'), act: goToCodebook },
            { id: 'references', label: t('references.open'), act: () => goToReferences() },
            { id: 'formulas', label: t('formulas.open'), act: () => goToFormulas() },
            { id: 'findings', label: t('findings.title'), act: () => goToFindings() },
            { id: 'history', label: t('trail.open'), act: goToHistory },
            { id: 'other', label: t('shell.otherCorpus'), act: props.onLeaveCorpus },
          ]}
        />
      </MenuTrigger>
      <span className="top-end">
        <UndoRedo />
        <MenuTrigger>
          <IconButton icon={ALargeSmall} name={t('reading.textSize')} />
          <MenuList
            items={[
              { id: 'larger', label: t('reading.larger'), act: () => changeTextSize(1), keys: keyText('textLarger') },
              {
                id: 'smaller',
                label: t('reading.smaller'),
                act: () => changeTextSize(-1),
                keys: keyText('textSmaller'),
              },
            ]}
          />
        </MenuTrigger>
        <MenuTrigger>
          <IconButton icon={Menu} name={t('shell.programMenu')} />
          <MenuList
            items={[
              {
                id: 'palette',
                label: t('palette.title'),
                act: () => runCommand('palette'),
                icon: <Search size={14} strokeWidth={1.6} aria-hidden />,
                keys: keyText('palette'),
              },
              {
                id: 'exchange',
                label: t('exchange.title'),
                act: () => openDialog({ kind: 'exchange', side: 'out' }),
                icon: <ArrowLeftRight size={14} strokeWidth={1.6} aria-hidden />,
                keys: keyText('exportCorpus'),
              },
              {
                id: 'backups',
                label: t('backups.title'),
                act: () => openDialog({ kind: 'backups' }),
                icon: <DatabaseBackup size={14} strokeWidth={1.6} aria-hidden />,
                keys: keyText('backups'),
              },
              {
                id: 'settings',
                label: t('settings.title'),
                act: () => openDialog({ kind: 'settings' }),
                icon: <Settings size={14} strokeWidth={1.6} aria-hidden />,
                keys: keyText('settings'),
              },
              {
                id: 'help',
                label: t('help.title'),
                act: () => openDialog({ kind: 'help' }),
                icon: <Keyboard size={14} strokeWidth={1.6} aria-hidden />,
                keys: keyText('help'),
              },
            ]}
          />
        </MenuTrigger>
        <IconButton
          icon={PanelRight}
          name={t(props.marginShown ? 'shell.hideMargin' : 'shell.showMargin')}
          keys={keyText('toggleMargin')}
          aria-expanded={props.marginShown}
          onPress={props.onToggleMargin}
        />
      </span>
    </header>
  );
});

/** Each says by name what it would take back or make again. */
function UndoRedo() {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { data } = useHistoryState();
  const toUndo = data?.undo ?? null;
  const toRedo = data?.redo ?? null;
  return (
    <>
      <IconButton
        icon={Undo2}
        name={toUndo ? t('history.undoNamed', { what: entryText(toUndo) }) : t('history.undo')}
        keys={keyText('undo')}
        isDisabled={toUndo === null}
        onPress={() => void undo()}
      />
      <IconButton
        icon={Redo2}
        name={toRedo ? t('history.redoNamed', { what: entryText(toRedo) }) : t('history.redo')}
        keys={keyText('redo')}
        isDisabled={toRedo === null}
        onPress={() => void redo()}
      />
    </>
  );
}
