import { foldName, foldUnit } from './name-characters.ts';
import type { Place } from './places.ts';
import { counties, placeOfProvince, plainForm, prefectures, stemOf } from './places.ts';
import { corps, getProvince, provinceByName, provinces } from './provinces.ts';

/**
 * How much must stand around a name before it counts: `plain` nothing; `supported` another mention of its province, or
 * its full name, anywhere in the text; `adjoining` its full name in the text, or its own province right before it or in
 * the same enumeration; `attached` a unit that it lies in right before it; `bounded` that, or a break before it and a
 * supporting mention.
 */
export type Caution = 'plain' | 'supported' | 'adjoining' | 'attached' | 'bounded';

export interface Entry {
  places: Place[];
  caution: Caution;
  /** The place is named in full, with its kind. */
  isFull: boolean;
}

/** A trie over folded UTF-16 code units. A node without an entry but `blocks` ends a phrase that names no place. */
export interface LexiconNode {
  next: Map<number, LexiconNode>;
  entry: Entry | null;
  blocks: boolean;
  /** One province for each unit of a compound such as 京津冀; null for a unit that names none. */
  compound: readonly (Place | null)[] | null;
}

// Prefectures whose short name is also an ordinary word, or arises where two words meet.
const WORDS = new Set(
  foldName(
    '朝阳 大同 长治 白银 来宾 和田 阿里 文山 安康 中山 北海 大庆 新乡 河源 天水 东营 四平 平凉 海东 海北 海西 黄南 黄山 大理 红河 怒江 通化 保山 开封 日照 中卫 三明 孝感 普洱 金华 吉安 丽水 新余 山南 玉树 桃园 新竹 资阳 广元 安阳 宜春 信阳 定西 常德 德阳 遂宁 池州 云林 南投 河池 鹤壁 商洛 随州 泰安 保定 白山 白城 松原 兴安',
  ).split(' '),
);
// Of these the text must name the place in full, or its province beside it.
const COMMON_WORDS = new Set('朝阳 来宾 大庆 文山 安康 白银 和田 阿里 山南 天水 兴安 河源 新乡 通化 日照'.split(' '));

// Names of districts that say only what part of a city they are.
const PARTS = new Set(
  '城区 矿区 郊区 东区 西区 新城区 老城区 市中区 城中区 城东区 城西区 城北区 城关区 新市区 港口区 工农区 解放区 红旗区 前进区 站前区 西市区 市南区 市北区 新兴区 二道区 中原区 江南区 海港区 友好区 振兴区 复兴区 和平区 新建区 平安区 长城区'.split(
    ' ',
  ),
);
// Districts as well known as a city, so that their name counts when the city is not named.
const WELL_KNOWN = new Set('和平区 新建区 平安区 海港区'.split(' '));

// Counties whose name without 县 is an ordinary word: 资源县域经济.
const WORD_COUNTIES = new Set('公安县 资源县 友谊县 富裕县 方正县 共和县 新县 代县 中方县 会同县 通道县'.split(' '));

// County-level units met without their kind; those of three characters and more need no listing.
const FAMOUS = new Set(
  '昆山 江阴 太仓 宜兴 义乌 诸暨 慈溪 余姚 晋江 石狮 浏阳 醴陵 韶山 曲阜 寿光 胶州 即墨 滕州 邹城 兰考 巩义 仙桃 潜江 琼海 敦煌 延吉 珲春 库尔勒 格尔木 浦东 海淀 平遥 涿州 遵化 顺德 都匀 伊宁 库车 济源'.split(
    ' ',
  ),
);
const LESS_FAMOUS = new Set(
  '常熟 安吉 德清 神木 登封 文昌 平潭 定州 瑞金 辛集 昌吉 凯里 西昌 仁怀 韩城 荣成 介休 迁安 增城 灵武 滨海新区'.split(
    ' ',
  ),
);

// Stems of three characters that are not used for the place, or name something else.
const NOT_ALONE = new Set('岳阳楼 大石桥 老河口 津市 共青城'.split(' '));

