import { ChevronDown } from 'lucide-react';
import { Button, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Repair, type RepairDecision, repairKinds } from '#domain/contract/repair.ts';
import { useFormat } from '../app/format.ts';
import { type MenuEntry, MenuList } from '../widgets/menu-list.tsx';
import { decide } from './mutations.ts';
import type { Entry, Item } from './queries.ts';
import { decisionsFor, review } from './review.ts';

const stands = ({ leading }: Entry) => leading.decision === 'accepted';
const isOpen = ({ leading }: Entry) => leading.decision === 'open';
const isMissingCertain = (entry: Entry) => entry.leading.certain && !stands(entry);

/** Decisions about many at once; each is one step of the history. */
export function ManyMenu({ articleId, items }: { articleId: string; items: readonly Item[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { kind } = review.use();
  const entries = items.flatMap(({ entry }) => entry ?? []);
  const offer = (
    label: string,
    which: (entry: Entry) => boolean,
    decision: RepairDecision,
    of: Repair['kind'] | null = null,
  ): MenuEntry => {
    const chosen = entries.filter(which);
    const changes = chosen.flatMap(({ repairs }) => repairs.filter((each) => of === null || each.kind === of)).length;
    return {
      id: label,
      label,
      disabled: chosen.length === 0,
      act: () => decide(articleId, decisionsFor(chosen, decision)),
      ...(changes > 0 ? { keys: number(changes) } : {}),
    };
  };
  const apart = (entry: MenuEntry): MenuEntry => ({ ...entry, apart: true });
  // Of the kind that is filtered for, else of each that there is.
  const kinds = repairKinds.filter(
    (each) => (kind === null || kind === each) && entries.some(({ leading }) => leading.kind === each),
  );
  const ofKinds = kinds.map((each) => {
    const name = t(`repairs.kinds.${each}`);
    const isOf = ({ leading }: Entry) => leading.kind === each;
    return {
      accept: offer(t('repairs.acceptKind', { name }), (entry) => isOf(entry) && !stands(entry), 'accepted', each),
      back: offer(t('repairs.takeBackKind', { name }), (entry) => isOf(entry) && stands(entry), 'refused', each),
    };
  });
  const useful = ofKinds.flatMap(({ accept, back }) => [accept, back]).filter(({ disabled }) => !disabled);
  if (entries.length === 0) return null;
  return (
    <MenuTrigger>
      <Button className="button button-quiet repair-many">
        {t('repairs.many')}
        <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
      </Button>
      <MenuList
        label={t('repairs.many')}
        items={[
          offer(t('repairs.acceptCertain'), isMissingCertain, 'accepted'),
          offer(t('repairs.acceptOpen'), isOpen, 'accepted'),
          offer(t('repairs.refuseOpen'), isOpen, 'refused'),
          ...useful.map((entry, at) => (at === 0 ? apart(entry) : entry)),
          apart(offer(t('repairs.takeBackAll'), stands, 'refused')),
        ]}
      />
    </MenuTrigger>
  );
}
