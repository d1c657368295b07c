import { Check } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Role } from '../editor/article-reader.tsx';
import { roles } from './role-display.ts';

interface RoleMenuProps {
  anchor: RefObject<HTMLElement | null>;
  /** Counted from 0. */
  paragraph: number;
  role: Role;
  onChoose: (role: Role) => void;
  onClose: () => void;
}

/** The eight roles, by mouse, arrows or digit. */
export function RoleMenu({ anchor, paragraph, role, onChoose, onClose }: RoleMenuProps) {
  const { t } = useTranslation();
  const onKey = (event: KeyboardEvent) => {
    const chosen = roles[Number(event.key) - 1];
    if (chosen === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(chosen);
  };
  return (
    <Popover
      className="popover role-popover"
      triggerRef={anchor}
      isOpen
      aria-label={t('roles.menu', { number: paragraph + 1 })}
      placement="bottom start"
      offset={2}
      onOpenChange={(open) => !open && onClose()}
    >
      <div onKeyDownCapture={onKey}>
        <Menu
          className="menu"
          aria-label={t('roles.menu', { number: paragraph + 1 })}
          autoFocus="first"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[role]}
          onAction={(key) => {
            const chosen = roles.find((each) => each === key);
            if (chosen !== undefined) onChoose(chosen);
          }}
        >
          {roles.map((each, index) => (
            <MenuItem key={each} id={each} textValue={t(`roles.${each}`)} className="menu-item">
              <span className="menu-check" aria-hidden>
                {each === role && <Check size={13} strokeWidth={1.8} />}
              </span>
              <span>{t(`roles.${each}`)}</span>
              <kbd aria-hidden>{index + 1}</kbd>
            </MenuItem>
          ))}
        </Menu>
        <p className="role-help">{t('roles.help')}</p>
      </div>
    </Popover>
  );
}