const COMPOUNDS =
  '京津冀 津冀 京冀 晋冀豫 晋冀鲁豫 冀鲁豫 晋陕蒙 晋陕豫 晋冀蒙 晋陕 晋豫 冀豫 冀鲁 蒙晋 蒙冀 蒙辽 辽吉黑 黑吉辽 吉黑 苏浙沪 江浙沪 沪苏浙皖 沪苏浙 沪苏 沪浙 苏浙皖 苏浙 苏皖 苏鲁 浙皖 浙闽 浙赣 皖赣 皖豫 豫皖 闽台 闽粤 闽浙 闽赣 赣粤 赣闽 赣闽粤 闽粤赣 闽浙赣 湘赣 湘鄂 湘鄂赣 湘粤 湘桂 湘黔 鄂豫皖 鄂豫陕 鄂湘赣 豫鄂 豫陕 鲁豫 鲁苏 粤港澳 粤港 粤澳 粤桂 粤琼 粤桂黔 桂黔 黔桂 滇黔桂 滇桂黔 滇黔 滇桂 滇川 川渝 渝川 川渝黔 渝黔 渝鄂 川黔 川滇 川陕 川陕渝 川甘 川青 川藏 滇藏 青藏 新藏 甘青 甘宁 甘青宁 陕甘 陕甘宁 陕川 陕渝 云贵川 云贵 港澳台 台港澳 港澳';
// Compounds that read 江 as 江苏, against the one-character names.
const COMPOUND_UNITS: Readonly<Record<string, string>> = { 江: '320000', 新: '650000' };

// Parts of a province under its one-character name.
const REGIONS: Readonly<Record<string, string>> = {
  '130000': '冀中 冀南 冀东 冀北',
  '140000': '晋西北 晋东南 晋西 晋北 晋南',
  '150000': '蒙东 蒙西',
  '210000': '辽东 辽西 辽北 辽南',
  '320000': '苏北 苏南 苏中',
  '330000': '浙东 浙西 浙北 浙南',
  '340000': '皖北 皖南 皖西 皖东 皖江',
  '350000': '闽南 闽西 闽东 闽北',
  '360000': '赣南 赣东北 赣西 赣北',
  '370000': '鲁西 鲁中 鲁南 鲁北 胶东',
  '410000': '豫东 豫西 豫南 豫北',
  '420000': '鄂西 鄂东 鄂北 鄂南',
  '430000': '湘南 湘北 湘东 湘中',
  '440000': '粤东 粤西 粤北',
  '450000': '桂北 桂西 桂南',
  '510000': '川西 川南 川北 川东 川东北',
  '530000': '滇西 滇中 滇东北 滇南 滇西北',
  '610000': '陕北 陕南 关中平原',
  '620000': '陇东 陇中',
  '640000': '宁南山区',
  '650000': '南疆 北疆 东疆',
};

const ALIASES: readonly [string, string, Caution][] = [
  ['内蒙', '内蒙古自治区', 'plain'],
  ['锡盟', '锡林郭勒盟', 'plain'],
  ['博州', '博尔塔拉蒙古自治州', 'supported'],
  ['克州', '克孜勒苏柯尔克孜自治州', 'supported'],
  ['巴音郭楞州', '巴音郭楞蒙古自治州', 'plain'],
  ['杜蒙县', '杜尔伯特蒙古族自治县', 'plain'],
  ['莫旗', '莫力达瓦达斡尔族自治旗', 'supported'],
  ['鄂托克', '鄂托克旗', 'plain'],
  ['雄安', '雄安新区', 'plain'],
  ['西咸', '西咸新区', 'supported'],
];

/**
 * Phrases that hold the letters of a name and name no place, or none that is written about. The longest phrase from
 * the left wins, so that 推广 keeps 广东 out of 推广东西部协作.
 */
const PHRASES =
  '长治久安 世界大同 天下大同 大同小异 大同社会 文山会海 大理石 阿里巴巴 阿里云 孙中山 中山装 中山陵 中山舰 北海道 盛大庆 重大庆 扩大庆 大庆祝 大庆典 大庆精神 延安精神 延安整风 井冈山精神 遵义会议 黄河源 长江源 三江源 今天 每天 当天 冬天 春天 夏天 秋天 蓝天 航天 新乡村 新乡贤 新乡风 创新 推广 幸福 造福 建成都 形成都 构成都 经济 救济 西南通 东南通 南通道 南通车 大连接 大连片 大连通 扩大连 西安全 中西安 河南岸 河北岸 黄河南 黄河北 长江南 长江北 长江西 珠江西 珠江东 太湖南 太湖北 洞庭湖南 洞庭湖北 泰山东 泰山西 太行山东 太行山西 天山南 天山东 天山西 中山东 中山西 华山东 华山西 南海南 东海南 东海北 出海口 入海口 沿海 新增 经常 三明治 开封条 日照时 日照充 日照强 日照量 中卫生 国中卫 广安全 吉安全 泰安全 保安全 文安全 广西安全 海东方 上海东 大连续 黄山松 四平八稳 四平方 海南航 国海军 常德育 信阳光 安阳光 海口岸 德州扑克 兴安邦 通化为 河池塘 长春节 白山黑水 五大连 宜春节 丽水平 金华章 定西部 日照射 山南北 山南岸 新余额 以来宾 中外来宾 朝阳产业 朝阳群众 向朝阳 迎朝阳 普洱茶 大红河 川北上 云林业 山西麓 山东麓 山东侧 山西侧 山西坡 山东坡';

