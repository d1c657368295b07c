// Clean texts made to be mistaken for damaged ones, in both scripts, and prose of many kinds to be damaged. All are the
// project's own, but for lines of ancient authors.
import type { TestScript } from './clean-texts.test-support.ts';

type Pick = <T>(list: readonly T[]) => T;

const NAMES = {
  hans: '王海 李玉海 周福海 张常 刘劲松 赵裕 陈海波 欧阳明校 司马剑 贠慶明 禤国维 亓鸣 逄锦聚 麴裕 昝福祥 佘海 仝保 郄福'.replace(
    '慶',
    '庆',
  ),
  hant: '王海 李玉海 周福海 張常 劉勁松 趙裕 陳海波 歐陽明校 司馬劍 贠慶明 禤國維 亓鳴 逄錦聚 麴裕 昝福祥 佘海 仝保 郄福',
} as const;
const OFFICES = {
  hans: '省公安厅厅长 临海市市长 上海市委常委 威海市教育局局长 北海市副市长 黄骅港负责人 海关关长 校长 副校长 党校教务处处长 社保中心主任 医保局副局长 驻村第一书记 种粮大户 老党员',
  hant: '省公安廳廳長 臨海市市長 上海市委常委 威海市教育局局長 北海市副市長 黃驊港負責人 海關關長 校長 副校長 黨校教務處處長 社保中心主任 醫保局副局長 駐村第一書記 種糧大戶 老黨員',
} as const;
const TAILS = {
  hans: '走向深海 面向大海 守住四海 办好学校 走进军校 惠及全校 完善社保 参加医保 落实低保 挑起重担 主动承担 分担 一切如常 生活照常 共同富裕 家家富裕 造福 谋幸福 共享幸福 争当劳模 扩大规模 创造奇迹 留下足迹 短暂停 说叫停就叫停 从严处罚 从轻处罚 亮剑 刀光剑 向我们靠拢 收拢 颗粒 一颗一粒 脱危 转危 乡愁茫茫 大海茫茫 高校 母校 海 福'.split(
    ' ',
  ),
  hant: '走向深海 面向大海 守住四海 辦好學校 走進軍校 惠及全校 完善社保 參加醫保 落實低保 挑起重擔 主動承擔 分擔 一切如常 生活照常 共同富裕 家家富裕 造福 謀幸福 共享幸福 爭當勞模 擴大規模 創造奇跡 留下足跡 短暫停 說叫停就叫停 從嚴處罰 從輕處罰 亮劍 刀光劍 向我們靠攏 收攏 顆粒 一顆一粒 脫危 轉危 鄉愁茫茫 大海茫茫 高校 母校 海 福'.split(
    ' ',
  ),
} as const;
const CLAUSES = {
  hans: '要把改革落到实处|我们坚持问题导向，补短板、强弱项|全市上下凝心聚力，推进各项工作|企业要练好内功，走出去、引进来|学生的事就是学校的事|医保、社保、低保一样都不能少|路修好了，货车能开到村口|老百姓说好，才是真的好|2024年，全省GDP增长5.3%，粮食产量达1465万吨|项目总投资12.6亿元，占地300亩|“三北”工程、“两山”理念深入人心|《中华人民共和国民营经济促进法》正在征求意见|他引用古语：‘不积跬步，无以至千里’|Wi-Fi、5G、AI等技术走进田间|第1—3项（含第2项）由区里负责|海内存知己，天涯若比邻|这台机器叫“海燕-Ⅱ”，能潜到1000米以下'.split(
    '|',
  ),
  hant: '要把改革落到實處|我們堅持問題導向，補短板、強弱項|全市上下凝心聚力，推進各項工作|企業要練好內功，走出去、引進來|學生的事就是學校的事|醫保、社保、低保一樣都不能少|路修好了，貨車能開到村口|老百姓說好，才是真的好|2024年，全省GDP增長5.3%，糧食產量達1465萬噸|項目總投資12.6億元，占地300畝|“三北”工程、“兩山”理念深入人心|《中華人民共和國民營經濟促進法》正在徵求意見|他引用古語：‘不積跬步，無以至千里’|Wi-Fi、5G、AI等技術走進田間|第1—3項（含第2項）由區裡負責|海內存知己，天涯若比鄰|這臺機器叫“海燕-Ⅱ”，能潛到1000米以下'.split(
    '|',
  ),
} as const;
const VERBS = {
  hans: ['说', '表示', '介绍', '强调', '告诉记者'],
  hant: ['說', '表示', '介紹', '強調', '告訴記者'],
} as const;
const DATELINES = {
  hans: [
    '本报海口8月1日电（记者 王海 通讯员 李常）',
    '新华社上海7月22日电',
    '（责任编辑：周福海）',
    '□ 本报记者 陈海波 赵裕',
    '来源：珠海特区报  作者：张常  2024-08-05 09:30',
    '图为：大海航行 王海摄',
  ],
  hant: [
    '本報海口8月1日電（記者 王海 通訊員 李常）',
    '新華社上海7月22日電',
    '（責任編輯：周福海）',
    '□ 本報記者 陳海波 趙裕',
    '來源：珠海特區報  作者：張常  2024-08-05 09:30',
    '圖為：大海航行 王海攝',
  ],
} as const;

