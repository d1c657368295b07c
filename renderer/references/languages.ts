import { foldScript } from '#domain/repair/script-pairs.ts';

/** The language of a reference text, so that its characters get their own shapes: Simplified where folding changes little. */
export function referenceLanguage(text: string): 'zh-Hant' | 'zh-Hans' {
  const sample = text.slice(0, 2000);
  const folded = foldScript(sample);
  let changed = 0;
  for (let at = 0; at < sample.length; at++) if (sample[at] !== folded[at]) changed++;
  return changed * 20 > sample.length ? 'zh-Hant' : 'zh-Hans';
}
