import { describe, expect, test } from 'vitest';
import shanxiFile from '../../resources/sample/shanxi-article.txt?raw';
import { articleMetadata } from '../contract/article.ts';
import { proposeRoles } from '../text/roles.ts';
import type { MetadataInput, MetadataProposal } from './proposal.ts';
import { toArticleMetadata } from './proposal.ts';
import { proposeMetadata } from './propose-metadata.ts';

const shanxi = shanxiFile.trimEnd();
const HANT = '會議強調,要把各項任務落到實處,為國家發展作出貢獻。';
const HANS = '会议强调,要把各项任务落到实处,为国家发展作出贡献。';

function propose(lines: readonly string[], more: Partial<MetadataInput> = {}): MetadataProposal {
  const text = lines.join('\n');
  return proposeMetadata({ text, roles: proposeRoles(text), ...more });
}

const values = (lines: readonly string[], more: Partial<MetadataInput> = {}) => toArticleMetadata(propose(lines, more));

describe('the sample article', () => {
  const reporters = ['楊文俊', '李煉', '郭寧', '孟婷', '張毅', '杜春春', '鄭璐', '李強'];
  const repaired = shanxi
    .replaceAll(/\([a-zà-ǜ]+\)/gu, '')
    .replace('?!皶x城市', '。“晉城市')
    .replace('?!睍x城市', '。”晉城市')
    .replace('?!迸R汾', '。”臨汾');

  test.each([
    ['as it is, damaged', shanxi, ['山西', '大同']],
    ['repaired', repaired, ['山西', '晉城', '大同', '臨汾']],
  ])('%s: its province, eight reporters and editor; no title, no date', (_, text, places) => {
    const proposal = proposeMetadata({ text, roles: proposeRoles(text), fileName: 'shanxi-article.txt' });
    expect(toArticleMetadata(proposal)).toEqual({
      title: null,
      outlet: null,
      outletProvince: '山西',
      places,
      publishedOn: null,
      reporters,
      editor: '盧相汀',
      source: null,
      address: null,
      genre: null,
      script: 'hant',
    });
    expect(proposal.outletProvince?.confidence).toBe('likely');
    expect(quoted(text, proposal.outletProvince)).toBe('我省');
    expect(quoted(text, proposal.editor)).toBe('盧相汀');
    expect(proposal.reporters?.parts?.map((part) => quoted(text, part))).toEqual(reporters);
  });
});

function quoted(text: string, part: { evidence: unknown } | null): unknown {
  const evidence = part?.evidence;
  if (typeof evidence !== 'object' || evidence === null || !('start' in evidence) || !('end' in evidence))
    return evidence;
  return text.slice(Number(evidence.start), Number(evidence.end));
}