/** Makes prose full of what ends in a character with the trail byte A3, of quotations in quotations, figures and names. */
export function makeHostileArticle(script: TestScript, length: number, random: () => number): string {
  const pick: Pick = (list) => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error('empty list');
    return found;
  };
  const clause = () => pick(CLAUSES[script]);
  const tail = () => pick(TAILS[script]);
  const stop = () => (random() < 0.6 ? '。' : pick(['', '', '！', '？', '……', '——', '；']));
  const speech = () => `${clause()}，${random() < 0.5 ? clause() : tail()}${stop()}`;
  const who = () => pick(OFFICES[script].split(' ')) + pick(NAMES[script].split(' '));
  const says = () => pick(VERBS[script]);
  const sentences = [
    () => `${clause()}。`,
    () => `${clause()}，${tail()}。`,
    () => `“${speech()}”${who()}${says()}，${clause()}。`,
    () => `${who()}${says()}：“${speech()}”`,
    () => `${clause()}，${tail()}“${clause()}”${clause()}。`,
    () => `${clause()}${tail()}“${speech()}”${who()}${says()}，${clause()}。`,
    () => `“${clause()}‘${tail()}’，${speech()}”${who()}${says()}，${tail()}。`,
    () => `${tail()}！${clause()}？${tail()}；${clause()}。`,
    () => `《${tail()}》《${clause()}》${clause()}。`,
    () => `${clause()}（${tail()}）。`,
  ];
  let text = random() < 0.3 ? `${pick(DATELINES[script])}\n` : '';
  while (text.length < length) {
    let paragraph = '';
    for (let count = 1 + Math.floor(random() * (random() < 0.1 ? 14 : 4)); count > 0; count--)
      paragraph += pick(sentences)();
    text += `${paragraph}\n`;
  }
  return random() < 0.3 ? text + pick(DATELINES[script]) : text.slice(0, -1);
}

/**
 * Makes an article that closes its speeches with a full stop, has no ellipsis and no dash, and names its speakers again and
 * again, but for one quotation: before it, or at its end, stands what a lost full stop looks like when it is damaged.
 */
export function makeTrap(script: TestScript, random: () => number): string {
  const pick: Pick = (list) => list[Math.floor(random() * list.length)] as (typeof list)[number];
  const clauses = CLAUSES[script].filter((each) => !/[—‘?a-zA-Z0-9]/.test(each));
  const who = pick(OFFICES[script].split(' ')) + pick(NAMES[script].split(' '));
  const says = pick(VERBS[script]);
  const usual = () => `“${pick(clauses)}，${pick(clauses)}。”${who}${says}，${pick(clauses)}。`;
  const tail = pick(TAILS[script]);
  const trap = pick([
    () => `“${pick(clauses)}，${tail}”${who}${says}，${pick(clauses)}。`,
    () => `“${pick(clauses)}，${tail}。”${who}${says}，${pick(clauses)}。`,
    () => `${pick(clauses)}，${tail}“${pick(clauses)}，${pick(clauses)}。”${who}${says}，${pick(clauses)}。`,
    () => `${pick(clauses)}，${tail}。“${pick(clauses)}，${pick(clauses)}。”${who}${says}，${pick(clauses)}。`,
    () => `“${pick(clauses)}，${tail}……”${who}${says}，${pick(clauses)}。`,
    () => `“${pick(clauses)}，${tail}！”${who}${says}，${pick(clauses)}。`,
    () => `${who}${says}：“${pick(clauses)}，${tail}”`,
    () => `${who}${says}：“${pick(clauses)}，${tail}。”`,
    () => `“${pick(clauses)}。”${who}${says}，${tail}“${pick(clauses)}，${pick(clauses)}。”${who}${says}。`,
    () => `“${pick(clauses)}。${tail}’”${who}${says}，${pick(clauses)}。`,
  ])();
  return [usual(), trap, usual(), usual()].join('\n');
}