function node(): LexiconNode {
  return { next: new Map(), entry: null, blocks: false, compound: null };
}

function nodeFor(root: LexiconNode, phrase: string): LexiconNode {
  let at = root;
  for (let index = 0; index < phrase.length; index++) {
    const unit = foldUnit(phrase.charCodeAt(index));
    let next = at.next.get(unit);
    if (next === undefined) {
      next = node();
      at.next.set(unit, next);
    }
    at = next;
  }
  return at;
}

function buildLexicon(): LexiconNode {
  const root = node();
  const add = (name: string, place: Place, caution: Caution, isFull: boolean): void => {
    const at = nodeFor(root, name);
    if (at.entry === null) at.entry = { places: [place], caution, isFull };
    else if (!at.entry.places.includes(place)) at.entry.places.push(place);
  };
  for (const province of [...provinces, corps]) {
    const place = placeOfProvince(province);
    add(province.name.hans, place, 'plain', true);
    add(province.short.hans, place, 'plain', true);
    if (province.kind === 'autonomous region') add(`${province.short.hans}自治区`, place, 'plain', true);
  }
  add('兵团', placeOfProvince(corps), 'supported', false);
  for (const prefecture of prefectures) addPrefecture(prefecture, add);
  for (const county of counties) addCounty(county, add);
  const everywhere = [...provinces.map(placeOfProvince), ...prefectures, ...counties];
  for (const [alias, name, caution] of ALIASES) {
    const place = everywhere.find((each) => each.name.hans === name);
    if (place === undefined) throw new Error(`the alias ${alias} stands for no place`);
    add(alias, place, caution, false);
  }
  for (const [code, regions] of Object.entries(REGIONS)) {
    for (const region of regions.split(' ')) add(region, placeOfProvince(getProvince(code)), 'plain', false);
  }
  for (const compound of COMPOUNDS.split(' ')) nodeFor(root, compound).compound = Array.from(compound, provinceOfUnit);
  nodeFor(root, '成渝').compound = [getPlace('成都市'), placeOfProvince(getProvince('500000'))];
  for (const phrase of PHRASES.split(' ')) nodeFor(root, phrase).blocks = true;
  return root;
}

type Add = (name: string, place: Place, caution: Caution, isFull: boolean) => void;

function addPrefecture(place: Place, add: Add): void {
  const name = place.name.hans;
  if (place.province === corps) {
    add(name, place, 'supported', false);
    add(`兵团${name}`, place, 'plain', true);
    return;
  }
  add(name, place, 'plain', true);
  const plain = plainForm(name);
  if (plain !== null) add(plain, place, 'plain', true);
  const stem = stemOf(name);
  if (stem === name || stem === plain) return;
  add(stem, place, COMMON_WORDS.has(stem) ? 'adjoining' : WORDS.has(stem) ? 'supported' : 'plain', false);
}

function addCounty(place: Place, add: Add): void {
  const name = place.name.hans;
  const plain = plainForm(name);
  add(name, place, cautionOf(name), true);
  // 河南县 is far more often 县 after the province.
  if (plain !== null && provinceByName(plain.slice(0, -1)) === null) add(plain, place, cautionOf(plain), true);
  const stem = stemOf(name);
  if (stem === name || stem === plain || NOT_ALONE.has(stem)) return;
  if (FAMOUS.has(stem) || (stem.length >= 3 && !name.endsWith('区'))) add(stem, place, 'plain', false);
  else if (LESS_FAMOUS.has(stem)) add(stem, place, 'supported', false);
}

function cautionOf(name: string): Caution {
  if (name.length === 2 || WORD_COUNTIES.has(name)) return PARTS.has(name) ? 'attached' : 'bounded';
  return PARTS.has(name) && !WELL_KNOWN.has(name) ? 'attached' : 'plain';
}

function provinceOfUnit(unit: string): Place | null {
  const code = COMPOUND_UNITS[unit];
  if (code !== undefined) return placeOfProvince(getProvince(code));
  const province = provinces.find(({ abbreviations }) => abbreviations.some(({ hans }) => hans === unit));
  return province === undefined ? null : placeOfProvince(province);
}

function getPlace(name: string): Place {
  const found = prefectures.find((place) => place.name.hans === name);
  if (found === undefined) throw new Error(`${name} is not in the gazetteer`);
  return found;
}

let built: LexiconNode | null = null;

/** The names of the gazetteer with what must stand around each; built at the first call, in some 20 ms. */
export function lexicon(): LexiconNode {
  built ??= buildLexicon();
  return built;
}
