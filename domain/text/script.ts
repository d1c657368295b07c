// Characters that stand in one script only, among the most frequent of this kind of prose.
const HANT = new Set(
  '國發會業學為來時個產體經動強進過長開關實現點題領導對應機構設計規劃區際統紀絡書記護電話環視覺從與萬無義務權東車門間問題見觀貝員質資責貫徹後據擔標樣條樹楊極歷歲處號虧訂討訓議識講證認語誤說請諸課調談論謝譽變讓貢財貧販購貿費賀',
);
const HANS = new Set(
  '国发会业学为来时个产体经动强进过长开关实现点题领导对应机构设计规划区际统纪络书记护电话环视觉从与万无义务权东车门间问题见观贝员质资责贯彻后据担标样条树杨极历岁处号亏订讨训议识讲证认语误说请诸课调谈论谢誉变让贡财贫贩购贸费贺',
);
for (const character of HANT) if (HANS.delete(character)) HANT.delete(character);

/** A share below this in the other script is a quotation or a slip, not a mixture. */
const MIXED_SHARE = 0.15;

/**
 * Which script a text is written in, by the characters that exist in one of the two only. Null when it has fewer than
 * three of them, so that nothing is concluded from a word or two.
 */
export function recognizeScript(text: string): 'hant' | 'hans' | 'mixed' | null {
  let hant = 0;
  let hans = 0;
  for (const character of text) {
    if (HANT.has(character)) hant += 1;
    else if (HANS.has(character)) hans += 1;
  }
  const total = hant + hans;
  if (total < 3) return null;
  if (hans / total < MIXED_SHARE) return 'hant';
  return hant / total < MIXED_SHARE ? 'hans' : 'mixed';
}
