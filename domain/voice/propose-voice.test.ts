import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Voice } from '../contract/values.ts';
import { applyRepairs, proposeRepairs } from '../repair/repair-text.ts';
import { proposeVoice } from './propose-voice.ts';

type Expected = null | ({ kind: Voice['kind']; sure?: boolean } & Partial<Voice>);

/** ⟦ and ⟧ stand around the passage. */
const CASES: readonly [text: string, expected: Expected][] = [
  // The speaker before the quotation.
  [
    '省長金湘軍說：“⟦要抓好安全生產。⟧”',
    { kind: 'official', name: '金湘軍', office: '省長', level: 'provincial', place: null, sure: true },
  ],
  ['省长金湘军说：“⟦要抓好安全生产。⟧”', { kind: 'official', name: '金湘军', office: '省长', level: 'provincial' }],
  [
    '晉中市委書記常書銘表示：“⟦我們要抓好落實。⟧”',
    { kind: 'official', name: '常書銘', office: '晉中市委書記', level: 'prefectural', place: '晉中市', sure: true },
  ],
  ['晋中市委书记常书铭指出，“⟦我们要抓好落实。⟧”', { kind: 'official', name: '常书铭', place: '晋中市' }],
  [
    '大同市平城區委書記王偉強調：「⟦基層要減負。⟧」',
    { kind: 'official', name: '王偉', level: 'county', place: '大同市平城區' },
  ],
  [
    '平遥县县长李明介绍说：“⟦古城保护要有新办法。⟧”',
    { kind: 'official', name: '李明', level: 'county', place: '平遥县' },
  ],
  [
    '近日，省應急管理廳黨委書記、廳長王啟瑞在會上表示：“⟦安全是底線。⟧”',
    { kind: 'official', name: '王啟瑞', office: '省應急管理廳黨委書記、廳長', level: 'provincial' },
  ],
  [
    '太原市市長張新偉在接受記者採訪時說：『⟦路要一步步走。⟧』',
    { kind: 'official', name: '張新偉', level: 'prefectural' },
  ],
  ['国务院副总理张国清强调：“⟦要压实责任。⟧”', { kind: 'official', name: '张国清', level: 'central', place: null }],
  [
    '习近平总书记指出：“⟦改革开放只有进行时没有完成时。⟧”',
    { kind: 'official', name: '习近平', office: '总书记', level: 'central' },
  ],
  ['習近平總書記強調，“⟦改革要見實效。⟧”', { kind: 'official', name: '習近平', level: 'central' }],
  [
    '朔州市朔城区神头镇镇长刘建国告诉记者：“⟦路灯都亮了。⟧”',
    { kind: 'official', name: '刘建国', level: 'township', place: '朔州市朔城区' },
  ],
  ['西街社區黨委書記趙玉蘭告訴記者，“⟦矛盾不出社區。⟧”', { kind: 'official', name: '趙玉蘭', level: 'grassroots' }],
  ['梁家村党支部书记梁建军坦言：“⟦起初谁也没底。⟧”', { kind: 'official', name: '梁建军', level: 'grassroots' }],
  [
    '北京市市長殷勇表示：“⟦要優化營商環境。⟧”',
    { kind: 'official', name: '殷勇', level: 'provincial', place: '北京市' },
  ],
  ['山西大學教授李建華認為：“⟦改革重在系統集成。⟧”', { kind: 'citizen', name: '李建華', level: null }],
  ['村民王秀英说：“⟦日子越过越好。⟧”', { kind: 'citizen', name: '王秀英', office: '村民' }],
  ['某科技公司董事長陳志遠表示："⟦我們有信心。⟧"', { kind: 'citizen', name: '陳志遠' }],
  ['运城市委常委、宣传部部长欧阳文表示：“⟦文化要惠民。⟧”', { kind: 'official', name: '欧阳文', level: 'prefectural' }],
  ['喀什地區行署專員努爾·白克力說：“⟦團結是福。⟧”', { kind: 'official', name: '努爾·白克力' }],
  // After the quotation.
  ['“⟦我們要抓好落實。⟧”晉中市委書記常書銘表示。', { kind: 'official', name: '常書銘', sure: true }],
  [
    '“⟦我们要抓好落实。⟧”省委书记唐登杰强调。',
    { kind: 'official', name: '唐登杰', office: '省委书记', level: 'provincial' },
  ],
  [
    '「⟦老百姓說好才是真的好。⟧」平城區委常委、組織部部長靳富軍表示，將深入學習。',
    { kind: 'official', name: '靳富軍', level: 'county', place: '平城區' },
  ],
  [
    '“⟦安全无小事。⟧”临汾市公安局直属分局西街派出所副所长景尧说，要把经验用好。',
    { kind: 'official', name: '景尧', level: 'grassroots', place: '临汾市' },
  ],
  ['“⟦收入翻了一番。⟧”種植大戶李二虎高興地說。', { kind: 'citizen', name: '李二虎' }],
  // In the midst of it.
  ['“⟦路通了，⟧”村支書張大山說，“貨也就出去了。”', { kind: 'official', name: '張大山', level: 'grassroots' }],
  ['“路通了，”村支書張大山說，“⟦貨也就出去了。⟧”', { kind: 'official', name: '張大山', level: 'grassroots' }],
  ['“路通了。”村支书张大山说。“⟦货也就出去了。⟧”', { kind: 'official', name: '张大山', sure: false }],
  // Nested marks: the one who speaks is outside.
  ['廳長王啟瑞說：“要堅持‘⟦人民至上⟧’，守住底線。”', { kind: 'official', name: '王啟瑞' }],
  [
    '「要堅持『⟦楓橋經驗⟧』，做到小事不出村。」派出所所長景堯說。',
    { kind: 'official', name: '景堯', level: 'grassroots' },
  ],
  ['“全會提出，⟦健全鄉鎮職責制度⟧，這指明了方向。”平城區委書記王偉表示。', { kind: 'official', name: '王偉' }],
  ['村民刘三说：“县长李明说过‘⟦绝不落下一户⟧’，做到了。”', { kind: 'citizen', name: '刘三' }],
  // Reported without marks.
  [
    '省藥監局局長贠亞明表示，⟦要落實監管責任⟧，加強防範。',
    { kind: 'official', name: '贠亞明', level: 'provincial', sure: false },
  ],
  ['省委书记唐登杰强调，要抓重点，⟦要补短板⟧。', { kind: 'official', name: '唐登杰' }],
  [
    '石云峰是誰？晉城市委政法委書記石云峰表示，用好改革“⟦關鍵一招⟧”，做好工作。',
    { kind: 'official', name: '石云峰', place: '晉城市' },
  ],
  ['⟦省長金湘軍表示，要抓好安全生產⟧。', { kind: 'official', name: '金湘軍', sure: false }],
  ['⟦“要抓好安全生產。”省長金湘軍表示⟧。', { kind: 'official', name: '金湘軍' }],
  ['据省应急管理厅厅长王启瑞介绍，⟦全省建成预案五千件⟧。', { kind: 'official', name: '王启瑞', level: 'provincial' }],
  // The Decision and the plenum.
  ['《決定》提出，⟦健全國家安全體系⟧。', { kind: 'decision', name: null, sure: false }],
  ['全會提出，⟦完善公共安全治理機制⟧。', { kind: 'decision' }],
  ['党的二十届三中全会提出，⟦国家安全是重要基础⟧。', { kind: 'decision' }],
  ['《决定》明确提出：“⟦健全社会治理体系。⟧”', { kind: 'decision', sure: true }],
  ['《中共中央關於進一步全面深化改革、推進中國式現代化的決定》指出，⟦要完善體制⟧。', { kind: 'decision' }],
  ['《決定》從⟦完善安全生產倒查機制⟧、加強網絡安全等方面作出部署。', { kind: 'decision', sure: false }],
  ['⟦全會提出，堅持和發展新時代“楓橋經驗”⟧，健全體系。', { kind: 'decision' }],
  ['省委十二届九次全会提出，⟦建设平安山西⟧。', null],
  ['市委全會指出，⟦要抓好落實⟧。', null],
  ['黨的十八屆三中全會提出，⟦使市場起決定性作用⟧。', null],
  ['十九届四中全会提出，⟦坚持制度自信⟧。', null],
  ['大家認真學習全會提出的⟦改革任務⟧。', null],
  // No name, no source.
  ['據介紹，⟦全縣建成大棚五百座⟧。', { kind: 'unattributed', name: null, office: null, sure: false }],
  ['据介绍，⟦全县建成大棚五百座⟧。', { kind: 'unattributed', name: null }],
  ['省應急管理廳相關負責人表示，⟦將開展排查⟧。', { kind: 'unattributed', name: null, office: null }],
  ['“⟦将开展排查。⟧”市教育局有关负责人说。', { kind: 'unattributed', name: null, sure: false }],
  ['群众纷纷表示：“⟦这样的事办到了心坎上。⟧”', { kind: 'citizen', name: null, sure: false }],
  ['廣大黨員幹部紛紛表示，⟦要抓好落實⟧。', null],
  ['市長李和平進一步指出，⟦要抓好落實⟧。', { kind: 'official', name: '李和平' }],
  ['村民們說：“⟦這事辦得好。⟧”', { kind: 'citizen', name: null, sure: false }],
  // Someone named before.
  ['省長金湘軍說：“第一。”他強調：“⟦第二。⟧”', { kind: 'official', name: '金湘軍', sure: false }],
  [
    '厅长王启瑞说：“第一。”\n王启瑞表示，⟦要守住底线⟧。',
    { kind: 'official', name: '王启瑞', office: '厅长', sure: false },
  ],
  ['省長金湘軍說：“一。”縣長李明說：“二。”他強調：“⟦三。⟧”', null],
  ['他說：“⟦這條路走對了。⟧”', null],
  ['王建國說：“⟦這條路走對了。⟧”', null],
  ['廳長王啟瑞：“⟦守住底線是第一位的。⟧”', { kind: 'official', name: '王啟瑞', sure: false }],
  // The reporter.
  ['記者在平城區看到，⟦小區裡新設了議事亭⟧。', { kind: 'journalist', sure: false }],
  ['记者从省应急管理厅获悉，⟦全省建成预案五千件⟧。', { kind: 'journalist' }],
  // Traps.
  ['全省黨員增強“四個意識”、做到“⟦兩個維護⟧”。', null],
  ['“⟦两个维护⟧”是最高政治原则。', null],
  ['堅持“⟦兩個維護⟧”，省委書記唐登傑表示，要抓好落實。', null],
  ['“⟦楓橋經驗⟧”的學習要深入。', null],
  ['各地落實部署，⟦加強監管⟧。', null],
  ['省长金湘军对来宾表示热烈欢迎，⟦双方签署协议⟧。', null],
  ['他看過許多⟦小說⟧，也聽說過這事。', null],
  ['會議強調，⟦要抓好落實⟧。', null],
  ['省長金湘軍表示，要抓好落實。⟦會後，調研組前往大同。⟧', null],
  ['省长金湘军表示，要抓好落实，会议指出，⟦要补短板⟧。', null],
  ['省長金湘軍說：“要抓好落實。”⟦隨後大家參觀了展館⟧。', null],
  ['“⟦不知是誰說的話。⟧”夜色漸深。', null],
  ['“⟦沒有閉合的引號，省長金湘軍說。⟧', null],
  ['局長馬上表示：“⟦立即整改。⟧”', null],
  ['这家名称为晋丰的⟦企业⟧成立了。', null],
  ['⟦國家安全是重要基礎。⟧', null],
];

