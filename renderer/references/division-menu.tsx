import { Heading } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReferenceDivision, ReferenceText } from '#domain/contract/reference.ts';
import { alertFailure } from '../app/failure-text.ts';
import { save } from '../app/saves.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { MenuList } from '../widgets/menu-list.tsx';

const kinds = [
  { kind: 'part', depth: 1 },
  { kind: 'item', depth: 2 },
  { kind: 'lead-in', depth: 2 },
  { kind: 'closing', depth: 1 },
] as const;

interface DivisionMenuProps {
  reference: ReferenceText;
  division: ReferenceDivision;
}

/** What a division is; it can be made another kind, or let go. */
export function DivisionMenu({ reference, division }: DivisionMenuProps) {
  const { t } = useTranslation();
  const set = (next: { kind: ReferenceDivision['kind']; depth: number } | null) => {
    save('reference.setDivision', {
      referenceId: reference.id,
      version: reference.version,
      at: division.start,
      division: next === null ? null : { ...next, categoryId: division.categoryId },
    }).catch(alertFailure);
  };
  const kind = t(`references.kind.${division.kind}`);
  return (
    <span className="reference-kind">
      <span className="reference-kind-name">{kind}</span>
      <MenuTrigger>
        <IconButton small icon={Heading} name={t('references.change', { kind, label: division.label })} />
        <MenuList
          items={[
            ...kinds
              .filter((each) => each.kind !== division.kind)
              .map((each) => ({
                id: each.kind,
                label: t('references.makeKind', { kind: t(`references.kind.${each.kind}`) }),
                act: () => set(each),
              })),
            { id: 'none', label: t('references.letGo'), act: () => set(null), apart: true },
          ]}
        />
      </MenuTrigger>
    </span>
  );
}
