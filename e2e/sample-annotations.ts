import type { AnnotationStatus, Relation, Voice } from '#domain/contract/values.ts';

export interface SampleAnnotation {
  /** From the first of these words to the end of the last, which may be the same. */
  from: string;
  to: string;
  links: readonly (readonly [number: string, relation: Relation | null])[];
  voice?: Voice;
  note?: string;
  status?: AnnotationStatus;
}

const decision: Voice = { kind: 'decision', name: null, office: null, level: null, place: null };
const journalist: Voice = { kind: 'journalist', name: null, office: null, level: null, place: null };
const official = (name: string, office: string, level: Voice['level'], place: string): Voice => ({
  kind: 'official',
  name,
  office,
  level,
  place,
});

const emergency = official('王啟瑞', '省應急管理廳廳長', 'provincial', '山西');
const network = official('賈智勇', '省委網信辦處長', 'provincial', '山西');
const medicine = official('贠亞明', '省藥品監督管理局局長', 'provincial', '山西');
const district = official('靳富軍', '平城區委組織部部長', 'county', '大同市平城區');

/** How a researcher might annotate the sample: several categories, relations and voices, some passages over others. */
export const sampleAnnotations: readonly SampleAnnotation[] = [
  {
    from: '推進國家安全體系',
    to: '現代化',
    links: [['13', 'verbatim']],
    voice: decision,
    note: '第十三部分的標題。',
  },
  { from: '建設更高水平平安', to: '中國', links: [['13', 'verbatim']], voice: decision },
  {
    from: '健全國家安全體系、完善',
    to: '等改革任務',
    links: [
      ['13·50', 'verbatim'],
      ['13·51', 'verbatim'],
      ['13·52', 'verbatim'],
    ],
    voice: journalist,
    note: '三條的標題連用,第 53 條未提。',
  },
  { from: '健全社會治理體系等', to: '落地落實', links: [['13·52', 'local']], voice: journalist },
  { from: '全面貫徹總體', to: '國家安全觀', links: [['13·50', 'verbatim']] },
  { from: '更好統籌', to: '發展和安全', links: [['13', 'adapted']] },
  { from: '加快建設更高', to: '平安山西', links: [['13', 'local']], note: '「平安中國」換成「平安山西」。' },
  {
    from: '從健全重大',
    to: '作出部署',
    links: [['13·51', 'adapted']],
    voice: decision,
    note: '依次列舉第 51 條的五項部署。',
  },
  { from: '健全重大突發', to: '保障體系', links: [['13·51', 'verbatim']], voice: decision },
  { from: '完善安全生產', to: '倒查機制', links: [['13·51', 'verbatim']], voice: decision },
  { from: '完善食品藥品', to: '責任體系', links: [['13·51', 'verbatim']], voice: decision },
  { from: '加強網絡安全', to: '體制建設', links: [['13·51', 'verbatim']], voice: decision },
  { from: '從源頭上防范', to: '安全風險', links: [['13·50', 'mention']] },
  {
    from: '強力推進基層',
    to: '能力提升計劃',
    links: [['13·51', 'local']],
    voice: emergency,
    note: '地方舉措:基層應急能力提升計劃。',
  },
  { from: '不斷提高防災', to: '救災能力', links: [['13·51', 'adapted']], voice: emergency },
  { from: '嚴格執行', to: '監管制度', links: [['13·51', 'adapted']], voice: network },
  {
    from: '提升數據安全',
    to: '跨境流動',
    links: [
      ['3·9', 'adapted'],
      ['13·51', 'mention'],
    ],
    voice: network,
    note: '第 9 條的說法移到安全之下。',
  },
  { from: '數據高效便利', to: '保駕護航', links: [['3·9', 'local']], voice: network },
  { from: '完善藥品安全', to: '改革部署', links: [['13·51', 'adapted']], voice: medicine },
  { from: '加大對創新藥', to: '中藥傳承創新', links: [['11·45', 'adapted']], voice: medicine },
  {
    from: '全力支持生物',
    to: '高質量發展',
    links: [['3·8', 'local']],
    voice: medicine,
    status: 'doubtful',
    note: '是否屬於新質生產力,待定。',
  },
  { from: '完善維護國家', to: '長治久安', links: [['13·50', 'verbatim']], voice: decision },
  { from: '近5年全省', to: '暴力恐怖案事件', links: [['13·50', 'local']], voice: journalist },
  {
    from: '堅持和發展新時代',
    to: '基層治理體系',
    links: [['13·52', 'verbatim']],
    voice: decision,
  },
  {
    from: '城鄉基層',
    to: '治理制度',
    links: [
      ['13·52', 'adapted'],
      ['8·31', 'mention'],
    ],
    voice: decision,
    status: 'draft',
  },
  {
    from: '在724個小區',
    to: '黨支部429個',
    links: [['13·52', 'local']],
    voice: journalist,
    note: '有數字的地方做法。',
  },
  { from: '健全鄉鎮', to: '服務管理力量', links: [['13·52', 'verbatim']], voice: district },
];