describe('outlet and its province', () => {
  test.each<[string, string[], string | null, string | null]>([
    ['來源 names a provincial paper', ['題目在此', '來源:山西日報', HANT], '山西日報', '山西'],
    ['in Simplified characters it is the same outlet', ['题目在此', '来源：山西日报', HANS], '山西日報', '山西'],
    ['a central outlet is national', ['题目在此', '来源：人民日报', HANS], '人民日報', '全國'],
    ['解放日報 is of Shanghai', ['题目', '（来源：《解放日报》）', HANS], '解放日報', '上海'],
    ['新華日報 is of Jiangsu', ['题目', '来源：新华日报', HANS], '新華日報', '江蘇'],
    ['大眾日報 is of Shandong', ['題目', '來源:大眾日報', HANT], '大眾日報', '山東'],
    ['the Corps has its own', ['题目', '来源：兵团日报', HANS], '兵團日報', '新疆兵團'],
    ['黃河新聞網 is of Shanxi', ['題目', '來源:黃河新聞網', HANT], '黃河新聞網', '山西'],
    ['a local paper is read from its name', ['题目', '来源：运城日报', HANS], '運城日報', '山西'],
    ['the byline names the paper', [HANS, '南方日报记者 张三'], '南方日報', '廣東'],
    ['a dispatch', ['新华社太原8月5日电（记者张三）' + HANS], '新華社', '全國'],
    ['a site and the paper it copied', ['题目', '来源：人民网－人民日报', HANS], '人民日報', '全國'],
    ['a report that names its paper', ['重庆日报讯 （记者 颜安）' + HANS], '重慶日報', '重慶'],
    ['site and paper before 讯', ['天山网-新疆日报讯（记者 张三）' + HANS], '新疆日報', '新疆'],
    ['the reader of a paper', ['河南日报客户端记者 李若凡', HANS], '河南日報', '河南'],
    ['a paper in no list has no province', ['题目', '来源：北坪改革报', HANS], '北坪改革报', null],
    ['a portal that is no outlet', ['题目', '来源：互联网', HANS], null, null],
    ['nothing at all', [HANS], null, null],
    ['本報 alone says nothing', [HANS, '本报记者 张三'], null, null],
  ])('%s', (_, lines, outlet, province) => {
    expect(values(lines)).toMatchObject({ outlet, outletProvince: province });
  });

  test('the site, the address and the file name are likely outlets', () => {
    expect(propose([HANS], { htmlMetadata: { siteName: '荆楚网' } })).toMatchObject({
      outlet: { value: '荊楚網', evidence: 'html', confidence: 'likely' },
      outletProvince: { value: '湖北' },
    });
    expect(values([HANS], { htmlMetadata: { url: 'http://news.people.com.cn/n1/2024/0805/c1.html' } }).outlet).toBe(
      '人民網',
    );
    expect(values([HANS], { htmlMetadata: { title: '让改革落地_山西新闻网' } }).outlet).toBe('山西新聞網');
    expect(values([HANS], { fileName: '2024-08-05_山西日报_要闻.txt' })).toMatchObject({
      outlet: '山西日報',
      outletProvince: '山西',
      publishedOn: '2024-08-05',
    });
  });

  test('我省 is the province of the paper that wrote it, not of the mirror', () => {
    const mirrored = [`我省各地深入学习,太原、大同、运城积极行动。${HANS}`];
    expect(values(mirrored, { htmlMetadata: { siteName: '荆楚网' } })).toMatchObject({
      outlet: null,
      outletProvince: '山西',
    });
    expect(values(mirrored, { htmlMetadata: { siteName: '山西新闻网' } })).toMatchObject({
      outlet: '山西新聞網',
      outletProvince: '山西',
    });
    expect(values(['题目在此', '来源：人民网', ...mirrored])).toMatchObject({
      outlet: '人民網',
      outletProvince: '山西',
    });
    expect(values(['题目在此', '来源：山西日报', ...mirrored]).outlet).toBe('山西日報');
  });

  test.each([
    ['我省沒有地名', null],
    ['我省與山西、河南、山東、河北交流。', null],
    ['我区各级干部,呼和浩特、包头积极行动。', '內蒙古'],
    ['我区各级干部,太原、大同积极行动。', null],
    ['我市各区县,重庆全面部署。', '重慶'],
    ['他自我省察,在太原工作。', null],
    ['我市场监管,在太原落实。', null],
  ])('%s → %s', (sentence, province) => {
    expect(values([`${sentence}${HANS}`]).outletProvince).toBe(province);
  });
});

describe('places', () => {
  test.each<[string, string[], string[]]>([
    [
      'provinces, then prefectures, then counties named again',
      ['平遥古城新事', `山西省晋中市平遥县。平遥县再造。${HANS}`],
      ['山西', '晉中', '平遙縣'],
    ],
    ['a prefecture brings its province', [`太原市。${HANS}`], ['山西', '太原']],
    ['京津冀 is three provinces', [`京津冀协同。${HANS}`], ['北京', '天津', '河北']],
    ['none', [HANS], []],
    [
      'bylines and datelines are not written about',
      ['新华社北京8月5日电（记者张三）' + HANS, '（责任编辑：太原生）'],
      [],
    ],
    ['in passing', [`${'浙江省全面部署。'.repeat(8)}学习江西。${HANS}`], ['浙江']],
  ])('%s', (_, lines, places) => {
    expect(values(lines).places).toEqual(places);
  });
});

