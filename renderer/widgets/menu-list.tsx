import type { ReactNode } from 'react';
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components';

export interface MenuEntry {
  id: string;
  label: string;
  act: () => void;
  icon?: ReactNode;
  keys?: string;
  disabled?: boolean;
  /** Set apart from those above by a hairline. */
  apart?: boolean;
}

/** The floating list of a menu button: to be put into a `MenuTrigger` beside its button. */
export function MenuList({ items, label }: { items: readonly MenuEntry[]; label?: string }) {
  return (
    <Popover className="popover" offset={2}>
      <Menu className="menu" {...(label ? { 'aria-label': label } : {})}>
        {items.flatMap((item) => [
          ...(item.apart ? [<Separator key={`before-${item.id}`} />] : []),
          <MenuItem
            key={item.id}
            id={item.id}
            textValue={item.label}
            className="menu-item"
            isDisabled={item.disabled ?? false}
            onAction={item.act}
          >
            {item.icon}
            <span>{item.label}</span>
            {item.keys && <kbd>{item.keys}</kbd>}
          </MenuItem>,
        ])}
      </Menu>
    </Popover>
  );
}