/** Clean texts that have brackets, glosses, markup, question marks and half-width punctuation of their own. */
export const CLEAN_TEXTS: readonly string[] = [
  '子曰：“学而时习之，不亦说(yuè)乎？有朋自远方来，不亦乐(lè)乎？人不知而不愠(yùn)，不亦君子乎？”',
  '北冥有鱼，其名为鲲(kūn)。鲲之大，不知其几千里也；化而为鸟，其名为鹏(péng)。',
  '垚(yáo)、犇(bēn)、淼(miǎo)、焱(yàn)、鑫(xīn)，这些字怎么读？',
  '這個字讀作“應(yìng)付”的“應”，不是“應(yīng)該”的“應”。現(xiàn)在請同學們讀一遍：學(xué)習。',
  '拼音练习：发(fā)展、机(jī)会、经(jīng)济、业(yè)务、学(xué)习、会(huì)议。请给下列词语注音。',
  '生字表：现(xiàn) 应(yīng) 责(zé) 学(xué) 进(jìn) 发(fā)。书写时注意笔顺。',
  '普通话里“了”有两个音：了(le)和了(liǎo)；“地”也有两个音：地(de)和地(dì)。',
  '他问:"你真的要去吗?!"我说:"当然!"',
  '真的吗?！不会吧？！怎么可能?!',
  '什么?!他居然走了?!?',
  '多少?5个?还是6个?',
  '当 a < b 且 b > c 时，a<b&&b>c 不一定成立；若 x>0，则 |x|=x。',
  '公式：E=mc²，α+β=γ，∑(x_i)=1，√2≈1.414，5×3=15，10÷2=5，±0.5℃。',
  '请访问 https://example.org/?p=1&q=2;r=3#top 或发邮件至 a_b@example.com。',
  '代码：if (x > 0 && y < 1) { return "是"; } // 注释?!',
  'The Third Plenum (三中全会) adopted the Decision; what does it mean? Everything!',
  '本文采用半角标点,因为期刊要求如此;参考文献见[1],[2]. 结论是什么?见第3节(Wang et al., 2023).',
  '表1 各省情况\n省份\t2022\t2023\n山西\t5.6%\t5.0%\n河北\t3.8%\t5.5%\n（单位：%）',
  '床前明月光，疑是地上霜。\n举头望明月，低头思故乡。',
  '春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少？',
  '床前明月光,疑是地上霜!\n舉頭望明月,低頭思故鄉?',
  '用 R&D 投入、S&P 500、AT&T 和 Q&A 作例子；AT&amp 不是完整的实体。',
  '鄉鎮(街道)、二〇二四(2024)、總值(GDP)、應用(app)、張三(Tom Smith)、第(一)項、(an)、甲(a)乙(e)。',
  '他叫王喆(zhé)，他弟弟叫王珏(jué)，妹妹叫王玥(yuè)，都不是常见的字。',
  '会（huì）议在单（shàn）县召开，任（rén）县的代表也来了，乐（lào）亭的没有来。',
  '欧元(€)、英镑(£)、日元(¥)和美元($)的汇率：1€=7.8元。',
  '“上海”“珠海”“北海”“威海”，哪一个不在海边？',
  '学校！学校！他喊道。保！保什么？海！大海！',
  '甲：你好吗??\n乙：好!!!\n甲：???',
  '日语“お元気ですか”和韩语“안녕하세요”都是问候；俄语“Привет”也是。',
  '重点词语：**改革**、*开放*、__创新__；脚注*见文末。',
];
