/** Folds one script onto the other, or leaves a text as it is. May change its length. */
export type FoldScript = (text: string) => string;

const GLOSS = /[(（][a-zà-öø-ÿāēěīńňōūǎǐǒǔǖǘǚǜǹḿ ]{1,8}[)）]/gu;
const RESIDUE = /<?\/(?:p|span|div|br|strong|font)>|&(?:nbsp|amp|lt|gt|quot|#\d{2,5});/giu;
const SILENT = /[\s\p{P}\p{S}\p{Cf}\p{Cc}]+/gu;

/**
 * What counts when two copies of a text are compared: letters, digits and Han characters. Left out are pinyin glosses
 * (`現(xiàn)代`), residue of HTML, white space, punctuation and signs; width and case are folded (Unicode NFKC). Characters of
 * the two scripts are the same only after `foldScript`.
 */
export function comparableText(text: string, foldScript?: FoldScript): string {
  const bare = text
    .replaceAll(GLOSS, '')
    .replaceAll(RESIDUE, '')
    .normalize('NFKC')
    .replaceAll(SILENT, '')
    .toLowerCase();
  return foldScript === undefined ? bare : foldScript(bare);
}
