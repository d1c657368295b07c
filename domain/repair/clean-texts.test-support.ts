// Clean articles made for the tests, in both scripts. All sentences are the project's own.

const HANS = {
  sentences: [
    '全省各地把学习贯彻会议精神作为当前的重要任务',
    '要健全基层治理体系，提升公共服务水平',
    '开展经常性安全检查，及时消除各类隐患',
    '会议强调，必须坚持以人民为中心，切实保障和改善民生',
    '可以预见，数字经济将成为推动高质量发展的新动能',
    '科技创新能够催生新产业、新模式、新动能',
    '靠近海岸的渔村正在发展休闲旅游',
    '回收利用体系逐步完善，资源循环利用率不断提高',
    '活力来自改革，动力来自创新',
    '获得感、幸福感、安全感更加充实、更有保障、更可持续',
    '近5年全省新增就业岗位超过60万个',
    '75年来，老区的面貌发生了翻天覆地的变化',
    '2023年全市粮食总产量达到4.8亿斤',
    '货运专列从这里出发，通江达海',
    '这项改革让企业少跑路，让群众多办事',
    '加快构建现代化产业体系，因地制宜发展新质生产力',
    '深入实施乡村振兴战略，千方百计增加农民收入',
    '统筹推进生态保护和绿色发展，守护好一江清水',
    '学校、医院、养老机构的建设标准全面提高',
    '省市联动，部门协同，形成齐抓共管的工作格局',
    '当地干部走村入户，听取意见建议，解决急难愁盼问题',
    'GDP增长6.2%，进出口总额增长11.3%',
    '乡镇(街道)综合服务中心实现全覆盖',
    '通过“一网通办”平台，90%以上的事项可以在网上办理',
    '以“枫桥经验”为引领，矛盾纠纷化解在基层',
    '建设现代海洋牧场，渔民的日子越过越红火',
    '开放的大门越开越大，营商环境持续优化',
    '企业是创新的主体，人才是创新的根基',
    '完善社保制度，推进医保改革，健全住房保障',
    '课堂教学改革不断深化，学生的负担明显减轻',
  ],
  speeches: [
    '我们要认真学习领会会议精神，把改革任务落到实处',
    '省应急管理局将持续完善预警机制，提升救援能力',
    '要坚持问题导向，着力破解制约发展的突出矛盾',
    '开弓没有回头箭，改革必须一抓到底',
    '今年以来，我们开展专项整治，群众的满意度明显提高',
    '会展业是城市的窗口，我们要办好每一届博览会',
    '公安机关将严厉打击各类违法犯罪，守护人民幸福安宁',
    '晋城市政法机关要对标对表，紧密联系工作实际',
    '平城区创新开展小区党建，治理效能得到提升',
    '企业要走向深海、走向世界，关键是掌握核心技术',
  ],
  tricky: [
    '“走向深海”的号角已经吹响，船队整装待发',
    '当地打造“书香上海”品牌，举办读书活动',
    '这里被称为“小上海”，商贸十分繁荣',
    '他说：“只要路通了，山货就能出山……”说到这里，他笑了',
    '“我们的目标是通江达海”已成为全市上下的共识',
    '老人的心愿很简单：平安、健康、如常',
  ],
  quote: ['要', '。', '表示', '说', '介绍', '强调'],
  speakers: [
    '省公安厅厅长王建国',
    '晋城市委常委、宣传部部长李明',
    '临汾市公安局副局长张海',
    '平城区委书记赵强',
    '省应急管理局局长周伟',
    '他',
    '村党支部书记刘福',
    '该公司负责人郑常',
    '扬州市委书记孙涛',
    '记者采访时，一位居民',
  ],
  glosses: ['垚(yáo)山村', '李翀(chōng)', '亓(qí)家庄', '鄞(yín)州', '王昉(fǎng)'],
  marks: {
    现: 'xiàn',
    应: 'yīng',
    责: 'zé',
    学: 'xué',
    进: 'jìn',
    发: 'fā',
    机: 'jī',
    设: 'shè',
    务: 'wù',
    产: 'chǎn',
    业: 'yè',
    会: 'huì',
    体: 'tǐ',
    经: 'jīng',
    创: 'chuàng',
    农: 'nóng',
  } as Readonly<Record<string, string>>,
} as const;

