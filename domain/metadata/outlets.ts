import { findPlaces } from '../gazetteer/find-places.ts';
import { foldName, hantName } from '../gazetteer/name-characters.ts';
import type { Province } from '../gazetteer/provinces.ts';
import { getProvince } from '../gazetteer/provinces.ts';

/** What `outletProvince` says of a paper of the whole country: known, and no province. */
export const NATIONAL = '全國';

export interface Outlet {
  /** The usual name in Traditional characters, so that articles in both scripts come together. */
  name: string;
  /** Null for a central outlet. */
  province: Province | null;
  /** In the list below; otherwise read from its name: a place and 日報, 晚報, 新聞網 … */
  isListed: boolean;
}

// By province code; central outlets under 000000. Papers named after their place alone (大同日报) need no listing.
const LISTED: Readonly<Record<string, string>> = {
  '000000':
    '人民日报 人民网 人民日报海外版 新华社 新华网 新华每日电讯 光明日报 光明网 经济日报 中国经济网 求是 求是杂志 求是网 红旗文稿 中央电视台 央视 央视网 央视新闻 中央广播电视总台 央广网 央广 中国新闻社 中新社 中国新闻网 中新网 中国日报 中国日报网 解放军报 中国军网 中国国防报 科技日报 中国科技网 工人日报 中工网 中国青年报 中青报 中国青年网 中青在线 中青网 农民日报 中国农网 法治日报 法制日报 法治网 法制网 人民法院报 检察日报 正义网 人民公安报 人民政协报 人民政协网 中国纪检监察报 中央纪委国家监委网站 中国妇女报 学习时报 中国社会科学报 中国社会科学网 中国教育报 中国组织人事报 经济参考报 中国证券报 证券时报 证券日报 瞭望 半月谈 环球时报 环球网 参考消息 国际在线 中国网 中国经济时报 中国改革报 中国环境报 中国应急管理报 中国自然资源报 中国水利报 中国交通报 中国税务报 中国财经报 人民铁道 中国电力报 中国能源报 健康报 中国文化报 中国民族报 中国旅游报 中国城市报 人民邮电 人民邮电报 中国工业报 中国质量报 中华工商时报 人民论坛 人民论坛网 党建 党建网 中国文明网 理论网 宣讲家网 中国政府网 学习强国 当代中国 中国高新技术产业导报',
  '110000': '北京日报 北京晚报 北京青年报 新京报 北京商报 京报网 千龙网 北京时间 北晚在线',
  '120000': '天津日报 今晚报 每日新报 北方网 津云 津云新闻',
  '130000': '河北日报 河北新闻网 长城网 燕赵都市报 燕赵晚报 河北经济日报 河北法制报 唐山劳动日报 冀云 纵览新闻',
  '140000':
    '山西日报 山西晚报 山西经济日报 山西法制报 山西农民报 山西新闻网 黄河新闻网 三晋都市报 太行日报 山西青年报 发展导报',
  '150000': '内蒙古日报 内蒙古新闻网 正北方网 北方新报 内蒙古晨报 草原云',
  '210000': '辽宁日报 东北新闻网 北国网 辽沈晚报 华商晨报 半岛晨报 沈阳晚报 北斗融媒 千山晚报',
  '220000': '吉林日报 中国吉林网 新文化报 城市晚报 江城日报 江城晚报 东亚经贸新闻 彩练新闻',
  '230000': '黑龙江日报 东北网 生活报 新晚报 黑龙江晨报 鹤城晚报 北大荒日报 龙头新闻',
  '310000':
    '解放日报 文汇报 新民晚报 新闻晨报 上观新闻 上观 澎湃新闻 东方网 劳动报 青年报 第一财经 第一财经日报 界面新闻 新民网 文汇网 东方早报 每日经济新闻 上海证券报',
  '320000':
    '新华日报 扬子晚报 现代快报 中国江苏网 新江苏 交汇点 交汇点新闻 江苏经济报 江苏法治报 金陵晚报 姑苏晚报 江南晚报 荔枝网 荔枝新闻 紫牛新闻 江海晚报 龙虎网 名城苏州网 京江晚报',
  '330000':
    '浙江日报 钱江晚报 浙江在线 浙江新闻 潮新闻 浙江法治报 都市快报 今日早报 青年时报 每日商报 东南商报 现代金报 新蓝网 浙江老年报 中国宁波网 浙中新报',
  '340000': '安徽日报 新安晚报 中安在线 中安新闻 安徽商报 江淮晨报 安徽经济报 安徽法治报 大皖新闻 市场星报 皖江晚报',
  '350000':
    '福建日报 东南网 海峡都市报 海峡导报 福建法治报 新福建 台海网 闽南网 闽南日报 闽西日报 闽北日报 湄洲日报 东南早报',
  '360000': '江西日报 大江网 大江新闻 中国江西网 江南都市报 信息日报 江西新闻 赣南日报 井冈山报 浔阳晚报 江西法治报',
  '370000':
    '大众日报 大众网 齐鲁晚报 齐鲁网 齐鲁壹点 闪电新闻 海报新闻 农村大众 经济导报 山东商报 鲁网 舜网 半岛都市报 半岛网 鲁中晨报 青岛早报 大小新闻 鲁南商报',
  '410000':
    '河南日报 大河网 大河报 河南商报 河南法制报 东方今报 映象网 顶端新闻 大象新闻 中原网 河南经济报 猛犸新闻 大河财立方 正观新闻 河南日报农村版',
  '420000':
    '湖北日报 荆楚网 楚天都市报 楚天快报 极目新闻 长江日报 长江网 农村新报 三峡日报 三峡晚报 湖北之声 支点 长江云 三峡商报 鄂东晚报',
  '430000': '湖南日报 三湘都市报 潇湘晨报 红网 华声在线 新湖南 星辰在线 湖南法治报 三湘风纪 科教新报 时刻新闻',
  '440000':
    '南方日报 南方网 南方+ 南方杂志 羊城晚报 金羊网 羊城派 南方都市报 南方周末 南方农村报 奥一网 大洋网 信息时报 新快报 深圳特区报 深圳商报 深圳新闻网 晶报 读特 珠海特区报 汕头特区晚报 西江日报 21世纪经济报道 时代周报 民营经济报 触电新闻',
  '450000': '广西日报 广西新闻网 南国早报 当代生活报 左江日报 右江日报 广西云 广西法治日报 南国今报',
  '460000': '海南日报 南海网 南国都市报 国际旅游岛商报 法治时报 海南特区报 证券导报 新海南',
  '500000': '重庆日报 重庆晨报 重庆晚报 重庆商报 华龙网 上游新闻 重庆日报网 新重庆 三峡都市报 视界网',
  '510000':
    '四川日报 四川在线 四川新闻网 华西都市报 封面新闻 川观新闻 川报观察 天府早报 成都商报 红星新闻 四川法治报 四川农村日报 四川经济日报 四川观察 锦观新闻 西南商报',
  '520000': '贵州日报 贵州都市报 多彩贵州网 天眼新闻 当代贵州 贵州民族报 动静新闻 黔中早报 法治生活报',
  '530000': '云南日报 云南网 春城晚报 都市时报 掌上春城 开屏新闻 云新闻 云南法制报 云南经济日报 滇池晨报',
  '540000': '西藏日报 中国西藏新闻网 西藏商报 西藏法治报',
  '610000':
    '陕西日报 群众新闻网 群众新闻 西部网 华商报 华商网 三秦都市报 三秦网 各界导报 陕西工人报 陕西农村报 文化艺术报 阳光报 起点新闻',
  '620000': '甘肃日报 每日甘肃网 中国甘肃网 兰州晨报 西部商报 奔流新闻 甘肃法制报 甘肃经济日报 甘肃农民报 新甘肃',
  '630000': '青海日报 青海新闻网 西海都市报 青海法治报 大美青海 柴达木日报 青海湖网',
  '640000': '宁夏日报 宁夏新闻网 新消息报 华兴时报 宁夏法治报',
  '650000': '新疆日报 天山网 新疆都市报 石榴云 亚心网 新疆法治报 都市消费晨报',
  '660000': '兵团日报 兵团网 中国兵团网 胡杨网 兵团工运 老年康乐报',
  '710000': '联合报 中国时报 自由时报 工商时报 中央通讯社',
  '810000':
    '大公报 香港文汇报 大公文汇网 明报 星岛日报 东方日报 信报 南华早报 香港商报 香港经济日报 香港大公文汇传媒集团',
  '820000': '澳门日报 市民日报 华侨报 濠江日报',
};

