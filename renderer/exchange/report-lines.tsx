import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';

const countKinds = ['articles', 'annotations', 'categories', 'memos', 'references', 'coders'] as const;
type Counts = Record<(typeof countKinds)[number], number>;

/** How much of each there is; kinds without any are left out. */
export function CountsLine({ label, counts }: { label: string; counts: Counts }) {
  const { t } = useTranslation();
  const said = countKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`exchange.counts.${kind}`, { count: counts[kind] }));
  return (
    <p className="exchange-counts">
      <span className="exchange-label">{label}</span>
      <span>{said.length === 0 ? t('exchange.nothing') : said.join(' · ')}</span>
    </p>
  );
}

interface Line {
  text: string;
  count: number;
  examples: readonly string[];
}

/** An itemised report: what, how many, and which for example. */
export function ReportLines({ title, none, lines }: { title: string; none: string; lines: readonly Line[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (lines.length === 0) return <p className="exchange-nothing">{none}</p>;
  return (
    <table className="exchange-lines">
      <caption className="exchange-label">{title}</caption>
      <tbody>
        {lines.map(({ text, count, examples }) => (
          <tr key={text}>
            <th scope="row">
              {text}
              {examples.length > 0 && <span className="exchange-examples">{examples.join(t('exchange.between'))}</span>}
            </th>
            <td>{number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CheckLineProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function CheckLine({ label, checked, onChange }: CheckLineProps) {
  return (
    <label className="exchange-check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
