import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

/**
 * A text with the numbering and the titles of the Decision, and nothing else of it: what stands in its parts and items was
 * written for the tests. `bodies` gives the text of an item by its number.
 */
export function skeletonDecision(bodies: Readonly<Record<number, string>> = {}): string {
  const lines = ['示例決定', '這是測試用的示例文本。它只有決定的標題和編號。'];
  for (const { part, item, titleHans } of builtinCategories) {
    if (item === null)
      lines.push(`${numerals[part - 1]}、${titleHans}`, `第${numerals[part - 1]}部分的引言由測試寫成。`);
    else lines.push(`（${item}）${titleHans}。${bodies[item] ?? `第${item}条的内容由测试写成，编号是${item}。`}`);
  }
  lines.push('全党全国各族人民要团结起来。');
  return lines.join('\n');
}