const KIND =
  '(?:日报社?|晚报|晨报|早报|都市报|时报|商报|快报|农村报|法治报|法制报|经济报|经济日报|劳动报|特区报|新闻网|新闻|网|在线|发布|广播电视台|广播电视总台|电视台|卫视|广播电台|融媒体中心|融媒|政府网|人民政府网|人民政府网站|人民政府|市委宣传部|省委宣传部|杂志|之声)';
const NAMED_BY_PLACE = new RegExp(`^(?:今日|中国)?(\\p{Script=Han}{2,12}?)(${KIND})$`, 'u');

const listed = new Map<string, Outlet>();
for (const [code, names] of Object.entries(LISTED)) {
  const province = code === '000000' ? null : getProvince(code);
  for (const name of names.split(' ')) listed.set(foldName(name), { name: hantName(name), province, isListed: true });
}

// 人民网-人民日报: the site, then the paper it took the article from.
const BETWEEN = /[-–—－·•|/、\s]+/u;
const AROUND = /^[《〈「『“"'\s]+|[》〉」』”"'\s]+$/gu;
const ENDING =
  /(?:客户端|网站|官网|官方网站|微信公众号|公众号|微信|微博|网络版|数字报|电子版|APP|app|编辑部|全媒体|融媒体)$/u;

/**
 * The outlet a name stands for, in either script and with or without 《》 or 客戶端. A name that is not listed counts when
 * it is that of a place with 日報, 晚報, 新聞網 or the like behind it, which is how local papers are called. Null for
 * anything else: that a paper is not known is no reason to guess where it is printed.
 */
export function findOutlet(name: string): Outlet | null {
  if (name.length > LONGEST_NAME) return null;
  const bare = foldName(name).replaceAll(AROUND, '');
  const whole = findWhole(bare);
  if (whole !== null || !BETWEEN.test(bare)) return whole;
  return (
    bare
      .split(BETWEEN)
      .map(findWhole)
      .findLast((outlet) => outlet !== null) ?? null
  );
}

function findWhole(bare: string): Outlet | null {
  const shorter = bare.replace(ENDING, '');
  return listed.get(bare) ?? listed.get(shorter) ?? namedByPlace(bare) ?? namedByPlace(shorter);
}

function namedByPlace(name: string): Outlet | null {
  const match = NAMED_BY_PLACE.exec(name);
  if (match === null) return null;
  const place = match[1] ?? '';
  const [mention] = findPlaces(`${place}、`);
  const isWhole = mention !== undefined && mention.start === 0 && mention.end === place.length;
  if (isWhole && mention.province !== null)
    return { name: hantName(name), province: mention.province, isListed: false };
  // The short name of a county or an ambiguous prefecture is a place when its full name is one: 平遥新闻网, 朝阳日报.
  for (const kind of ['市', '县', '区', '州', '盟', '地区']) {
    const [full] = findPlaces(`${place}${kind}、`);
    if (full?.start !== 0 || full.end !== place.length + kind.length || full.province === null) continue;
    return { name: hantName(name), province: full.province, isListed: false };
  }
  return null;
}

/** What `outletProvince` holds for an outlet: the short Traditional name of its province, or that it is national. */
export function outletProvinceOf(outlet: Outlet): string {
  return outlet.province?.short.hant ?? NATIONAL;
}

// UTF-16 code units; what is longer is a sentence.
const LONGEST_NAME = 80;
const LONGEST_OUTLET = 14;
const longestFirst = [...listed.keys()].toSorted((a, b) => b.length - a.length);

/** The listed outlet that a folded text ends with, or null: what stands right before 記者. */
export function outletAtEnd(folded: string): Outlet | null {
  const ending = folded.replace(ENDING, '');
  if (ending !== folded) return outletAtEnd(ending);
  for (let length = Math.min(LONGEST_OUTLET, folded.length); length >= 2; length--) {
    const outlet = listed.get(folded.slice(-length));
    if (outlet !== undefined) return outlet;
  }
  return null;
}

/** The longest listed outlet of three characters and more named anywhere in a short text (a title, a file name). */
export function outletIn(text: string): { outlet: Outlet; start: number; end: number } | null {
  const folded = foldName(text);
  for (const name of longestFirst) {
    if (name.length < 3) break;
    const start = folded.indexOf(name);
    const outlet = listed.get(name);
    if (start !== -1 && outlet !== undefined) return { outlet, start, end: start + name.length };
  }
  return null;
}

// Hosts of outlets whose address says nothing to a reader; the longest matching end counts.
const HOSTS: Readonly<Record<string, string>> = {
  'people.com.cn': '人民网',
  'people.cn': '人民网',
  'xinhuanet.com': '新华网',
  'news.cn': '新华网',
  'gmw.cn': '光明网',
  'ce.cn': '中国经济网',
  'qstheory.cn': '求是网',
  'cctv.com': '央视网',
  'cnr.cn': '央广网',
  'chinanews.com': '中国新闻网',
  'chinanews.com.cn': '中国新闻网',
  'chinadaily.com.cn': '中国日报网',
  'youth.cn': '中国青年网',
  'cssn.cn': '中国社会科学网',
  'gov.cn': '中国政府网',
  'bjd.com.cn': '京报网',
  'hebnews.cn': '河北新闻网',
  'sxrb.com': '山西新闻网',
  'sxgov.cn': '黄河新闻网',
  'jschina.com.cn': '中国江苏网',
  'zjol.com.cn': '浙江在线',
  'anhuinews.com': '中安在线',
  'fjsen.com': '东南网',
  'jxnews.com.cn': '中国江西网',
  'dzwww.com': '大众网',
  'iqilu.com': '齐鲁网',
  'dahe.cn': '大河网',
  'cnhubei.com': '荆楚网',
  'rednet.cn': '红网',
  'voc.com.cn': '华声在线',
  'southcn.com': '南方网',
  'ycwb.com': '金羊网',
  'gxnews.com.cn': '广西新闻网',
  'hinews.cn': '南海网',
  'cqnews.net': '华龙网',
  'scol.com.cn': '四川在线',
  'newssc.org': '四川新闻网',
  'yunnan.cn': '云南网',
  'gscn.com.cn': '中国甘肃网',
  'gansudaily.com.cn': '每日甘肃网',
  'qhnews.com': '青海新闻网',
  'nxnews.net': '宁夏新闻网',
  'bingtuannet.com': '兵团网',
  'thepaper.cn': '澎湃新闻',
};

/** The outlet that an address belongs to, or null. A page of a local government under gov.cn is not 中國政府網. */
export function outletOfAddress(address: string): Outlet | null {
  const host = /^(?:https?:)?\/\/([^/:?#]+)/iu.exec(address)?.[1]?.toLowerCase();
  if (host === undefined) return null;
  if (`.${host}`.endsWith('.gov.cn'))
    return host === 'www.gov.cn' || host === 'gov.cn' ? (listed.get('中国政府网') ?? null) : null;
  for (const [end, name] of Object.entries(HOSTS)) {
    if (host === end || host.endsWith(`.${end}`)) return listed.get(name) ?? null;
  }
  return null;
}