describe('date', () => {
  test.each<[string, string[], Partial<MetadataInput>, string | null]>([
    ['a header line', ['题目在此', '2024-08-05 10:22', HANS], {}, '2024-08-05'],
    ['a header line with a source', ['题目在此', '2024年8月5日 来源：山西日报', HANS], {}, '2024-08-05'],
    ['a source line with a date behind', ['題目在此', '來源:山西日報  2024-08-05 10:22', HANT], {}, '2024-08-05'],
    ['發布時間', ['題目在此', '發布時間：2024/8/5 10:22:33', HANT], {}, '2024-08-05'],
    ['Han numerals', ['题目在此', '二〇二四年八月二十五日', HANS], {}, '2024-08-25'],
    ['a dateline without a year stays unknown', [`新华社太原8月5日电 ${HANS}`], {}, null],
    ['a dateline with its year', [`新华社太原2024年8月5日电 ${HANS}`], {}, '2024-08-05'],
    [
      'a dateline and the year of the file name',
      [`本报太原8月5日讯 ${HANS}`],
      { fileName: '山西2024第3篇.txt' },
      '2024-08-05',
    ],
    ['the page', [HANS], { htmlMetadata: { publishedTime: '2024-08-05T10:22:00+08:00' } }, '2024-08-05'],
    ['the page in another zone', [HANS], { htmlMetadata: { publishedTime: '2024-08-05T20:22:00Z' } }, '2024-08-06'],
    ['an address', [HANS], { htmlMetadata: { url: 'http://epaper.sxrb.com/html/2024-08/05/c.htm' } }, '2024-08-05'],
    [
      'an address with a stamp',
      [HANS],
      { htmlMetadata: { url: 'https://a.cn/x/t20240805_123456.html' } },
      '2024-08-05',
    ],
    ['a file name to the month', [HANS], { fileName: '山西日报2024年8月.txt' }, '2024-08'],
    ['a file name of digits', [HANS], { fileName: '20240805.txt' }, '2024-08-05'],
    ['a signature', [HANS, HANS, '2024年8月5日'], {}, '2024-08-05'],
    ['a date in the prose is none', [`2024年7月18日,全会审议通过。${HANS}`], {}, null],
    ['no such day', ['题目在此', '2024-02-30 10:22', HANS], {}, null],
    ['a number is no date', [HANS], { fileName: '12024080512.txt' }, null],
  ])('%s', (_, lines, more, date) => {
    expect(values(lines, more).publishedOn).toBe(date);
  });
});

describe('people', () => {
  test.each<[string, string[], string[]]>([
    ['a byline', [HANS, '本报记者 张三 李四'], ['张三', '李四']],
    ['written together with the title', [HANT, '本報記者楊文俊 李煉'], ['楊文俊', '李煉']],
    ['over several lines', [HANT, '本報記者楊文俊 李煉', '孟婷 張毅'], ['楊文俊', '李煉', '孟婷', '張毅']],
    ['a name set wide', [HANS, '本报记者 王　五　赵小六'], ['王五', '赵小六']],
    ['correspondents too', [HANS, '本报记者 李小明 通讯员 王强 欧阳文修'], ['李小明', '王强', '欧阳文修']],
    ['in brackets behind the dateline', [`新华社太原8月5日电（记者张三、李四丰）${HANS}`], ['张三', '李四丰']],
    ['本报讯', [`本报讯（首席记者 王丽 通讯员 赵刚）${HANS}`], ['王丽', '赵刚']],
    ['in square brackets', [`${HANT}【本報記者 王麗】`], ['王麗']],
    ['at the end of the last paragraph', [HANS, `${HANS}本报记者 张建国 报道`], ['张建国']],
    ['撰文', [HANS, '撰文：南方日报记者 骆骁骅'], ['骆骁骅']],
    ['names of another people behind 讯', [`本报讯（记者 阿依努尔 热依达）${HANS}`], ['阿依努尔', '热依达']],
    ['the editor in brackets is none', [HANS, '【编辑:刘欢】'], []],
    ['作者', ['题目在此', '2024-08-05 作者：李明 来源：山西日报', HANS], ['李明']],
    ['run together', [HANS, '本报记者 张三李四'], ['张三', '李四']],
    ['a name of another people', [HANS, '本报记者 阿不都·热合曼 古丽娜'], ['阿不都·热合曼', '古丽娜']],
    ['a photographer is none', [HANS, '图为工作现场。本报记者 张三 摄'], []],
    ['记者从 begins a sentence', [`（记者从会议现场获悉）${HANS}`], []],
    ['记者 in prose', [`记者了解到,${HANS}`], []],
    ['本报评论员 has no name', [HANS, '本报评论员'], []],
    ['nobody', [HANS], []],
  ])('%s', (_, lines, reporters) => {
    expect(values(lines).reporters).toEqual(reporters);
  });

  test.each<[string, string, string | null]>([
    ['the usual', '(責任編輯:盧相汀)', '盧相汀'],
    ['with glosses', '(責(zé)任編輯:盧相汀)', '盧相汀'],
    ['short', '责编：赵六', '赵六'],
    ['square', '【责任编辑：王 芳】', '王芳'],
    ['without a colon', '責任編輯 盧相汀', '盧相汀'],
    ['several', '责任编辑：张三 李四', '张三、李四'],
    ['責任編輯 before 編輯', '编辑：孙七 责任编辑：周八 审核：吴九', '周八'],
    ['編輯 alone', '编辑：孙七', '孙七'],
    ['a bar', '編輯丨孫七', '孫七'],
    ['none', '审核：吴九', null],
  ])('editor: %s', (_, line, editor) => {
    expect(values([HANT, HANT, line]).editor).toBe(editor);
  });

  test('the author of a page stands in where the text has none', () => {
    expect(propose([HANS], { htmlMetadata: { author: '张三' } }).reporters).toMatchObject({
      value: ['张三'],
      evidence: 'html',
    });
    expect(values([HANS], { htmlMetadata: { author: '山西日报' } }).reporters).toEqual([]);
  });
});

