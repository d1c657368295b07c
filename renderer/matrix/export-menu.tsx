import { Download } from 'lucide-react';
import { Button, MenuTrigger } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { MenuList } from '../widgets/menu-list.tsx';

const formats = ['svg', 'png', 'csv'] as const;

interface ExportMenuProps {
  /** Where it stands in the page; nowhere as long as that is not there. */
  slot: HTMLElement | null;
  onExport: (format: (typeof formats)[number]) => void;
}

/** The formats that what is shown can be had in. */
export function ExportMenu({ slot, onExport }: ExportMenuProps) {
  const { t } = useTranslation();
  if (slot === null) return null;
  return createPortal(
    <MenuTrigger>
      <Button className="button button-small">
        <Download size={14} strokeWidth={1.6} aria-hidden />
        {t('matrix.export')}
      </Button>
      <MenuList
        label={t('matrix.export')}
        items={formats.map((format) => ({
          id: format,
          label: t(`matrix.exportAs.${format}`),
          act: () => onExport(format),
        }))}
      />
    </MenuTrigger>,
    slot,
  );
}