function readCase(marked: string) {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replaceAll(/[⟦⟧]/gu, ''), span: { start, end } };
}

describe('a constructed sentence', () => {
  it.each(CASES)('%s', (marked, expected) => {
    const { text, span } = readCase(marked);
    const proposal = proposeVoice(text, span);
    if (expected === null) {
      expect(proposal).toBeNull();
      return;
    }
    const { sure, ...voice } = expected;
    expect(proposal?.voice).toMatchObject(voice);
    if (sure !== undefined) expect(proposal?.confidence).toBe(sure ? 'certain' : 'likely');
  });

  it.each(CASES)('says nothing that does not stand there: %s', (marked) => {
    const { text, span } = readCase(marked);
    const proposal = proposeVoice(text, span);
    if (proposal === null) return;
    const { name, office, place } = proposal.voice;
    for (const words of [name, office, place]) if (words !== null) expect(text).toContain(words);
    expect(proposal.evidence.length).toBeGreaterThan(0);
    const starts = proposal.evidence.map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    for (const { start, end } of proposal.evidence) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    if (name !== null) {
      const words = proposal.evidence.map(({ start, end }) => text.slice(start, end)).join('|');
      expect(words).toContain(name);
    }
  });
});

test('the words it was concluded from are those of speaker, verb and marks', () => {
  const text = '“我們要抓好落實。”晉中市委書記常書銘表示，要學習。';
  const { evidence } = proposeVoice(text, { start: 1, end: 8 }) ?? { evidence: [] };
  expect(evidence.map(({ what, start, end }) => [what, text.slice(start, end)])).toEqual([
    ['quotation', '“我們要抓好落實。”'],
    ['speaker', '晉中市委書記常書銘'],
    ['verb', '表示'],
  ]);
});

