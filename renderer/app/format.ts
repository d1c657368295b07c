import { useTranslation } from 'react-i18next';
import { locales } from '#domain/languages/locales.ts';
import { currentLanguage } from './language.ts';

export interface Format {
  /** Hours and minutes. */
  clock: (instant: Date | string) => string;
  /** Day and time; the year only when it is another one than now. */
  moment: (instant: Date | string) => string;
  bytes: (count: number) => string;
  number: (value: number) => string;
  /** Of a share from 0 to 1, without decimals. */
  percent: (share: number) => string;
}

/** Instants in the time zone of this machine, and numbers, as the language that is shown writes them. */
export function useFormat(): Format {
  useTranslation();
  return formatOf(locales[currentLanguage()]);
}

const formats = new Map<string, Format>();

/** Made once for each language: making one costs more than all else that a row of a table is drawn with. */
function formatOf(locale: string): Format {
  const made = formats.get(locale) ?? makeFormat(locale);
  formats.set(locale, made);
  return made;
}

function makeFormat(locale: string): Format {
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day: Intl.DateTimeFormatOptions = {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  };
  const thisYear = new Intl.DateTimeFormat(locale, day);
  const otherYear = new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const bytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    clock: (instant) => clock.format(new Date(instant)),
    moment: (instant) => {
      const date = new Date(instant);
      return (date.getFullYear() === new Date().getFullYear() ? thisYear : otherYear).format(date);
    },
    bytes: (count) => (count < 1e6 ? `${bytes.format(count / 1e3)} kB` : `${bytes.format(count / 1e6)} MB`),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
  };
}
