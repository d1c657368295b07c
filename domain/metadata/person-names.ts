import type { Span } from '../text/span.ts';

/** A name in a line, in offsets of that line. */
export interface NameIn extends Span {
  /** Whether it begins with a family name that is known here. */
  isFamiliar: boolean;
}

// Family names in Simplified characters, those of some 99 in 100 people first.
const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由贠元贲都';
const COMPOUND = new Set(
  '欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 端木 宇文 长孙 轩辕 闻人 钟离 南宫 第五 澹台 独孤 呼延 拓跋 万俟 申屠 太史 公冶 淳于 单于 濮阳 西门 左丘 百里'.split(
    ' ',
  ),
);
const families = new Set(FAMILY);

const SEPARATOR = /[\s、,;:|/丨()【】[\]〔〕<>]+/u;
const OUTLET =
  '(?:本报|本网|本刊|本台|本社|新华社|中新社|(?:[\\p{Script=Han}+]{2,8}[-－·/])?\\p{Script=Han}{2,12}(?:报|网|社|台|电视|客户端|新闻|在线|日报社))';
const RANK =
  '(?:见习|实习|首席|特约|特派|全媒体|融媒体|融媒|驻站|高级|资深|文字|摄影|视频|海外网|驻\\p{Script=Han}{2,3}?)';
const WRITER = '(?:记者站|记者|通讯员|评论员|特派员|实习生|撰稿人)';
/** Who writes, with the paper and the rank before it; in folded text. */
export const WRITER_PATTERN = `(?:${OUTLET})?${RANK}{0,3}${WRITER}`;
const BEFORE = new RegExp(`^(?:${WRITER_PATTERN}){1,2}`, 'u');
const BEHIND = /(?:综合报道|摄影报道|报道|文图|文并摄|图文|摄影|整理|采写|执笔)$/u;
const NAME = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,8}(?:[·•‧]\p{Script=Han}{1,8}){1,2})$/u;
const LABEL = /^(?:作者|撰文|撰稿|采写|文字|图文|文|图)$/u;
const NOT_A_NAME =
  /^(?:报道|讯|电|消息|综合|本报|本网|新华社|见习|实习|文图|图文|摄影|整理|通讯|采访|等|和|与|特稿|供稿|供图|资料|新闻|要闻|时政|首页|正文|字号)/u;

/**
 * The names in a line of names, in its order: `folded` is the line with names in Simplified characters, glosses and
 * titles may stand in it. Names run together are parted where two known family names allow one reading only. Null when
 * the line holds anything that is no name. A single character before another single one is one name: 王 五.
 */
export function namesIn(folded: string): NameIn[] | null {
  const names: NameIn[] = [];
  let pending: Span | null = null;
  for (const token of tokensOf(folded)) {
    const word = folded.slice(token.start, token.end);
    if (LABEL.test(word) && /[:|/丨\s】]/u.test(folded.charAt(token.end))) continue;
    if (token.end - token.start === 1) {
      if (pending !== null && token.start - pending.end <= 2) {
        names.push({ start: pending.start, end: token.end, isFamiliar: families.has(folded.charAt(pending.start)) });
        pending = null;
        continue;
      }
      if (pending !== null) return null;
      pending = token;
      continue;
    }
    if (pending !== null) return null;
    const parts = partNames(word);
    if (parts === null) return null;
    for (const { start, end } of parts) {
      names.push({
        start: token.start + start,
        end: token.start + end,
        isFamiliar: isFamiliar(word.slice(start, end)),
      });
    }
  }
  return pending === null && names.length > 0 ? names : null;
}

function tokensOf(folded: string): Span[] {
  const tokens: Span[] = [];
  let at = 0;
  for (const piece of folded.split(SEPARATOR)) {
    const from = piece === '' ? at : folded.indexOf(piece, at);
    at = from + piece.length;
    const lead = BEFORE.exec(piece)?.[0].length ?? 0;
    const rest = piece.slice(lead).replace(BEHIND, '');
    if (rest !== '' && rest !== '等') tokens.push({ start: from + lead, end: from + lead + rest.length });
  }
  return tokens;
}

/** One name, or two that were written together; null for what is no name. */
function partNames(word: string): Span[] | null {
  if (NOT_A_NAME.test(word) || !/^[\p{Script=Han}·•‧]+$/u.test(word)) return null;
  if (word.includes('·') || word.length <= 3 || COMPOUND.has(word.slice(0, 2))) {
    return NAME.test(word) ? [{ start: 0, end: word.length }] : null;
  }
  const cuts = word.length === 4 ? [2] : word.length === 5 ? [2, 3] : word.length === 6 ? [3] : [];
  const possible = cuts.filter((cut) => families.has(word.charAt(0)) && families.has(word.charAt(cut)));
  const [cut] = possible;
  if (cut !== undefined && possible.length === 1) {
    return [
      { start: 0, end: cut },
      { start: cut, end: word.length },
    ];
  }
  return NAME.test(word) ? [{ start: 0, end: word.length }] : null;
}

function isFamiliar(name: string): boolean {
  return families.has(name.charAt(0)) || COMPOUND.has(name.slice(0, 2)) || name.includes('·');
}
