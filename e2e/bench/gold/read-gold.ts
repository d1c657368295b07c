import { readdirSync, readFileSync } from 'node:fs';

/** A sentence of a constructed article with the items of the Decision that a coder links it to. */
export interface GoldSentence {
  text: string;
  /** 1 to 60, the chief one first; empty for `none`. */
  items: number[];
  province: string;
  script: string;
  /** The file it stands in. */
  article: string;
}

const LINE = /^(none|\d{1,2}(?: \d{1,2})*) \| (.+)$/u;

/** All sentences of the gold list, file by file in the order of their names. Throws for a line that is not of the form. */
export function readGold(): GoldSentence[] {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'));
  return files.toSorted().flatMap((article) => {
    const lines = readFileSync(new URL(article, import.meta.url), 'utf8').split('\n');
    const value = (key: string) => lines.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2) ?? '';
    const province = value('province');
    const script = value('script');
    return lines.flatMap((line) => {
      if (line === '' || line.startsWith('#') || /^(?:province|script): /u.test(line)) return [];
      const [, label, text] = LINE.exec(line) ?? [];
      if (label === undefined || text === undefined)
        throw new Error(`${article}: not a sentence with a label: ${line}`);
      return [{ text, items: label === 'none' ? [] : label.split(' ').map(Number), province, script, article }];
    });
  });
}
