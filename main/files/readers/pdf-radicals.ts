import { recognizeScript } from '#domain/text/script.ts';

// Radicals of the supplement (U+2E80 to U+2EF3) that are characters of prose, each before its character; Unicode gives most
// of them no decomposition, only an equivalent (EquivalentUnifiedIdeograph.txt).
const SUPPLEMENT =
  '⺁厂⺊卜⺎兀⺐尢⺒巳⺓幺⺛旡⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺼肉⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const characters = new Map<string, string>();
const pairs = Array.from(SUPPLEMENT);
for (let at = 0; at + 1 < pairs.length; at += 2) characters.set(pairs[at] ?? '', pairs[at + 1] ?? '');

/**
 * Programs that print to PDF name a glyph by the radical that looks the same (⼈ for 人, ⺠ for 民). What was written is the
 * character, for ⼾ that of the script.
 */
export function radicalsToCharacters(text: string): string {
  const door = recognizeScript(text) === 'hans' ? '户' : '戶';
  return text.replaceAll(/[\u2E80-\u2FD5]/g, (radical) => {
    if (radical === '\u2F3E') return door;
    // Unicode's equivalent is a form that is hardly written.
    if (radical === '\u2FAD') return '青';
    return radical >= '\u2F00' ? radical.normalize('NFKC') : (characters.get(radical) ?? radical);
  });
}
