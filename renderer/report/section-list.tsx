import { ArrowDown, ArrowUp, Check, GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button, Checkbox, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReportSection } from '#domain/contract/report.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { type Composition, placeSections, stepSection } from './composition.ts';

interface SectionListProps {
  order: Composition['order'];
  chosen: Composition['chosen'];
  onChange: (changed: Partial<Pick<Composition, 'order' | 'chosen'>>) => void;
}

const icon = { size: 14, strokeWidth: 1.6, 'aria-hidden': true } as const;

/** What the report is made of: chosen with a click or the space bar, put in order by dragging, or by Alt and the arrows. */
export function SectionList({ order, chosen, onChange }: SectionListProps) {
  const { t } = useTranslation();
  const name = (section: ReportSection) => t(`report.sections.${section}`);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': name(key as ReportSection) })),
    onReorder: ({ keys, target }) => {
      if (target.dropPosition !== 'on')
        onChange({ order: placeSections(order, keys, target.key, target.dropPosition) });
    },
  });
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset.key;
    const section = order.find((each) => each === row);
    if (!event.altKey || step === undefined || section === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange({ order: stepSection(order, section, step) });
  };
  return (
    <div className="composer-sections" onKeyDownCapture={onKey}>
      <GridList
        aria-label={t('report.sectionsLabel')}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          onChange({ chosen: keys === 'all' ? new Set(order) : new Set([...keys] as ReportSection[]) })
        }
        dragAndDropHooks={dragAndDropHooks}
        dependencies={[order]}
        items={order.map((id) => ({ id }))}
      >
        {({ id }) => (
          <GridListItem id={id} textValue={name(id)} className="composer-section">
            <Button slot="drag" className="composer-grip" aria-label={t('report.drag', { section: name(id) })}>
              <GripVertical {...icon} />
            </Button>
            <Checkbox slot="selection" className="composer-check">
              <span className="composer-box" aria-hidden>
                <Check size={12} strokeWidth={2.4} />
              </span>
            </Checkbox>
            <span className="composer-section-name">{name(id)}</span>
            <IconButton
              small
              icon={ArrowUp}
              name={t('report.earlier', { section: name(id) })}
              isDisabled={order[0] === id}
              onPress={() => onChange({ order: stepSection(order, id, -1) })}
            />
            <IconButton
              small
              icon={ArrowDown}
              name={t('report.later', { section: name(id) })}
              isDisabled={order.at(-1) === id}
              onPress={() => onChange({ order: stepSection(order, id, 1) })}
            />
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
