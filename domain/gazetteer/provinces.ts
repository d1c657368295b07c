import { foldName, hantName } from './name-characters.ts';

/** A name in both scripts. */
export interface PlaceName {
  hans: string;
  hant: string;
}

export interface Province {
  /** Six digits of GB/T 2260; the Corps, which that standard does not list, has 660000 as in the statistical yearbooks. */
  code: string;
  name: PlaceName;
  /** Without 省, 市 or 自治區, as it stands in running text: 山西, 內蒙古. The Traditional one names a province in metadata. */
  short: PlaceName;
  /** The one-character names, used here in fixed compounds only. */
  abbreviations: readonly PlaceName[];
  en: string;
  kind: 'province' | 'autonomous region' | 'municipality' | 'special administrative region' | 'corps';
}

const ROWS = `110000 北京市 北京 京 Beijing
120000 天津市 天津 津 Tianjin
130000 河北省 河北 冀 Hebei
140000 山西省 山西 晋 Shanxi
150000 内蒙古自治区 内蒙古 蒙 Inner Mongolia
210000 辽宁省 辽宁 辽 Liaoning
220000 吉林省 吉林 吉 Jilin
230000 黑龙江省 黑龙江 黑 Heilongjiang
310000 上海市 上海 沪 Shanghai
320000 江苏省 江苏 苏 Jiangsu
330000 浙江省 浙江 浙 Zhejiang
340000 安徽省 安徽 皖 Anhui
350000 福建省 福建 闽 Fujian
360000 江西省 江西 赣 Jiangxi
370000 山东省 山东 鲁 Shandong
410000 河南省 河南 豫 Henan
420000 湖北省 湖北 鄂 Hubei
430000 湖南省 湖南 湘 Hunan
440000 广东省 广东 粤 Guangdong
450000 广西壮族自治区 广西 桂 Guangxi
460000 海南省 海南 琼 Hainan
500000 重庆市 重庆 渝 Chongqing
510000 四川省 四川 川蜀 Sichuan
520000 贵州省 贵州 黔贵 Guizhou
530000 云南省 云南 滇云 Yunnan
540000 西藏自治区 西藏 藏 Tibet
610000 陕西省 陕西 陕秦 Shaanxi
620000 甘肃省 甘肃 甘陇 Gansu
630000 青海省 青海 青 Qinghai
640000 宁夏回族自治区 宁夏 宁 Ningxia
650000 新疆维吾尔自治区 新疆 新疆 Xinjiang
660000 新疆生产建设兵团 新疆兵团 新疆兵团 Xinjiang Production and Construction Corps
710000 台湾省 台湾 台 Taiwan
810000 香港特别行政区 香港 港 Hong Kong
820000 澳门特别行政区 澳门 澳 Macao`;

function both(hans: string): PlaceName {
  return { hans, hant: hantName(hans) };
}

function kindOf(code: string, name: string): Province['kind'] {
  if (code === '660000') return 'corps';
  if (name.endsWith('特别行政区')) return 'special administrative region';
  if (name.endsWith('自治区')) return 'autonomous region';
  return name.endsWith('市') ? 'municipality' : 'province';
}

const everything: readonly Province[] = ROWS.split('\n').map((row) => {
  const [code = '', name = '', short = '', abbreviation = '', ...en] = row.split(' ');
  return {
    code,
    name: both(name),
    short: both(short),
    abbreviations: short === abbreviation || code === '650000' ? [] : Array.from(abbreviation, both),
    en: en.join(' '),
    kind: kindOf(code, name),
  };
});

/** The 34 units of the province level, by code. */
export const provinces: readonly Province[] = everything.filter(({ kind }) => kind !== 'corps');

/** The Xinjiang Production and Construction Corps, which has a paper and a Party committee of its own. */
export const corps: Province = getProvince('660000');

const byName = new Map<string, Province>();
for (const province of everything) {
  for (const name of [province.name, province.short]) byName.set(foldName(name.hans), province);
  byName.set(province.en.toLowerCase(), province);
}
for (const [alias, code] of [
  ['内蒙', '150000'],
  ['兵团', '660000'],
  ['台湾地区', '710000'],
] as const) {
  byName.set(foldName(alias), getProvince(code));
}

/** A province, or the Corps, by its full, short or English name in either script; null for any other text. */
export function provinceByName(name: string): Province | null {
  const key = name.trim();
  return byName.get(foldName(key)) ?? byName.get(key.toLowerCase()) ?? null;
}

/** A province, or the Corps, by its code. Throws RangeError for a code that is none. */
export function getProvince(code: string): Province {
  const found = everything.find((province) => province.code === code);
  if (found === undefined) throw new RangeError(`no province has the code ${code}`);
  return found;
}
