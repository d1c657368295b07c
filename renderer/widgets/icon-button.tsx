import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'aria-label'> {
  icon: LucideIcon;
  /** What the button does: its name, and its tooltip. */
  name: string;
  keys?: string;
  small?: boolean;
}

export function IconButton({ icon: Icon, name, keys, small = false, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button {...props} aria-label={name} className={small ? 'icon-button icon-button-small' : 'icon-button'}>
        <Icon size={small ? 14 : 16} strokeWidth={1.6} aria-hidden />
      </Button>
      <Tooltip className="tooltip" offset={4}>
        {name}
        {keys && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
