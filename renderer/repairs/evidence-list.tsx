import { useTranslation } from 'react-i18next';
import type { Repair } from '#domain/contract/repair.ts';
import { useFormat } from '../app/format.ts';

type Evidence = Repair['candidates'][number]['evidence'][number];

/** What speaks for a candidate or a flag, a sentence each, one behind the other. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (evidence.length === 0) return null;
  return (
    <ul className="repair-evidence">
      {evidence.map(({ kind, quote, count }, at) => (
        // two pieces of evidence may say the same
        <li key={at}>{t(`repairs.evidence.${kind}`, { quote, times: number(count), count })}</li>
      ))}
    </ul>
  );
}