describe('title, source, address, genre, script', () => {
  test('a title line is likely, and certain when the page says the same', () => {
    const lines = ['让改革成果惠及群众', HANS];
    expect(propose(lines).title).toEqual({ value: lines[0], evidence: { start: 0, end: 9 }, confidence: 'likely' });
    const page = { title: '让改革成果惠及群众_要闻_山西新闻网' };
    expect(propose(lines, { htmlMetadata: page }).title?.confidence).toBe('certain');
    expect(propose([HANS], { htmlMetadata: page }).title).toEqual({
      value: lines[0],
      evidence: 'html',
      confidence: 'likely',
    });
  });

  test.each([
    ['守护平安——北坪县纪实 - 人民网', '守护平安——北坪县纪实'],
    ['A-B股改革|新华网', 'A-B股改革'],
    ['坚持守正创新--理论--人民网', '坚持守正创新--理论'],
  ])('page title %s', (title, expected) => {
    expect(values([HANS], { htmlMetadata: { title } }).title).toBe(expected);
  });

  test('source: 來源 before an agency', () => {
    expect(values(['题目', '来源：新华网 作者：李明', HANS]).source).toBe('新华网');
    expect(values([`新華社太原8月5日電 ${HANT}`]).source).toBe('新華社');
    expect(values([`本報太原8月5日訊 ${HANT}`]).source).toBeNull();
  });

  test('address', () => {
    expect(values([HANS, '原文链接：https://example.cn/a/b.html?x=1']).address).toBe('https://example.cn/a/b.html?x=1');
    expect(values([`见 https://example.cn 的说明。${HANS}`]).address).toBeNull();
    expect(values([HANS], { htmlMetadata: { url: 'javascript:alert(1)' } }).address).toBeNull();
  });

  test.each<[string, string[], string | null]>([
    ['社論', ['社论：把改革进行到底', HANS], '社論'],
    ['評論', ['把改革进行到底', '本报评论员', HANS], '評論'],
    ['a commentator in the title', ['人民日报评论员：坚定不移推进改革', HANS], '評論'],
    ['a label', ['【通讯】山乡新事', HANS], '通訊'],
    ['紀實', ['守护百姓平安', '——北坪县基层治理纪实', HANS], '通訊'],
    ['專訪', ['專訪省發改委主任', HANT], '專訪'],
    ['綜述', ['全省改革工作综述', HANS], '綜述'],
    ['a dispatch', [`新华社太原8月5日电 ${HANS}`], '消息'],
    ['本报讯', [`本报讯（记者 张三）${HANS}`], '消息'],
    ['nothing says so', ['让改革成果惠及群众', HANS], null],
  ])('genre: %s', (_, lines, genre) => {
    expect(values(lines).genre).toBe(genre);
  });

  test('script', () => {
    expect(values([HANT]).script).toBe('hant');
    expect(values([HANS]).script).toBe('hans');
    expect(values(['山水']).script).toBeNull();
  });
});

test('what is declared stands, and only what the contract allows', () => {
  const declared = { title: '表中題目', outlet: '山西日報', publishedOn: '2024-02-30', reporters: [] };
  const proposal = propose(['题目', '来源：人民日报', HANS, '本报记者 张三'], { declared });
  expect(proposal.title).toEqual({ value: '表中題目', evidence: 'declared', confidence: 'certain' });
  expect(proposal.outlet?.value).toBe('山西日報');
  expect(proposal.outletProvince?.value).toBe('山西');
  expect(proposal.publishedOn).toBeNull();
  expect(proposal.reporters?.value).toEqual(['张三']);
});

