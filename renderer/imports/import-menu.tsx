import { FilePlus2 } from 'lucide-react';
import { useRef } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../app/dialogs.ts';
import { useSession } from '../session/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { type MenuEntry, MenuList } from '../widgets/menu-list.tsx';
import { importByDialog, importFiles, importSample, loadSample } from './import-articles.ts';

/** The id of the page's file chooser, which a key and the native menu open too. */
export const fileChooserId = 'import-file-chooser';

/** Asks for files to import: by the system's dialog where the host has one, else by the browser's. */
export function chooseFiles(dialogs: boolean): void {
  if (dialogs) void importByDialog('import-files');
  else document.getElementById(fileChooserId)?.click();
}

export function ImportMenu() {
  const { t } = useTranslation();
  const { dialogs } = useSession();
  const chooser = useRef<HTMLInputElement>(null);
  const items: MenuEntry[] = [
    { id: 'files', label: t('library.importFiles'), act: () => chooseFiles(dialogs) },
    ...(dialogs
      ? [{ id: 'folder', label: t('library.importFolder'), act: () => void importByDialog('import-folder') }]
      : []),
    {
      id: 'project',
      label: t('library.importProject'),
      act: () => openDialog({ kind: 'exchange', side: 'in' }),
    },
    { id: 'paste', label: t('library.pasteText'), act: () => openDialog({ kind: 'paste' }) },
    { id: 'sample', label: t('library.importSample'), act: () => void importSample(), apart: true },
    { id: 'sample-corpus', label: t('sample.load'), act: () => void loadSample() },
  ];
  return (
    <>
      <MenuTrigger>
        <IconButton icon={FilePlus2} name={t('library.import')} />
        <MenuList items={items} />
      </MenuTrigger>
      <input
        ref={chooser}
        id={fileChooserId}
        type="file"
        multiple
        hidden
        aria-label={t('library.importFiles')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void importFiles(files);
        }}
      />
    </>
  );
}
