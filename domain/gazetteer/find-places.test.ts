import { expect, test } from 'vitest';
import shanxi from '../../resources/sample/shanxi-article.txt?raw';
import { findPlaces } from './find-places.ts';
import { provinceByName } from './provinces.ts';

function show(text: string, outlet: string | null = null): string {
  const province = outlet === null ? null : provinceByName(outlet);
  return findPlaces(text, province)
    .map(({ start, end, place, candidates }) => {
      const names =
        place === null ? candidates.map((each) => each.prefecture?.short.hans ?? each.province.short.hans) : [];
      return `${text.slice(start, end)}=${place === null ? names.join('|') : `${place.province.short.hans}·${place.name.hans}`}`;
    })
    .join(' ');
}

test.each([
  ['一縣一縣地走:山西省呂梁市興縣', '山西省=山西·山西省 呂梁市=山西·吕梁市 興縣=山西·兴县'],
  [
    '内蒙古、內蒙、內蒙古自治區',
    '内蒙古=内蒙古·内蒙古自治区 內蒙=内蒙古·内蒙古自治区 內蒙古自治區=内蒙古·内蒙古自治区',
  ],
  ['恩施州恩施市', '恩施州=湖北·恩施土家族苗族自治州 恩施市=湖北·恩施市'],
  ['海南州共和縣', '海南州=青海·海南藏族自治州 共和縣=青海·共和县'],
  ['乌海市海南区', '乌海市=内蒙古·乌海市 海南区=内蒙古·海南区'],
  ['吉林省吉林市', '吉林省=吉林·吉林省 吉林市=吉林·吉林市'],
  ['豐都縣與石柱縣', '豐都縣=重庆·丰都县 石柱縣=重庆·石柱土家族自治县'],
  ['煙台、烟台、煙臺', '煙台=山东·烟台市 烟台=山东·烟台市 煙臺=山东·烟台市'],
  ['崑山与義烏', '崑山=江苏·昆山市 義烏=浙江·义乌市'],
  ['黃崗市與黃岡市', '黃崗市=湖北·黄冈市 黃岡市=湖北·黄冈市'],
  ['雄安新區', '雄安新區=河北·雄安新区'],
  ['新北市與臺北市', '新北市=台湾·新北市 臺北市=台湾·台北市'],
])('full and short names in both scripts: %s', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test.each([
  ['京津冀协同发展', '京=北京·北京市 津=天津·天津市 冀=河北·河北省'],
  ['港澳台同胞', '港=香港·香港特别行政区 澳=澳门·澳门特别行政区 台=台湾·台湾省'],
  ['川渝合作,成渝雙城', '川=四川·四川省 渝=重庆·重庆市 成=四川·成都市 渝=重庆·重庆市'],
  ['晉城、晉商與陝北', '晉城=山西·晋城市 陝北=陕西·陕西省'],
  ['豫剧和粤菜', ''],
])('provinces by one character only in fixed compounds: %s', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test.each([
  [
    '新疆生产建设兵团第一师阿拉尔市',
    '新疆生产建设兵团=新疆兵团·新疆生产建设兵团 第一师=新疆兵团·第一师 阿拉尔市=新疆·阿拉尔市',
  ],
  ['兵團第八師', '兵團第八師=新疆兵团·第八师'],
  ['新疆和兵团', '新疆=新疆·新疆维吾尔自治区 兵团=新疆兵团·新疆生产建设兵团'],
  ['第一師與兵團作戰', ''],
])('the Corps and its divisions: %s', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test.each([
  ['實現長治久安', ''],
  ['長治市公安局守護長治', '長治市=山西·长治市 長治=山西·长治市'],
  ['反对文山会海', ''],
  ['推廣東西部協作經驗', ''],
  ['广东营商环境', '广东=广东·广东省'],
  ['各位來賓', ''],
  ['柳州、來賓、河池', '柳州=广西·柳州市 來賓=广西·来宾市 河池=广西·河池市'],
  ['创新乡村治理,在河南全省推开', '河南=河南·河南省'],
  ['幸福建設', ''],
  ['黃河南岸', ''],
  ['振興縣域經濟的示範縣', ''],
  ['安徽各省、市和縣', '安徽=安徽·安徽省'],
  ['馬鞍山市和縣', '馬鞍山市=安徽·马鞍山市 和縣=安徽·和县'],
  ['公安縣級機關', ''],
  ['湖北省公安縣', '湖北省=湖北·湖北省 公安縣=湖北·公安县'],
  ['成都市場活躍', '成都=四川·成都市'],
  ['西安区域中心', '西安=陕西·西安市'],
  ['今天水利部', ''],
  ['全市城區', ''],
  ['晉城市城區', '晉城市=山西·晋城市 城區=山西·城区'],
])('ordinary words are no places, places beside their province are: %s', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test('a name of several places is resolved by what the text names, else by the paper, else it stays open', () => {
  expect(show('朝陽區的居民')).toBe('朝陽區=北京|长春');
  expect(show('北京市朝陽區')).toBe('北京市=北京·北京市 朝陽區=北京·朝阳区');
  expect(show('朝阳区的居民来到长春')).toBe('朝阳区=长春·朝阳区 长春=吉林·长春市'.replace('长春·', '吉林·'));
  expect(show('朝阳区的居民', '吉林')).toBe('朝阳区=吉林·朝阳区');
  expect(show('鼓楼区')).toBe('鼓楼区=南京|徐州|福州|开封');
  expect(show('江苏的鼓楼区')).toBe('江苏=江苏·江苏省 鼓楼区=南京|徐州');
  const [mention] = findPlaces('鼓楼区');
  expect(mention).toMatchObject({ start: 0, end: 3, place: null, level: 'county', province: null });
  expect(findPlaces('江苏的鼓楼区')[1]?.province?.short.hans).toBe('江苏');
});

test('pinyin glosses inside a name belong to it, other brackets do not', () => {
  expect(show('臨(lín)汾市')).toBe('臨(lín)汾市=山西·临汾市');
  expect(show('大(dà)同(tóng )市')).toBe('大(dà)同(tóng )市=山西·大同市');
  expect(show('太原(全市)')).toBe('太原=山西·太原市');
});

test('the damaged sample article', () => {
  const names = findPlaces(shanxi).map(({ start, end }) => shanxi.slice(start, end));
  expect(names).toEqual(['山西', '山西', '大同市', '平城區', '山西']);
});

test('mentions stand in order, do not overlap, and lie in the text', () => {
  const text = '京津冀、长三角、粤港澳大湾区,山西省太原市小店区𠮷山西大同(dà)';
  let reached = 0;
  for (const { start, end, candidates } of findPlaces(text)) {
    expect(start).toBeGreaterThanOrEqual(reached);
    expect(end).toBeGreaterThan(start);
    expect(candidates.length).toBeGreaterThan(0);
    reached = end;
  }
  expect(reached).toBeLessThanOrEqual(text.length);
  expect(findPlaces('')).toEqual([]);
});
