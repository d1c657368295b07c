import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';

interface DialogFrameProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot. */
  foot?: ReactNode;
  wide?: boolean;
  /** Takes most of the window; what is in it scrolls by itself. */
  size?: 'full';
  /** A question that must be answered is an alert dialog, and is not closed by a click beside it. */
  alert?: boolean;
}

export function DialogFrame({ title, onClose, children, foot, wide = false, size, alert = false }: DialogFrameProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay isOpen isDismissable={!alert} onOpenChange={(open) => !open && onClose()} className="veil">
      <Modal className={size === 'full' ? 'modal modal-full' : wide ? 'modal modal-wide' : 'modal'}>
        <Dialog className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title" level={2} className="dialog-title">
              {title}
            </Heading>
            <IconButton icon={X} name={t('common.close')} onPress={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
