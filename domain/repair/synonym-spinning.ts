import type { Flag } from './repair-report.ts';
import { foldScript } from './script-pairs.ts';

// Set phrases of official prose after a spinning program, and what they stand for, in Simplified characters.
const SPUN =
  '周全深化刷新=全面深化改革 周全深化改革=全面深化改革 全面深化刷新=全面深化改革 片面深化改革=全面深化改革 周全深化革新=全面深化改革 全面深化革新=全面深化改革 深化刷新=深化改革 刷新开放=改革开放 革新开放=改革开放 周全贯彻=全面贯彻 周全落实=全面落实 周全推进=全面推进 周全增强=全面加强 周全建成=全面建成 周全依法治国=全面依法治国 周全从严治党=全面从严治党 中国式当代化=中国式现代化 社会主义当代化=社会主义现代化 当代化建设=现代化建设 当代化国家=现代化国家 当代化扶植=现代化建设 高品质成长=高质量发展 高质量成长=高质量发展 经济社会成长=经济社会发展 国度安全=国家安全 国度治理=国家治理 国度管理体系=国家治理体系 体系体例=体制机制 体例机制=体制机制 体系机制刷新=体制机制改革 党的二十届三中全会决议=党的二十届三中全会决定 巨大中兴=伟大复兴 民族中兴=民族复兴 社会主义焦点代价观=社会主义核心价值观 焦点代价观=核心价值观 生态文化扶植=生态文明建设 生态文明扶植=生态文明建设 党风廉政扶植=党风廉政建设 法治扶植=法治建设 兼顾推进=统筹推进 兼顾成长和平安=统筹发展和安全 兼顾成长与平安=统筹发展和安全 社会出产力=社会生产力 出产力成长=生产力发展 新质出产力=新质生产力 营商情况=营商环境 绿色成长=绿色发展 配合富饶=共同富裕 配合富裕=共同富裕 人类运气配合体=人类命运共同体 运气配合体=命运共同体 立异驱动=创新驱动 科技立异=科技创新 守正立异=守正创新 迷信成长观=科学发展观 屯子振兴=乡村振兴 供应侧=供给侧 集会指出，=会议指出， 集会指出,=会议指出, 集会夸大，=会议强调， 集会夸大,=会议强调, 全会夸大=全会强调';

const phrases = new Map(
  SPUN.split(' ').map((pair): [string, string] => {
    const [spun = '', meant = ''] = pair.split('=');
    return [spun, meant];
  }),
);
const FOUND = new RegExp(
  `(?:${[...phrases.keys()].toSorted((one, other) => other.length - one.length).join('|')})(?!性)`,
  'g',
);
const THIRD_PLENUM = /三中全会/;
const RESOLUTION = /《(?:中共中央关于)?(?:进一步)?(?:全面深化改革[^》]{0,20}的)?(决议)》/g;

/**
 * Flags set phrases of official prose whose words were exchanged for synonyms, and the Third Plenum's Decision called a
 * resolution (`决议`). Either script; offsets in UTF-16. What the sentence said cannot be known from it.
 */
export function flagSynonymSpinning(text: string): Flag[] {
  const folded = foldScript(text);
  const flags: Flag[] = [];
  const add = (start: number, end: number, expected: string) => {
    const evidence = [{ kind: 'expected', quote: expected, count: 1 }] as const;
    flags.push({ start, end, kind: 'synonym-spinning', evidence });
  };
  for (const match of folded.matchAll(FOUND)) {
    add(match.index, match.index + match[0].length, phrases.get(match[0]) ?? '');
  }
  if (THIRD_PLENUM.test(folded) && !folded.includes('《决定》')) {
    for (const match of folded.matchAll(RESOLUTION)) {
      const start = match.index + match[0].lastIndexOf('决议');
      add(start, start + 2, '决定');
    }
  }
  return flags;
}
