/**
 * Characters of names that differ between the scripts: Simplified, then the usual Traditional form, then other
 * forms that are met in print. Characters of the names in this gazetteer come first, then those of papers, bylines and family names.
 */
const TABLE =
  '内內 匀勻 奥奧 潇瀟 犸獁 现現 贸貿 遥遙 侨僑 万萬 业業 丛叢 东東 两兩 个個 丰豐 临臨 为為爲 丽麗 义義 乌烏 乐樂 习習 乡鄉 于于於 云雲 ' +
  '亚亞 产產 从從 仑侖崙 仓倉 仪儀 们們 会會 伟偉 伦倫 余餘余 儿兒 克克剋 党黨 兰蘭 关關 兴興 ' +
  '冈岡崗岗 册冊 军軍 农農 冲衝沖 准準准 凉涼 凤鳳 凭憑 凯凱 则則 刚剛 别別 剑劍 劝勸 务務 区區 ' +
  '华華 单單 卢盧 卧臥 卫衛 厂廠 历歷曆 厢廂 厦廈 县縣 双雙 叙敘敍 台臺台 叶葉 后後 向向嚮 吕呂 ' +
  '启啟啓 吴吳 周周週 咸咸鹹 响響 团團 园園 围圍 国國 图圖 圣聖 场場塲 坂坂阪 坛壇 坝壩 垒壘 ' +
  '垦墾 垫墊 壮壯 壶壺 复復複 头頭 夹夾 姜姜薑 娄婁 孙孫 宁寧寜甯 宝寶 审審 宫宮 宽寬 宾賓 寻尋 ' +
  '寿壽 将將 尔爾 尧堯 屿嶼 岗崗 岚嵐 岛島 岩岩巖 岭嶺 岳岳嶽 峄嶧 峡峽 峨峨峩 峰峰峯 崂嶗 崃崍 ' +
  '巩鞏 布布佈 师師 干干幹 广廣 庄莊 庆慶 庐廬 库庫 应應 开開 张張 弥彌 强強 归歸 当當 彦彥 ' +
  '征征徵 怀懷 恒恆恒 扬揚 抚撫 斗斗鬥 无無 旧舊 昆昆崑 晋晉 晖暉 杂雜 权權 来來 杨楊 松松鬆 ' +
  '极極 枞樅 枣棗 树樹 栖棲栖 栗栗慄 栾欒 桥橋 桦樺 梁梁樑 梦夢 楼樓 横橫 毕畢 汇匯彙滙 汉漢 ' +
  '汤湯 沈沈瀋 沟溝 沧滄 沪滬 沾沾霑 泸瀘 泽澤 泾涇 洼窪 浈湞 浉溮 济濟 浏瀏 浑渾 浔潯 浚浚濬 ' +
  '涂塗涂 涞淶 涟漣 涡渦 润潤 涧澗 淀淀澱 渌淥 渑澠 温溫 游游遊 湾灣 溆漵 满滿 滦灤 滨濱 滩灘 ' +
  '潍濰 潜潛 澜瀾 灯燈 灵靈 炉爐 点點 烟煙菸 烦煩 爱愛 犹猶 独獨 狮獅 献獻 玛瑪 环環 珲琿 ' +
  '琅琅瑯 琼瓊 瑶瑤傜 瓮甕 瓯甌 电電 畴疇 盐鹽塩 监監 盖蓋 盘盤 矿礦鑛 砀碭 砚硯 硕碩 硚礄 确確 ' +
  '碱鹼堿 礼禮 禄祿 禅禪 离離 积積 称稱 竞競 简簡 类類 粤粵 红紅 纳納 细細 织織 绍紹 经經 结結 ' +
  '绛絳 绥綏 绩績 维維 绵綿 绿綠 缙縉 罗羅 聂聶 联聯 肃肅 胜勝 胶膠 脱脫 腊臘 腾騰 舆輿 节節 ' +
  '芗薌 芜蕪 芦蘆 苍蒼 苏蘇 范范範 荆荊 荣榮 荥滎 荫蔭 莱萊 莲蓮 获獲穫 萝蘿 营營 萧蕭 萨薩 ' +
  '蓝藍 蓟薊 蓥鎣 蔺藺 蕲蘄 蕴蘊 观觀 觉覺 让讓 讷訥 许許 设設 诏詔 诸諸 诺諾 调調 谊誼 谋謀 ' +
  '谟謨 谢謝 谦謙 谯譙 谱譜 谷谷穀 贝貝 贞貞 贡貢 贤賢 贵貴 费費 贺賀 贾賈 资資 赉賚 赛賽 ' +
  '赞贊讚 赣贛 赵趙 车車 轮輪 载載 辉輝 边邊 辽遼 达達 迁遷 迈邁 运運 进進 远遠 连連 逊遜 邓鄧 ' +
  '邮郵 邹鄒 邺鄴 邻鄰 郁郁鬱 郏郟 郑鄭 郓鄆 郧鄖 郸鄲 里里裏裡 钟鐘鍾锺 钢鋼 钦欽 钱錢 铁鐵 铅鉛 ' +
  '铜銅 银銀 锋鋒 错錯 锡錫 锦錦 镇鎮 镜鏡 镶鑲 长長 门門 间間 闵閔 闻聞 闽閩 阁閣 阆閬 阎閻 ' +
  '阳陽 阴陰 陆陸 陇隴 陈陳 陉陘 陕陝 随隨 静靜 韩韓 顶頂 项項 顺順 颇頗 颍潁 额額 风風 饶饒 ' +
  '馆館 马馬 驻駐 驿驛 骅驊 鱼魚 鲁魯 鲅鮁鱍 鲜鮮 鲤鯉 鸠鳩 鸡雞鷄 鸣鳴 鸭鴨 鹤鶴 鹰鷹 麦麥 ' +
  '黄黃 齐齊 龙龍 叠疊 棱棱稜 报報 级級 ' +
  '网網 视視 学學 时時 参參叄 劳勞 检檢 妇婦 证證 财財 税稅 战戰 线線綫 动動 态態 体體 传傳 号號 户戶 发發髮 论論 纪紀 组組 质質 讯訊 际際 导導 览覽 谈談 讲講 ' +
  '读讀 评評 记記 员員 责責 编編 辑輯 转轉 摄攝 综綜 访訪 实實 见見 执執 总總 终終 对對 络絡 题題 录錄 档檔 过過 页頁 话話 写寫 说說 轻輕 众眾衆 闪閃 晓曉 声聲 ' +
  '专專 标標 医醫 协協 术術 机機 构構 种種 剧劇 书書 据據 选選 锐銳 频頻 听聽 讨討 纵縱 创創 艺藝 测測 数數 码碼 热熱 链鏈 紧緊 这這 还還 刘劉 冯馮 蒋蔣 严嚴 ' +
  '韦韋 颜顏 谭譚 庞龐 龚龔 骆駱 顾顧 储儲 阙闕 欧歐 闫閆 缪繆 练練 邬鄔 韬韜';

