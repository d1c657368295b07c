import type { ReportScript } from '#domain/contract/report.ts';

type Convert = (text: string) => string;
const loaded = new Map<string, Promise<Convert>>();

/**
 * Converts texts of either script for reading, with the word lists of OpenCC: to Simplified, or to Traditional as it is
 * written in Taiwan. The lists are large and are loaded when they are first asked for.
 */
export function scriptConverter(script: Exclude<ReportScript, 'as-is'>): Promise<Convert> {
  let converter = loaded.get(script);
  if (converter === undefined) loaded.set(script, (converter = load(script)));
  return converter;
}

async function load(script: Exclude<ReportScript, 'as-is'>): Promise<Convert> {
  if (script === 'hans') {
    const { Converter } = await import('opencc-js/t2cn');
    return Converter({ from: 't', to: 'cn' });
  }
  const { Converter } = await import('opencc-js/cn2t');
  return Converter({ from: 'cn', to: 'tw' });
}