describe('the Shanxi article', () => {
  const imported = readFileSync(new URL('../../resources/sample/shanxi-article.txt', import.meta.url), 'utf8');
  const { text } = applyRepairs(imported, proposeRepairs(imported).repairs, 'all');
  const at = (words: string, within = text) => {
    const start = within.indexOf(words);
    if (start < 0) throw new Error(`${words} does not stand there`);
    return { start, end: start + words.length };
  };

  it.each<[string, Expected]>([
    ['國家安全是中國式現代化', { kind: 'decision' }],
    ['完善維護國家安全體制機制', { kind: 'decision' }],
    ['完善安全生產風險排查整治和責任倒查機制', { kind: 'decision' }],
    [
      '我們要緊密結合應急管理工作實際',
      { kind: 'official', name: '王啟瑞', office: '省應急管理廳黨委書記、廳長', level: 'provincial' },
    ],
    ['強力推進基層基礎建設', { kind: 'official', name: '王啟瑞' }],
    ['強力推進應急能力提升', null],
    [
      '提升數據安全治理監管能力',
      { kind: 'official', name: '賈智勇', office: '省委網信辦信息化發展處處長、一級調研員', level: 'provincial' },
    ],
    ['完善藥品安全責任體系', { kind: 'official', name: '贠亞明', level: 'provincial' }],
    ['實現高質量發展和高水平安全良性互動', { kind: 'decision' }],
    ['近5年全省未發生', null],
    ['為公安機關維護國家安全和社會穩定指明了方向', { kind: 'official', name: '李戎' }],
    ['惠及人民群眾', { kind: 'official', name: '石云峰', level: 'prefectural', place: '晉城市' }],
    ['關鍵一招', { kind: 'official', name: '石云峰' }],
    ['兩室一隊', { kind: 'official', name: '景堯', level: 'grassroots', place: '臨汾市' }],
    ['在724個小區全覆蓋', null],
    ['健全鄉鎮(街道)職責和權力', { kind: 'official', name: '靳富軍', level: 'county', place: '平城區' }],
  ])('%s', (words, expected) => {
    const proposal = proposeVoice(text, at(words));
    if (expected === null) expect(proposal).toBeNull();
    else expect(proposal?.voice).toMatchObject(expected);
  });

  it('is read with its glosses too, in its own offsets', () => {
    const proposal = proposeVoice(imported, at('推進(jìn)應(yīng)急數(shù)據(jù)', imported));
    expect(proposal?.voice).toMatchObject({ kind: 'official', name: '王啟瑞', office: '省應急管理廳黨委書記、廳長' });
    const words = proposal?.evidence.map(({ start, end }) => imported.slice(start, end));
    expect(words).toEqual([expect.stringMatching(/^省應.*王啟瑞$/u), '表示']);
  });
});