// Names, or beginnings of names, whose Traditional form is not that of their characters one by one.
const EXCEPTIONS: readonly [string, string][] = [
  ['沈阳', '瀋陽'],
  ['沈河', '瀋河'],
  ['沈北', '瀋北'],
  ['南岳', '南嶽'],
  ['钟祥', '鍾祥'],
  ['钟山', '鍾山'],
  ['仪征', '儀徵'],
  ['大余', '大余'],
  ['天台', '天台'],
  ['台州', '台州'],
  ['台湾', '台灣'],
  ['台北', '台北'],
  ['台中', '台中'],
  ['台南', '台南'],
  ['台东', '台東'],
];

const TO_HANT = new Map<string, string>();
const TO_HANS = new Map<number, number>();
for (const entry of TABLE.split(' ')) {
  const simplified = entry.charAt(0);
  for (const form of entry.slice(1)) {
    if (!TO_HANT.has(simplified)) TO_HANT.set(simplified, form);
    if (form !== simplified && !TO_HANS.has(form.charCodeAt(0)))
      TO_HANS.set(form.charCodeAt(0), simplified.charCodeAt(0));
  }
}

/** The Traditional form of the name of a place or a paper in Simplified characters. Any other text is not its business. */
export function hantName(hans: string): string {
  for (const [from, to] of EXCEPTIONS) if (hans.startsWith(from)) return to + hantName(hans.slice(from.length));
  return Array.from(hans, (character) => TO_HANT.get(character) ?? character).join('');
}

/** The Simplified form of one UTF-16 code unit of a name, or the unit itself. Never changes a length. */
export function foldUnit(unit: number): number {
  return TO_HANS.get(unit) ?? unit;
}

/** A name in either script as one key. */
export function foldName(name: string): string {
  return Array.from(name, (character) => String.fromCodePoint(foldUnit(character.codePointAt(0) ?? 0))).join('');
}
