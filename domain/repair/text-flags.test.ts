import { describe, expect, it } from 'vitest';
import { makeArticle } from './clean-texts.test-support.ts';
import { seededRandom } from './damage-independent.test-support.ts';
import { CLEAN_TEXTS } from './hostile-texts.test-support.ts';
import type { FlagKind } from './repair-report.ts';
import { proposeRepairs } from './repair-text.ts';

const flagged = (text: string) =>
  proposeRepairs(text).flags.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

// What must be seen, the flagged words between brackets.
const SEEN: Readonly<Record<FlagKind, string>> = {
  'over-conversion':
    '完善【體製】|【機製】改革|【全麵】推進|【體係】建設|開啟新的【徵程】|【機構編製】|【製度】建設|【複興】之路|【國傢】治理|【聯係】群眾|【隻有】改革|【關註】民生|【瞭解決】問題|【最佳化營商環境】|【透過改革】|【網路強國】',
  'synonym-spinning':
    '【周全深化刷新】|【周全从严治党】|推动【经济社会成长】|【中国式当代化】|【國度治理】現代化|【焦点代价观】|【科技立异】|发展【新质出产力】|【集会指出，】要落实|二十届三中全会通过的《【决议】》|【党的二十届三中全会决议】|【屯子振兴】|【出产力成长】',
  'masked-word': '学习贯彻习近【*】总书记|学习贯【*】落实|习【■】平|深化改【█】革|贯彻落【□】会议|认真【**】学习',
  'injected-text':
    '全面深化【http://bad.example/x】落实|各级党委【www.bad.com】要学习|中国式【현대화】现代化|要坚持【бесплатно】改革|全面深化【click here to buy now】改革|推进改革加【微信abc12345】开放|落实【おはよう】会议',
  'lost-digit': '产值【?】.8亿元|增长【?】5.3%|约【?】00万人|近【?】5年来|会议在【?】月召开|达【?】亿元',
};

describe.each(Object.entries(SEEN))('%s', (kind, examples) => {
  it.each(examples.split('|'))('%s', (example) => {
    const words = /【(.+)】/.exec(example)?.[1] ?? '';
    expect(flagged(example.replace(/[【】]/g, ''))).toContain(`${kind} ${words}`);
  });
});

describe('what is no damage', () => {
  it.each([
    '周全考虑、周全安排，刷新纪录，扶植亲信，《关于若干历史问题的决议》',
    '企业成长的烦恼，经济社会成长性，兼顾成长与稳定，迷信成长起来的骗局',
    '出产力士鞋的工厂在集会指出发地点',
    '麵製品、製造業、複製、複雜、重複、徵收、徵求、徵兵、象徵、繫鞋帶、關係、麵包、皇后、乾隆、若干、里程',
    '訂製、製程、創製、研製、編製預算，高品質的產品，透過窗戶，透過現象看本質',
    '数位专家、多位代表，网址为 www.gov.cn，请访问。',
    '产品出口到俄罗斯（Россия），使用 Windows 10 操作系统，会议在Shangri-La Hotel举行，用GDP和Wi-Fi',
    '□本报记者 张三□通讯员 李四',
    '到底有多少?5个还是6个？长×宽，二〇二四，××村，某某某',
    '真的吗?为什么?月亮出来了?年轻人来了?',
  ])('%s', (text) => {
    expect(flagged(text)).toEqual([]);
  });

  it('in clean articles nothing is flagged, and in odd clean texts hardly anything', () => {
    for (let n = 0; n < 120; n++) {
      expect(flagged(makeArticle(n % 2 === 0 ? 'hans' : 'hant', 600, seededRandom(71 + n), true))).toEqual([]);
    }
    // A note's asterisk cannot be told from a masked character.
    expect(CLEAN_TEXTS.flatMap(flagged)).toEqual(['masked-word *']);
  });
});