const HANT = {
  sentences: [
    '全省各地把學習貫徹會議精神作為當前的重要任務',
    '要健全基層治理體系，提升公共服務水平',
    '開展經常性安全檢查，及時消除各類隱患',
    '會議強調，必須堅持以人民為中心，切實保障和改善民生',
    '可以預見，數字經濟將成為推動高質量發展的新動能',
    '科技創新能夠催生新產業、新模式、新動能',
    '靠近海岸的漁村正在發展休閒旅遊',
    '回收利用體系逐步完善，資源循環利用率不斷提高',
    '活力來自改革，動力來自創新',
    '獲得感、幸福感、安全感更加充實、更有保障、更可持續',
    '近5年全省新增就業崗位超過60萬個',
    '75年來，老區的面貌發生了翻天覆地的變化',
    '2023年全市糧食總產量達到4.8億斤',
    '貨運專列從這裡出發，通江達海',
    '這項改革讓企業少跑路，讓群眾多辦事',
    '加快構建現代化產業體系，因地制宜發展新質生產力',
    '深入實施鄉村振興戰略，千方百計增加農民收入',
    '統籌推進生態保護和綠色發展，守護好一江清水',
    '學校、醫院、養老機構的建設標準全面提高',
    '省市聯動，部門協同，形成齊抓共管的工作格局',
    '當地幹部走村入戶，聽取意見建議，解決急難愁盼問題',
    'GDP增長6.2%，進出口總額增長11.3%',
    '鄉鎮(街道)綜合服務中心實現全覆蓋',
    '通過“一網通辦”平臺，90%以上的事項可以在網上辦理',
    '以“楓橋經驗”為引領，矛盾糾紛化解在基層',
    '建設現代海洋牧場，漁民的日子越過越紅火',
    '開放的大門越開越大，營商環境持續優化',
    '企業是創新的主體，人才是創新的根基',
    '完善社保制度，推進醫保改革，健全住房保障',
    '課堂教學改革不斷深化，學生的負擔明顯減輕',
    '將“宏偉藍圖”變為“平安實景”，展現新擔當新作為',
  ],
  speeches: [
    '我們要認真學習領會會議精神，把改革任務落到實處',
    '省應急管理局將持續完善預警機制，提升救援能力',
    '要堅持問題導向，著力破解制約發展的突出矛盾',
    '開弓沒有回頭箭，改革必須一抓到底',
    '今年以來，我們開展專項整治，群眾的滿意度明顯提高',
    '會展業是城市的窗口，我們要辦好每一屆博覽會',
    '公安機關將嚴厲打擊各類違法犯罪，守護人民幸福安寧',
    '晉城市政法機關要對標對表，緊密聯繫工作實際',
    '平城區創新開展小區黨建，治理效能得到提升',
    '企業要走向深海、走向世界，關鍵是掌握核心技術',
  ],
  tricky: [
    '“走向深海”的號角已經吹響，船隊整裝待發',
    '當地打造“書香上海”品牌，舉辦讀書活動',
    '這裡被稱為“小上海”，商貿十分繁榮',
    '他說：“只要路通了，山貨就能出山……”說到這裡，他笑了',
    '“我們的目標是通江達海”已成為全市上下的共識',
    '老人的心願很簡單：平安、健康、如常',
  ],
  quote: ['要', '。', '表示', '說', '介紹', '強調'],
  speakers: [
    '省公安廳廳長王建國',
    '晉城市委常委、宣傳部部長李明',
    '臨汾市公安局副局長張海',
    '平城區委書記趙強',
    '省應急管理局局長周偉',
    '他',
    '村黨支部書記劉福',
    '該公司負責人鄭常',
    '揚州市委書記孫濤',
    '記者採訪時，一位居民',
  ],
  glosses: ['垚(yáo)山村', '李翀(chōng)', '亓(qí)家莊', '鄞(yín)州', '王昉(fǎng)'],
  marks: {
    現: 'xiàn',
    應: 'yīng',
    責: 'zé',
    學: 'xué',
    進: 'jìn',
    發: 'fā',
    機: 'jī',
    設: 'shè',
    務: 'wù',
    產: 'chǎn',
    業: 'yè',
    會: 'huì',
    監: 'jiān',
    經: 'jīng',
    創: 'chuàng',
    區: 'qū',
    聯: 'lián',
    優: 'yōu',
    當: 'dāng',
    農: 'nóng',
    調: 'diào',
    統: 'tǒng',
    領: 'lǐng',
    質: 'zhì',
    網: 'wǎng',
    構: 'gòu',
    權: 'quán',
    養: 'yǎng',
  } as Readonly<Record<string, string>>,
} as const;

