import { makeArticle, marksOf } from '../../domain/repair/clean-texts.test-support.ts';
import { damage, seededRandom } from '../../domain/repair/damage-independent.test-support.ts';

const OUTLETS = ['山西日報', '河北日報', '大眾日報', '新華日報', '南方日報', '四川日報', '甘肅日報', '雲南日報'];
const LENGTH = 1_500;
const DAMAGED_OF = 5;
const REPRINT_OF = 50;

/** An article as it lies in a folder: every fifth damaged, every fiftieth a reprint of the one before in another paper. */
export function importArticle(number: number): string {
  const isReprint = number % REPRINT_OF === REPRINT_OF - 1;
  const random = seededRandom(isReprint ? number - 1 : number);
  const script = number % 2 === 0 || isReprint ? 'hant' : 'hans';
  const body = ownWords(makeArticle(script, LENGTH, random, number % 3 === 0), random);
  const clean = `${headOf(number)}${body}\n責任編輯：王小${'明麗華強'.charAt(number % 4)}`;
  if (number % DAMAGED_OF !== 0) return clean;
  return damage(clean, {
    marks: marksOf(script),
    share: 0.3,
    endTag: '</p>',
    halfWidth: 'exclamations',
    form: 'plain',
    random,
  }).damaged;
}

function headOf(number: number): string {
  const day = String(1 + (number % 28)).padStart(2, '0');
  return `各地抓緊落實改革任務第${number}號\n2024-08-${day}    來源：${OUTLETS[number % OUTLETS.length]}\n本報記者 李${'偉娜敏靜'.charAt(number % 4)}\n`;
}

// Han characters of both scripts alike, common enough that no damage is suspected.
const PLAIN =
  '人民工作市地方生活文化公共安全信用合作水平基本政治社区平台中心小学教育大气山林草原海洋能力科技自主品牌商品交通';

/** Sentences of the made article, which repeat one another, among others of its own: as unlike as two papers are. */
function ownWords(text: string, random: () => number): string {
  const own = () =>
    Array.from({ length: 8 + Math.floor(random() * 12) }, () => PLAIN.charAt(Math.floor(random() * PLAIN.length))).join(
      '',
    );
  return text
    .split('。')
    .map((sentence) => (random() < 0.2 ? sentence : `${own()}，${own()}，${own()}`))
    .join('。')
    .slice(0, LENGTH);
}
