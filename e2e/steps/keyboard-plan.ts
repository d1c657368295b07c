import type { AnnotationStatus, VoiceKind } from '#domain/contract/values.ts';

/** A passage of the sample to be annotated, and by which keys. */
export interface KeyboardStep {
  /** Its paragraph, counted from 0; the first place there that reads so. */
  in: number;
  quote: string;
  /**
   * How it is selected: `characters`; `clauses 2`, `sentences 1`, `paragraphs 1` with Shift from its beginning, `back` from
   * its end; `all` with Ctrl+A; `grow 3` presses of X from its middle, `grow 4 1` one of them too many and taken back.
   */
  select: string;
  /** How it is annotated: a key that opens the picker and what is typed there, a digit, `.`, or `palette` and what is typed. */
  code: string;
  /** Keys afterwards: chords; `w` and a note; `v` and a voice. */
  after?: readonly string[];
  /** The link that must stand in the file: the category's number and the relation. */
  link: string;
  note?: string;
  voice?: VoiceKind;
  status?: AnnotationStatus;
}

/** Digits stand for the categories in the order of their first use here. */
export const keyboardPlan: readonly KeyboardStep[] = [
  { in: 0, quote: '國家安全是中國式', select: 'characters', code: 'Enter 50', link: '13·50' },
  { in: 0, quote: '全會審議通過的《決定》,', select: 'clauses 1', code: '0 51', link: '13·51' },
  {
    in: 0,
    quote:
      '全會審議通過的《決定》,把維護(hù)國家安全放到更加突出位置,圍繞推進(jìn)國家安全體系和能力現(xiàn)代化,作出頂層設(shè)計和戰(zhàn)略部署,為新征程上建設(shè)更高水平平安中國提供了根本遵循和行動指南。',
    select: 'sentences 1',
    code: '# 52',
    link: '13·52',
  },
  {
    in: 1,
    quote:
      '我省廣大黨員干部認(rèn)真學(xué)習(xí)、深刻領(lǐng)會黨的二十屆三中全會精神,紛紛表示,要認(rèn)真貫徹黨中央關(guān)于推進(jìn)國家安全體系和能力現(xiàn)代化的決策部署,抓實抓好健全國家安全體系、完善公共安全治理機(jī)制、健全社會治理體系等改革任務(wù)在山西的落地落實,全面貫徹總體國家安全觀,更好統(tǒng)籌發(fā)展和安全,加快建設(shè)更高水平的平安山西,以高水平安全保障高質(zhì)量發(fā)展。',
    select: 'all',
    code: '1',
    link: '13·50',
  },
  { in: 1, quote: '健全社會治理體系', select: 'characters', code: '3', after: ['Alt+KeyV'], link: '13·52 verbatim' },
  { in: 1, quote: '平安山西', select: 'characters', code: '.', link: '13·52 verbatim' },
  {
    in: 2,
    quote: '完善公共安全治理機(jī)制',
    select: 'grow 2',
    code: '2',
    after: ['Alt+KeyV'],
    link: '13·51 verbatim',
  },
  {
    in: 3,
    quote: '營造有利于發(fā)展的安全環(huán)境',
    select: 'paragraphs 1',
    code: '2',
    after: ['Alt+KeyA'],
    link: '13·51 adapted',
  },
  { in: 4, quote: '要健全國家安全體系,', select: 'clauses 1', code: '1', after: ['Alt+KeyV'], link: '13·50 verbatim' },
  { in: 4, quote: '完善公共安全治理機(jī)制。', select: 'clauses 1', code: '.', link: '13·50 verbatim' },
  {
    in: 4,
    quote: '加強網(wǎng)絡(luò)安全體制建設(shè)等方面作出部署。',
    select: 'clauses 1',
    code: 'a wlzhzl',
    link: '10·40',
  },
  {
    in: 4,
    quote:
      '《決定》從健全重大突發(fā)公共事件處置保障體系、完善安全生產(chǎn)風(fēng)險排查整治和責(zé)任倒查機(jī)制、完善食品藥品安全責(zé)任體系、健全生物安全監(jiān)管預(yù)警防控體系、加強網(wǎng)絡(luò)安全體制建設(shè)等方面作出部署。',
    select: 'grow 3',
    code: '2',
    link: '13·51',
  },
  { in: 5, quote: '總體國家安全觀', select: 'characters', code: '1', after: ['Alt+KeyM'], link: '13·50 mention' },
  {
    in: 5,
    quote:
      '同時,強力推進(jìn)應(yīng)急能力提升,加快補齊應(yīng)急救援隊伍裝備短板,遇突發(fā)情況能夠協(xié)調(diào)聯(lián)動、高效處置,不斷提高防災(zāi)減災(zāi)救災(zāi)能力,切實保障人民群眾生命財產(chǎn)安全和社會大局穩(wěn)定。',
    select: 'grow 3',
    code: '2',
    after: ['Alt+KeyL'],
    link: '13·51 local',
  },
  {
    in: 5,
    quote: '廳長王啟瑞表示,',
    select: 'clauses 1',
    code: '2',
    after: ['w 說話的是省廳', 'v official'],
    link: '13·51',
    note: '說話的是省廳',
    voice: 'official',
  },
  {
    in: 6,
    quote: '網(wǎng)絡(luò)與數(shù)據(jù)安全是數(shù)字中國建設(shè)的基石,更是國家安全的底座。',
    select: 'sentences 1',
    code: 'palette 實體經濟',
    link: '3·9',
  },
  { in: 6, quote: '數(shù)字中國', select: 'characters', code: '.', link: '3·9' },
  {
    in: 6,
    quote:
      '開展經(jīng)常性網(wǎng)絡(luò)安全宣傳教育,采取多種方式培養(yǎng)網(wǎng)絡(luò)安全人才,構(gòu)建大網(wǎng)絡(luò)安全工作格局;',
    select: 'grow 3',
    code: '4',
    after: ['Alt+KeyL', 's'],
    link: '10·40 local',
    status: 'doubtful',
  },
  {
    in: 6,
    quote: '采取多種方式培養(yǎng)網(wǎng)絡(luò)安全人才,',
    select: 'clauses 1',
    code: 'Enter 人才',
    link: '4·15',
  },
  { in: 6, quote: '提升數(shù)據(jù)安全治理監(jiān)管能力,', select: 'clauses 1', code: '.', link: '4·15' },
  { in: 7, quote: '要落實部門監(jiān)管責(zé)任,', select: 'clauses 1', code: 'palette 醫藥衛生', link: '11·45' },
  {
    in: 7,
    quote:
      '強化屬地監(jiān)管責(zé)任,加快推進(jìn)藥品安全黨政同責(zé)工作機(jī)制一體化建設(shè),加快推進(jìn)市縣能力標(biāo)準(zhǔn)化建設(shè)。',
    select: 'sentences 1',
    code: '.',
    link: '11·45',
  },
  {
    in: 7,
    quote: '壓實企業(yè)主體責(zé)任,強化企業(yè)關(guān)鍵人員履職能力和企業(yè)自查責(zé)任。',
    select: 'grow 4 1',
    code: '7',
    after: ['d'],
    link: '11·45',
    status: 'doubtful',
  },
  { in: 7, quote: '促進(jìn)中藥傳承創(chuàng)新,', select: 'back clauses 1', code: '7', link: '11·45' },
  { in: 8, quote: '健全國家安全體系', select: 'grow 2', code: '1', after: ['Alt+KeyV'], link: '13·50 verbatim' },
  { in: 9, quote: '為國家安全厚植社會土壤', select: 'all', code: '1', after: ['Alt+KeyA'], link: '13·50 adapted' },
  { in: 10, quote: '必須全面貫徹總體國家安全觀,', select: 'clauses 1', code: '1', link: '13·50' },
  {
    in: 10,
    quote:
      '全會提出,必須全面貫徹總體國家安全觀,完善維護(hù)國家安全體制機(jī)制,實現(xiàn)高質(zhì)量發(fā)展和高水平安全良性互動,切實保障國家長治久安。',
    select: 'all',
    code: '.',
    link: '13·50',
  },
  {
    in: 11,
    quote:
      '我省公安機(jī)關(guān)堅定捍衛(wèi)國家政治安全,深入貫徹總體國家安全觀,持續(xù)深化反顛覆反滲透反分裂反恐怖斗爭,近5年全省未發(fā)生影響國家政治安全的重大敏感案事件和暴力恐怖案事件。',
    select: 'sentences 1',
    code: '1',
    after: ['Alt+KeyL'],
    link: '13·50 local',
  },
  {
    in: 11,
    quote: '近5年全省未發(fā)生影響國家政治安全的重大敏感案事件和暴力恐怖案事件。',
    select: 'grow 2',
    code: '1',
    link: '13·50',
  },
  { in: 11, quote: '嚴(yán)打突出違法犯罪,強化街面巡邏防控,', select: 'clauses 2', code: '2', link: '13·51' },
  { in: 11, quote: '排查化解矛盾糾紛', select: 'characters', code: 'Enter 36', link: '9·36' },
  {
    in: 12,
    quote: '聚焦重點領(lǐng)域、重點行業(yè)、重點群體、重點環(huán)節(jié),',
    select: 'clauses 4',
    code: '8',
    link: '9·36',
  },
  { in: 12, quote: '用好改革“關(guān)鍵一招”,', select: 'clauses 1', code: '.', link: '9·36' },
  { in: 13, quote: '健全社會治理體系', select: 'paragraphs 1', code: '3', after: ['Alt+KeyV'], link: '13·52 verbatim' },
  { in: 14, quote: '不斷提升社會治理效能', select: 'grow 2', code: '3', link: '13·52' },
  { in: 15, quote: '“楓橋經(jīng)驗”', select: 'characters', code: '3', after: ['Alt+KeyA'], link: '13·52 adapted' },
  {
    in: 15,
    quote:
      '全會提出,堅持和發(fā)展新時代“楓橋經(jīng)驗”,健全黨組織領(lǐng)導(dǎo)的自治、法治、德治相結(jié)合的城鄉(xiāng)基層治理體系,完善共建共治共享的社會治理制度。',
    select: 'sentences 1',
    code: '.',
    link: '13·52 adapted',
  },
  { in: 16, quote: '國家安全,根基在人民,力量在人民。', select: 'grow 3', code: '3', link: '13·52' },
  {
    in: 16,
    quote: '推進(jìn)‘兩室一隊’警務(wù)運行改革模式,',
    select: 'clauses 1',
    code: '3',
    after: ['v citizen'],
    link: '13·52',
    voice: 'citizen',
  },
  {
    in: 17,
    quote: '大同市平城區(qū)創(chuàng)新開展小區(qū)黨建專項攻堅行動,',
    select: 'clauses 1',
    code: 'Enter 58',
    link: '15·58',
  },
  { in: 17, quote: '429', select: 'characters', code: '9', link: '15·58' },
  { in: 17, quote: '搭建起五級治理體系,', select: 'grow 2', code: '.', link: '15·58' },
  {
    in: 17,
    quote: '暢通公眾參與基層治理途徑,為平安山西建設(shè)夯實群眾基礎(chǔ)。',
    select: 'clauses 2',
    code: '3',
    link: '13·52',
  },
];