export type TestScript = 'hans' | 'hant';

/** What the sites of a script mark, character to reading. */
export function marksOf(script: TestScript): ReadonlyMap<string, string> {
  return new Map(Object.entries(script === 'hans' ? HANS.marks : HANT.marks));
}

/** Makes a clean article of about `length` characters; `tricky` puts in what looks like a sentence's end and is none. */
export function makeArticle(script: TestScript, length: number, random: () => number, tricky: boolean): string {
  const words = script === 'hans' ? HANS : HANT;
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error('empty list');
    return found;
  };
  const verb = () => pick(words.quote.slice(2));
  const speech = (): string => {
    const one = pick(words.speeches);
    return random() < 0.4 ? `${one}。${pick(words.speeches)}` : one;
  };
  const kinds = [
    () => `${pick(words.sentences)}。`,
    () => `“${speech()}。”${pick(words.speakers)}${verb()}，${pick(words.sentences)}。`,
    () => `${pick(words.speakers)}${verb()}：“${speech()}。”`,
    () => `${pick(words.sentences)}。“${speech()}。”${pick(words.speakers)}${verb()}，${pick(words.sentences)}。`,
    () => `${pick(words.sentences)}？${pick(words.sentences)}；${pick(words.sentences)}！`,
  ];
  const trick = [
    () => `${pick(words.tricky)}。`,
    () => `“${pick(words.speeches)}，走向深海”${pick(words.speakers)}${verb()}，${pick(words.sentences)}。`,
    () => `“${pick(words.speeches)}……”${pick(words.speakers)}${verb()}，${pick(words.sentences)}。`,
    () => `${pick(words.glosses)}${pick(words.sentences)}。`,
  ];
  let text = '';
  while (text.length < length) {
    let paragraph = '';
    for (let sentences = 1 + Math.floor(random() * 4); sentences > 0; sentences--) {
      paragraph += pick(tricky && random() < 0.25 ? trick : kinds)();
    }
    text += text === '' ? paragraph : `\n${paragraph}`;
  }
  return text;
}

// A rough conversion, enough to set Simplified paragraphs in characters that mostly have trail bytes of their own.
const ROUGH =
  '发發国國业業学學会會体體进進现現对對关關产產这這应應实實设設务務动動为為个個们們来來时時长長开開机機与與总總经經济濟区區权權统統领領导導强強义義东東农農乡鄉网網络絡质質规規划劃创創责責监監执執营營环環构構养養组組织織战戰优優势勢护護层層际際众眾让讓处處备備边邊变變标標别別补補办辦参參产產厂廠场場车車称稱诚誠传傳达達带帶单單当當党黨点點电電断斷队隊额額儿兒范範飞飛费費丰豐风風复復该該干幹岗崗给給贡貢沟溝购購够夠顾顧观觀广廣归歸过過汉漢号號红紅后後华華话話坏壞欢歡换換汇匯获獲极極积積级級计計记記纪紀继繼价價坚堅间間检檢见見将將讲講较較节節结結尽盡紧緊惊驚竞競举舉据據决決绝絕军軍课課宽寬况況扩擴来來劳勞乐樂类類离離礼禮历歷丽麗联聯练練两兩灵靈龙龍楼樓录錄论論罗羅马馬买買满滿门門梦夢灭滅难難内內鸟鳥农農齐齊气氣前前桥橋轻輕庆慶确確群群热熱认認荣榮软軟赛賽审審声聲圣聖师師识識视視试試适適书書术術树樹数數双雙谁誰税稅顺順说說随隨岁歲孙孫台臺态態谈談题題条條铁鐵听聽头頭图圖团團万萬违違围圍维維伟偉卫衛稳穩问問无無误誤习習系系细細显顯险險县縣乡鄉响響项項谢謝协協兴興选選亚亞严嚴验驗阳陽样樣药藥叶葉医醫亿億义義议議译譯异異银銀应應拥擁优優游遊员員园園远遠愿願约約云雲运運杂雜灾災则則泽澤张張涨漲这這镇鎮争爭证證职職纸紙终終种種众眾专專转轉装裝状狀准準资資总總';

const rough = new Map<string, string>();
for (let i = 0; i + 1 < ROUGH.length; i += 2) rough.set(ROUGH.charAt(i), ROUGH.charAt(i + 1));

/** Sets Simplified text in Traditional characters, roughly. */
export function roughlyTraditional(text: string): string {
  return Array.from(text, (character) => rough.get(character) ?? character).join('');
}
