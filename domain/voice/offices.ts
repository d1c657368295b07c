import type { OfficeLevel } from '../contract/values.ts';

// In folded text.
const PUBLIC =
  '总书记|副书记|书记|省长|市长|州长|盟长|县长|区长|旗长|镇长|乡长|村长|村支书|支书|主席|秘书长|主任|总理|国务委员|部长|厅长|局长|处长|' +
  '科长|股长|司长|署长|所长|站长|队长|大队长|支队长|组长|检察长|检察官|法官|审判长|政委|司令员|巡视员|调研员|专员|参事|政协委员|人大代表|' +
  '党代表|代表|委员|常委|负责人|民警|辅警|干警|消防员|干部|网格员|网格长|新闻发言人|发言人|第一书记|科员|工作人员|选调生';
const PRIVATE =
  '董事长|总经理|副总经理|经理|总裁|首席执行官|厂长|车间主任|矿长|行长|创始人|合伙人|理事长|会长|社长|院长|校长|园长|台长|总工程师|总编辑|' +
  '教授|研究员|副研究员|讲师|专家|学者|教师|老师|医生|医师|护士|律师|工程师|技术员|设计师|技师|院士|博士生导师|博士|传承人|匠人|' +
  '村民|居民|市民|群众|农民|农户|牧民|渔民|果农|茶农|菜农|职工|员工|工人|师傅|业主|商户|店主|老板|经营者|游客|旅客|乘客|学生|志愿者|' +
  '企业家|个体户|种植户|养殖户|脱贫户|种植大户|养殖大户|大户|家长|司机|骑手|快递员|老人|老党员|带头人|主理人';
const OFFICE = new RegExp(`(?:${PUBLIC}|${PRIVATE})`, 'gu');
const PUBLIC_OFFICE = new RegExp(`(?:${PUBLIC})`, 'u');
const PRIVATE_OFFICE = new RegExp(`(?:${PRIVATE})`, 'u');
const PRIVATE_BODY =
  /公司|集团|企业|合作社|厂(?=[党总厂])|商会|协会|大学|学院|医院|研究院|研究所|研究中心|中学|小学|幼儿园|银行|律师事务所|车间|农场|民宿|商行|超市/u;
const PUBLIC_BODY =
  /(?:省|市|县|区|州|盟|旗|镇|乡|工|中|党)委(?=[^员]|$)|政府|人大|政协|纪委|监委|公安|法院|检察院|厅|局|街道|自治区|国务院/u;
// 调研员 are officials, though 研究员 are not; whoever keeps a school or a court is told by its name.
const COURT = /法院(?:党组书记、)?(?:副)?院长/u;
const UNNAMED = /(?:负责人|工作人员|发言人|人士|民警|干警)(?:们)?$/u;
const PEOPLE =
  /(?:村民|居民|市民|群众|农民|农户|牧民|渔民|果农|茶农|职工|员工|工人|业主|商户|游客|旅客|乘客|学生|志愿者|企业家|家长|专家|学者|种植户|养殖户|老人)(?:们|代表)?$/u;

/** Where the last office in a folded phrase ends; null when it names none. */
export function lastOfficeEnd(folded: string): number | null {
  const last = [...folded.matchAll(OFFICE)].at(-1);
  return last === undefined ? null : last.index + last[0].length;
}

/** Whether the one who holds these offices, in folded text, speaks as an official or as a citizen or expert. */
export function kindOfOffice(folded: string): 'official' | 'citizen' {
  if (COURT.test(folded)) return 'official';
  const parts = folded.split('、');
  const isOfficial = (part: string) =>
    PUBLIC_OFFICE.test(part) && (!PRIVATE_BODY.test(part) || PUBLIC_BODY.test(part)) && !isPrivateRole(part);
  return parts.some(isOfficial) ? 'official' : 'citizen';
}

function isPrivateRole(part: string): boolean {
  return (
    PRIVATE_OFFICE.test(part) && /(?:董事长|经理|教授|院士|研究员|车间主任)$/u.test(part) && !part.endsWith('调研员')
  );
}

/** Whether a folded phrase ends with someone who holds an office and is left without a name. */
export function isUnnamed(folded: string): boolean {
  return UNNAMED.test(folded);
}

/** Whether a folded phrase ends with people who are no officials and are left without a name. */
export function isPeople(folded: string): boolean {
  return PEOPLE.test(folded);
}

const GRASSROOTS =
  /村(?:党|委|支|民|民委|两委|集体|股份)|村支书|村长|(?:村|社区)(?:党|居|工|的|网)|社区|派出所|居委会|村委会|党支部|网格|驻村|车间|班组|司法所|警务室/u;
const TOWNSHIP = /[镇乡](?:党|人|政|长|纪|干|的|综)|街道(?:党|办|工|人|综)|街道$|镇长|乡长/u;
const COUNTY =
  /县(?:委|政|长|人|纪|监|公|法|检|[一-龥]{1,10}[局办委])|旗(?:委|政|长|人)|(?<![社小校园发新景灾矿库辖特山地治])区(?:委|政|长|人|纪|监)|市辖区/u;
const PREFECTURE =
  /市(?!场)(?:委|政|长|人|纪|监|公|法|检|[一-龥]{1,12}[局办委])|州(?:委|政|长|人)|盟(?:委|长|行)|地委|行署/u;
const PROVINCE = /省(?:委|政|长|人|纪|监|公|法|检|高|级|[一-龥]{1,14}[厅局办委院会])|自治区/u;
const CENTRAL =
  /总书记|国家主席|国务院|国务委员|中共中央|党中央|中央(?!企业|空调|公园|商务)|全国(?:人大常委会|政协(?:主席|副主席)|总工会|妇联)|国家[一-龥]{2,10}[局委部院署]|最高人民/u;
const ELECTED = /(?:代表|政协委员|党代表)$/u;

/** What the gazetteer says of the places named in one office. */
export type NamedUnit = 'province' | 'prefecture' | 'county' | null;

/**
 * The level of one office in folded text: by the unit that is named in it, else by the kind of body alone, the lowest
 * first. Deputies and members of consultative conferences have none.
 */
export function levelOfOffice(folded: string, named: NamedUnit, municipality: boolean): OfficeLevel | null {
  if (ELECTED.test(folded)) return null;
  if (GRASSROOTS.test(folded)) return 'grassroots';
  if (TOWNSHIP.test(folded)) return 'township';
  if (named === 'county' || COUNTY.test(folded)) return 'county';
  if (named === 'prefecture') return 'prefectural';
  if (PREFECTURE.test(folded)) return municipality ? 'provincial' : 'prefectural';
  if (CENTRAL.test(folded)) return 'central';
  if (PROVINCE.test(folded)) return 'provincial';
  return null;
}
