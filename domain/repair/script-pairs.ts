// Pairs of a Traditional character and its Simplified form, in the order of the Simplified reading.
const PAIRS =
  '愛爱礙碍襖袄骯肮壩坝罷罢擺摆敗败頒颁辦办絆绊幫帮綁绑謗谤寶宝報报飽饱貝贝輩辈備备憊惫筆笔畢毕幣币閉闭斃毙邊边編编貶贬變变辯辩辮辫標标錶表別别癟瘪濱滨瀕濒賓宾擯摈餅饼撥拨缽钵駁驳鉑铂補补蔔卜財财參参蠶蚕' +
  '殘残慚惭慘惨燦灿倉仓滄沧蒼苍艙舱廁厕側侧測测層层冊册詫诧攙搀摻掺蟬蝉饞馋讒谗纏缠產产闡阐顫颤長长嘗尝償偿腸肠場场廠厂暢畅鈔钞車车徹彻塵尘陳陈襯衬撐撑稱称誠诚懲惩騁骋癡痴遲迟馳驰恥耻齒齿熾炽衝冲蟲虫寵宠' +
  '疇畴籌筹躊踌綢绸醜丑櫥橱廚厨鋤锄雛雏礎础儲储觸触處处傳传瘡疮闖闯創创錘锤純纯綽绰辭辞詞词賜赐聰聪叢丛從从湊凑竄窜錯错達达帶带貸贷擔担單单鄲郸膽胆憚惮誕诞彈弹當当擋挡黨党蕩荡檔档搗捣島岛禱祷導导盜盗燈灯' +
  '鄧邓敵敌滌涤遞递締缔顛颠點点墊垫電电澱淀釣钓調调諜谍疊叠釘钉頂顶錠锭訂订東东動动棟栋凍冻鬥斗犢犊獨独讀读賭赌鍍镀鍛锻斷断緞缎兌兑隊队對对噸吨頓顿鈍钝奪夺墮堕鵝鹅額额訛讹惡恶餓饿兒儿爾尔餌饵貳贰發发髮发' +
  '罰罚閥阀礬矾煩烦範范販贩飯饭訪访紡纺飛飞誹诽廢废費费紛纷墳坟奮奋憤愤糞粪豐丰楓枫鋒锋風风瘋疯馮冯縫缝諷讽鳳凤膚肤輻辐撫抚輔辅賦赋複复復复負负訃讣婦妇縛缚該该鈣钙蓋盖乾干幹干趕赶贛赣岡冈剛刚鋼钢綱纲崗岗' +
  '鎬镐擱搁鴿鸽閣阁鉻铬個个給给龔龚宮宫鞏巩貢贡鉤钩溝沟構构購购夠够蠱蛊顧顾剮剐關关觀观館馆慣惯貫贯廣广規规歸归龜龟閨闺軌轨詭诡櫃柜貴贵劊刽輥辊滾滚鍋锅國国過过駭骇韓韩漢汉號号閡阂鶴鹤賀贺橫横轟轰鴻鸿紅红' +
  '後后壺壶護护滬沪戶户嘩哗華华畫画劃划話话懷怀壞坏歡欢環环還还緩缓換换喚唤瘓痪煥焕渙涣黃黄謊谎揮挥輝辉毀毁賄贿穢秽會会燴烩匯汇彙汇諱讳誨诲繪绘葷荤渾浑夥伙獲获穫获貨货禍祸擊击機机積积饑饥譏讥雞鸡績绩緝缉' +
  '極极輯辑級级擠挤幾几薊蓟劑剂濟济計计記记際际繼继紀纪夾夹莢荚頰颊賈贾鉀钾價价駕驾殲歼監监堅坚箋笺間间艱艰緘缄繭茧檢检鹼碱揀拣撿捡簡简儉俭減减薦荐檻槛鑒鉴踐践賤贱見见鍵键艦舰劍剑餞饯漸渐濺溅澗涧將将漿浆' +
  '蔣蒋槳桨獎奖講讲醬酱膠胶澆浇驕骄嬌娇攪搅鉸铰矯矫僥侥腳脚餃饺繳缴絞绞轎轿較较階阶節节傑杰潔洁結结誡诫屆届緊紧錦锦僅仅謹谨進进晉晋燼烬盡尽儘尽勁劲荊荆莖茎鯨鲸驚惊經经頸颈靜静鏡镜徑径痙痉競竞淨净糾纠廄厩' +
  '舊旧駒驹舉举據据鋸锯懼惧劇剧鵑鹃絹绢覺觉決决訣诀絕绝鈞钧軍军駿骏開开凱凯顆颗殼壳課课墾垦懇恳摳抠庫库褲裤誇夸塊块儈侩寬宽礦矿曠旷況况虧亏巋岿窺窥饋馈潰溃擴扩闊阔蠟蜡臘腊萊莱來来賴赖藍蓝欄栏攔拦籃篮闌阑' +
  '蘭兰瀾澜讕谰攬揽覽览懶懒纜缆爛烂濫滥撈捞勞劳澇涝樂乐鐳镭壘垒類类淚泪籬篱離离裡里裏里鯉鲤禮礼麗丽厲厉勵励礫砾曆历歷历瀝沥隸隶倆俩聯联蓮莲連连鐮镰憐怜漣涟簾帘斂敛臉脸鏈链戀恋煉炼練练糧粮涼凉兩两輛辆諒谅' +
  '療疗遼辽鐐镣獵猎臨临鄰邻鱗鳞凜凛賃赁齡龄鈴铃靈灵嶺岭領领餾馏劉刘龍龙聾聋嚨咙籠笼壟垄攏拢隴陇樓楼婁娄摟搂簍篓蘆芦盧卢顱颅廬庐爐炉擄掳鹵卤虜虏魯鲁賂赂祿禄錄录陸陆驢驴呂吕鋁铝侶侣屢屡縷缕慮虑濾滤綠绿巒峦' +
  '攣挛孿孪灤滦亂乱掄抡輪轮倫伦侖仑淪沦綸纶論论蘿萝羅罗邏逻鑼锣籮箩騾骡駱骆絡络媽妈瑪玛碼码螞蚂馬马罵骂嗎吗買买麥麦賣卖邁迈脈脉瞞瞒饅馒蠻蛮滿满謾谩貓猫錨锚鉚铆貿贸麼么黴霉沒没鎂镁門门悶闷們们錳锰夢梦謎谜' +
  '彌弥覓觅綿绵緬缅廟庙滅灭憫悯閩闽鳴鸣銘铭謬谬謀谋畝亩鈉钠納纳難难撓挠腦脑惱恼鬧闹餒馁內内擬拟膩腻攆撵釀酿鳥鸟聶聂鑷镊鎳镍檸柠獰狞寧宁擰拧濘泞鈕钮紐纽膿脓濃浓農农瘧疟諾诺歐欧鷗鸥毆殴嘔呕漚沤盤盘龐庞賠赔' +
  '噴喷鵬鹏騙骗飄飘頻频貧贫蘋苹憑凭評评潑泼頗颇撲扑鋪铺樸朴譜谱臍脐齊齐騎骑豈岂啟启啓启氣气棄弃訖讫牽牵鉛铅遷迁簽签籤签謙谦錢钱鉗钳潛潜淺浅譴谴塹堑槍枪嗆呛牆墙薔蔷強强搶抢鍬锹橋桥喬乔僑侨翹翘竅窍竊窃欽钦' +
  '親亲寢寝輕轻氫氢傾倾頃顷請请慶庆瓊琼窮穷趨趋區区軀躯驅驱齲龋顴颧權权勸劝卻却鵲鹊確确讓让饒饶擾扰繞绕熱热韌韧認认紉纫榮荣絨绒軟软銳锐閏闰潤润灑洒薩萨鰓鳃賽赛傘伞喪丧騷骚掃扫澀涩殺杀紗纱篩筛曬晒刪删閃闪' +
  '陝陕贍赡繕缮傷伤賞赏燒烧紹绍賒赊攝摄懾慑設设紳绅審审嬸婶腎肾滲渗聲声繩绳勝胜聖圣師师獅狮濕湿詩诗時时蝕蚀實实識识駛驶勢势適适釋释飾饰視视試试壽寿獸兽樞枢輸输書书贖赎屬属術术樹树豎竖數数帥帅雙双誰谁稅税' +
  '順顺說说碩硕爍烁絲丝飼饲聳耸慫怂頌颂訟讼誦诵擻擞蘇苏訴诉肅肃雖虽隨随綏绥歲岁孫孙損损筍笋縮缩瑣琐鎖锁獺獭撻挞臺台態态攤摊貪贪癱瘫灘滩壇坛譚谭談谈嘆叹歎叹湯汤燙烫濤涛絛绦討讨騰腾謄誊銻锑題题體体條条貼贴' +
  '鐵铁廳厅聽听烴烃銅铜統统頭头禿秃圖图塗涂團团頹颓蛻蜕脫脱鴕鸵馱驮駝驼橢椭窪洼襪袜彎弯灣湾頑顽萬万網网韋韦違违圍围為为爲为濰潍維维葦苇偉伟偽伪僞伪緯纬謂谓衛卫溫温聞闻紋纹穩稳問问甕瓮撾挝蝸蜗渦涡窩窝臥卧' +
  '嗚呜鎢钨烏乌誣诬無无蕪芜吳吴塢坞霧雾務务誤误錫锡犧牺襲袭習习銑铣戲戏細细蝦虾轄辖峽峡俠侠狹狭廈厦嚇吓鮮鲜纖纤鹹咸賢贤銜衔閑闲閒闲顯显險险現现獻献縣县餡馅羨羡憲宪線线廂厢鑲镶鄉乡詳详響响項项蕭萧囂嚣銷销' +
  '曉晓嘯啸蠍蝎協协挾挟攜携脅胁諧谐寫写瀉泻謝谢鋅锌釁衅興兴洶汹鏽锈繡绣虛虚噓嘘須须許许敘叙緒绪續续軒轩懸悬選选癬癣絢绚學学勳勋尋寻訓训訊讯遜逊壓压鴉鸦鴨鸭啞哑亞亚訝讶閹阉煙烟鹽盐嚴严顏颜閻阎艷艳艶艳厭厌' +
  '硯砚諺谚驗验鴦鸯楊杨揚扬瘍疡陽阳癢痒養养樣样瑤瑶搖摇堯尧遙遥窯窑謠谣藥药爺爷頁页業业葉叶醫医銥铱頤颐遺遗儀仪蟻蚁藝艺億亿憶忆義义詣诣議议誼谊譯译異异繹绎蔭荫陰阴銀银飲饮隱隐櫻樱嬰婴鷹鹰應应纓缨瑩莹螢萤' +
  '營营熒荧蠅蝇贏赢穎颖喲哟擁拥傭佣癰痈踴踊詠咏湧涌優优憂忧郵邮鈾铀猶犹遊游誘诱輿舆魚鱼漁渔娛娱與与嶼屿語语獄狱譽誉預预馭驭鴛鸳淵渊轅辕園园員员圓圆緣缘遠远願愿約约躍跃鑰钥嶽岳粵粤悅悦閱阅雲云鄖郧勻匀隕陨' +
  '運运蘊蕴醞酝暈晕韻韵雜杂災灾載载攢攒暫暂贊赞讚赞贓赃髒脏臟脏鑿凿棗枣竈灶責责擇择則则澤泽賊贼贈赠紮扎軋轧鍘铡閘闸詐诈齋斋債债氈毡盞盏斬斩輾辗嶄崭棧栈戰战綻绽張张漲涨帳帐賬账脹胀趙赵蟄蛰轍辙鍺锗這这貞贞' +
  '針针偵侦診诊鎮镇陣阵掙挣睜睁猙狰爭争幀帧鄭郑證证織织職职執执紙纸摯挚擲掷幟帜質质滯滞終终種种腫肿眾众衆众謅诌軸轴皺皱晝昼驟骤豬猪諸诸誅诛燭烛矚瞩囑嘱貯贮鑄铸築筑駐驻專专磚砖轉转賺赚樁桩莊庄裝装妝妆壯壮' +
  '狀状錐锥贅赘墜坠綴缀諄谆準准濁浊茲兹資资漬渍蹤踪綜综總总縱纵鄒邹詛诅組组鑽钻緻致製制係系繫系徵征誌志鐘钟鍾钟週周隻只祇只纔才鬆松闢辟佈布佔占併并並并捲卷嚮向曏向鬱郁裊袅瞭了採采颱台檯台闆板麵面穀谷薑姜' +
  '餘余鬍胡淩凌註注託托迴回齣出傢家捨舍彆别佇伫於于詢询諮咨鏟铲掛挂跡迹峯峰恆恒奧奥鮑鲍丟丢拋抛僕仆馴驯槓杠剝剥鍥锲皚皑藹蔼鎊镑鋇钡狽狈繃绷鱉鳖蔥葱撣掸琺珐釩钒稈秆僱雇祕秘冪幂吶呐齧啮釺钎羣群剎刹屜屉鍁锨' +
  '籲吁柵栅';

