import { recognizeScript } from '../text/script.ts';
import type { Flag } from './repair-report.ts';

// What a conversion to Traditional wrote, and what it stands for; only words that no Traditional text has.
const WRONG =
  '體製=體制 機製=機制 製度=制度 限製=限制 控製=控制 強製=強制 管製=管制 機構編製=機構編制 編製委員=編制委員 抑製=抑制 牽製=牽制 專製=專制 法製=法制 製定=制定 製約=制約 製裁=制裁 製止=制止 公有製=公有制 所有製=所有制 責任製=責任制 製勝=制勝 全麵=全面 方麵=方面 麵對=面對 麵向=面向 層麵=層面 局麵=局面 麵臨=面臨 表麵=表面 正麵=正面 麵積=面積 麵貌=面貌 上麵=上面 下麵=下面 前麵=前面 體係=體系 係統=系統 係列=系列 聯係=聯繫 維係=維繫 新徵程=新征程 徵程=征程 長徵=長征 徵途=征途 出徵=出征 遠徵=遠征 徵戰=征戰 徵服=征服 髮展=發展 髮揮=發揮 髮現=發現 開髮=開發 髮布=發布 複興=復興 恢複=恢復 反複=反復 修複=修復 曆史=歷史 經曆=經歷 曆程=歷程 曆來=歷來 誌願=志願 同誌=同志 意誌=意志 錶示=表示 代錶=代表 發錶=發表 錶明=表明 齣臺=出臺 齣現=出現 提齣=提出 突齣=突出 作齣=作出 指齣=指出 國傢=國家 傢庭=家庭 大傢=大家 專傢=專家 特彆=特別 彆人=別人 區彆=區別 級彆=級別 方嚮=方向 嚮前=向前 導嚮=導向 麵嚮=面向 隻有=只有 隻要=只要 註重=注重 關註=關注 註意=注意 註入=注入 批準=批准 準許=准許 迴應=回應 迴收=回收 迴顧=回顧 颱灣=臺灣 檯灣=臺灣 颱階=臺階 裡程碑=里程碑 公裡=公里 裏程碑=里程碑 公裏=公里 山穀=山谷 幹預=干預 乾預=干預 乾部=幹部 骨乾=骨幹 乾事=幹事 若幹=若干 乾線=幹線 皇後=皇后 太後=太后 人纔=人才 闆塊=板塊 彙報=匯報 瞭解決=了解決 為瞭=為了 到瞭=到了 瞭重要=了重要 鬆樹=松樹 佔蔔=占卜 採取瞭=採取了 麯折=曲折';
// The vocabulary of another region, in phrases of official prose that have one form only.
const REGIONAL =
  '高品質發展=高質量發展 高品質建設=高質量建設 數位經濟=數字經濟 數位中國=數字中國 網路強國=網絡強國 網路安全=網絡安全 資訊化建設=信息化建設 資訊化發展=信息化發展 智慧財產權=知識產權 人工智慧=人工智能 最佳化營商環境=優化營商環境 最佳化產業=優化產業 最佳化資源=優化資源 透過改革=通過改革 透過深化=通過深化 透過完善=通過完善 透過制度=通過制度 透過立法=通過立法 審議透過=審議通過 會議透過=會議通過 透過的《=通過的《 透過了《=通過了《';

function readPairs(list: string): readonly (readonly [string, string])[] {
  return list
    .split(' ')
    .map((pair) => pair.split('='))
    .flatMap(([wrong, right]): [string, string][] =>
      wrong === undefined || right === undefined ? [] : [[wrong, right]],
    );
}

const words = new Map([...readPairs(WRONG), ...readPairs(REGIONAL)]);
const FOUND = new RegExp([...words.keys()].toSorted((one, other) => other.length - one.length).join('|'), 'g');

/**
 * Flags words that an automatic conversion to Traditional characters got wrong (`體製機製`), and the vocabulary of
 * another region in set phrases of official prose (`高品質發展`). Only in Traditional or mixed text. Offsets in UTF-16.
 */
export function flagOverConversion(text: string): Flag[] {
  const flags: Flag[] = [];
  for (const match of text.matchAll(FOUND)) {
    const [wrong] = match;
    const evidence = [{ kind: 'expected', quote: words.get(wrong) ?? '', count: 1 }] as const;
    flags.push({ start: match.index, end: match.index + wrong.length, kind: 'over-conversion', evidence });
  }
  return flags.length > 0 && recognizeScript(text) === 'hans' ? [] : flags;
}