test('every proposal is metadata that the contract accepts, and evidence lies in the text', () => {
  const texts = [
    shanxi,
    '',
    '\n\n',
    HANS,
    `${'题'.repeat(600)}\n来源：${'长'.repeat(90)}网\n${HANS}`,
    '（记者 𠮷野家）\n(責(zé)任編輯:𠮷𠮷)',
  ];
  for (const text of texts) {
    const proposal = proposeMetadata({ text, roles: proposeRoles(text) });
    expect(articleMetadata.safeParse(toArticleMetadata(proposal)).success).toBe(true);
    for (const proposed of Object.values(proposal)) {
      if (proposed === null || typeof proposed.evidence === 'string') continue;
      expect(proposed.evidence.start).toBeGreaterThanOrEqual(0);
      expect(proposed.evidence.end).toBeGreaterThan(proposed.evidence.start);
      expect(proposed.evidence.end).toBeLessThanOrEqual(text.length);
    }
  }
});

describe('lines as papers and their mirrors print them', () => {
  test.each<[string, string[], Partial<ReturnType<typeof values>>]>([
    [
      'a provincial report on the page of a central site keeps its province',
      ['题目在此', '2024年07月25日08:12 | 来源：人民网－贵州频道', `连日来，我省贵阳、遵义、六盘水迅速行动。${HANS}`],
      { outlet: '人民網', outletProvince: '貴州', publishedOn: '2024-07-25' },
    ],
    [
      'an autonomous region',
      ['题目在此', '来源：新华网', `我区南宁、柳州、桂林迅速行动。${HANS}`],
      { outlet: '新華網', outletProvince: '廣西' },
    ],
    [
      'the page of a paper in brackets',
      ['题目在此', '《光明日报》（2024年07月23日 03版）', `本报太原7月22日电（记者杨珏）${HANS}`],
      { outlet: '光明日報', outletProvince: '全國', publishedOn: '2024-07-23', reporters: ['杨珏'] },
    ],
    [
      'the same in Traditional characters',
      ['題目在此', '《山西日報》(2024年07月23日 第03版)', HANT],
      { outlet: '山西日報', outletProvince: '山西', publishedOn: '2024-07-23' },
    ],
    [
      'an app and its paper behind a dateline',
      [`南宁7月24日讯（广西云-广西日报记者 罗琦）${HANS}`],
      { outlet: '廣西日報', outletProvince: '廣西', reporters: ['罗琦'] },
    ],
    [
      'a paper and its app before the reporter',
      ['题目在此', '贵州日报天眼新闻记者 张三', HANS],
      { outletProvince: '貴州', reporters: ['张三'] },
    ],
    [
      'the Corps and its divisions',
      ['题目在此', '来源：兵团日报', `第八师石河子市召开会议。${HANS}`, '（兵团日报全媒体记者 马三）'],
      { outlet: '兵團日報', outletProvince: '新疆兵團', reporters: ['马三'] },
    ],
    [
      'a namesake in Hong Kong',
      ['題目在此', '來源：香港文匯報', `香港各界熱議。${HANT}`],
      { outlet: '香港文匯報', outletProvince: '香港', places: ['香港'] },
    ],
    ['Macao', ['題目在此', '來源：澳門日報', `澳門各界熱議。${HANT}`], { outletProvince: '澳門', places: ['澳門'] }],
    [
      'Taiwan in a dispatch',
      [`新华社台北7月22日电（记者 石龙洪 王承昊）台北、高雄的企业表示，${HANS}`],
      { outlet: '新華社', outletProvince: '全國', reporters: ['石龙洪', '王承昊'] },
    ],
    [
      'names over two lines in one bracket',
      ['题目在此', HANS, HANS, '（本报记者 张三 李四', '王五 赵六）'],
      { reporters: ['张三', '李四', '王五', '赵六'] },
    ],
    [
      'names run together, and a photographer',
      ['題目在此', '記者張三李四 攝影記者王五', HANT],
      { reporters: ['張三', '李四', '王五'] },
    ],
    [
      'names with a point, long ones too',
      ['题目在此', '本报记者 阿不都热依木·买买提 马依拉·艾合买提', HANS],
      { reporters: ['阿不都热依木·买买提', '马依拉·艾合买提'] },
    ],
  ])('%s', (_, lines, expected) => {
    expect(values(lines)).toMatchObject(expected);
  });
});