// Simplified forms that Traditional text has too, as characters of their own.
const SHARED =
  '干里后面制系表只台云松准仆余冲几出刮升占卜吁周回胡姜克困么朴曲舍沈涂托咸向御郁岳扎佣伙卷家雇志致种须采谷丑斗范并才别布注游杰秘恒群霉鉴温迹岭签征借';

const simplifiedOf = new Map<string, string>();
const simplifiedForms = new Set<string>();
for (let i = 0; i < PAIRS.length; i += 2) {
  simplifiedOf.set(PAIRS.charAt(i), PAIRS.charAt(i + 1));
  simplifiedForms.add(PAIRS.charAt(i + 1));
}
for (const character of SHARED) {
  simplifiedForms.delete(character);
}

const traditional = new Uint8Array(65536);
const simplified = new Uint8Array(65536);
for (const form of simplifiedOf.keys()) traditional[form.charCodeAt(0)] = 1;
for (const form of simplifiedForms) simplified[form.charCodeAt(0)] = 1;
const codes = Uint16Array.from({ length: 65536 }, (_, code) => code);
for (const [form, folded] of simplifiedOf) codes[form.charCodeAt(0)] = folded.charCodeAt(0);

/** The character as the word lists have it: the Simplified form of a Traditional character, any other as it is. */
export function foldCharacter(character: string): string {
  return simplifiedOf.get(character) ?? character;
}

/** Which script has a character, by its code: `hant` or `hans` alone, or null for both. */
export function scriptOfCode(code: number): 'hant' | 'hans' | null {
  if (traditional[code] === 1) return 'hant';
  return simplified[code] === 1 ? 'hans' : null;
}

/** The code of the folded character, by the code of a character. */
export function foldCode(code: number): number {
  return codes[code] ?? code;
}

/** Folds every UTF-16 unit by `foldCharacter`; one unit in, one unit out, so offsets stay. */
export function foldScript(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    folded += simplifiedOf.get(unit) ?? unit;
  }
  return folded;
}

/** Whether a conversion between the scripts, in either direction, changes this character. */
export function changesWithScript(character: string): boolean {
  return scriptOfCode(character.charCodeAt(0)) !== null;
}

/** Every character of the table, the Traditional form of each pair before the Simplified one. */
export function* convertedCharacters(): Generator<string> {
  for (const [form, folded] of simplifiedOf) {
    yield form;
    yield folded;
  }
}
