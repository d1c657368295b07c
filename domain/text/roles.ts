import { paragraphsOf } from './paragraphs.ts';

/** What a paragraph is. Measures count `body` unless told otherwise. */
export type Role = 'title' | 'subhead' | 'body' | 'caption' | 'byline' | 'source' | 'editor' | 'boilerplate';

// Lengths in code points, glosses and white space at the ends not counted.
const LONGEST_TITLE = 40;
const LONGEST_SUBHEAD = 30;
const LONGEST_BYLINE = 60;
const LONGEST_EDITOR = 60;
const LONGEST_SOURCE = 60;
const LONGEST_CAPTION = 120;

// Some copies of web pages carry the reading of a character in brackets behind it: 責任(zérèn).
const GLOSS = /[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ'’ ]+[)）]/gu;

const SENTENCE_MARK = /[。！？；｡!?;]/u;
const UNFINISHED = /[，、：,:—…]$/u;

const EDITOR =
  /^[（(【[〔]?\s*(?:(?:責任|责任|值班|執行|执行|本版|本期|網絡|网络|文字|圖文|图文|新媒體|新媒体|美術|美术)?(?:編輯|编辑|主編|主编|編審|编审)|責編|责编|美編|美编|責校|责校|校對|校对|審核|审核|監製|监制|終審|终审)\s*(?:[:：丨|/／]|[\s　]+\p{Script=Han})/u;
const SOURCE =
  /^[（(【[〔]?\s*(?:(?:文章|稿件|信息|資訊|资讯|資料|资料|內容|内容|新聞|新闻|圖片|图片)?(?:來源|来源|來自|来自)|稿源|轉自|转自|轉載自|转载自)\s*[:：丨|/／]/u;
// When it was published, which pages set before where it comes from: 2024-08-07 08:30  來源：…
const PUBLISHED =
  /^(?:(?:發布|发布|發佈|發表|发表)?(?:時間|时间|日期)\s*[:：]\s*)?(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\s　|｜]*/u;
// The page of the paper it was printed on: 《光明日报》（2024年07月23日 03版）.
const PRINTED_IN = /^[（(【[]?\s*《[^《》]{2,14}》\s*[（(]?\s*(?:19|20)\d{2}\s*[年./-]/u;
const CAPTION =
  /^(?:[（(【[▲△]\s*)?(?:圖為|图为|圖片說明|图片说明|資料圖|资料图|圖[一二三四五六七八九十\d]*\s*[:：]|图[一二三四五六七八九十\d]*\s*[:：])|^[▲△]/u;
const PHOTOGRAPHER = /(?<!拍)(?:攝|摄)(?:影報道|影报道)?\s*[。]?\s*[）)】]?$/u;
const BOILERPLATE =
  /^[（(【[]?\s*(?:版權所有|版权所有|版權聲明|版权声明|免責聲明|免责声明|未經.{0,12}授權|未经.{0,12}授权|責任聲明|责任声明|相關閱讀|相关阅读|相關新聞|相关新闻|延伸閱讀|延伸阅读|分享到|分享至|掃碼|扫码|掃描二維碼|扫描二维码|長按|长按|點擊.{0,6}(?:查看|下載|关注|關注)|点击.{0,6}(?:查看|下载|关注)|返回首頁|返回首页|打印本[頁页]|上一篇|下一篇|Copyright|©)/iu;

const OUTLET =
  '(?:本報|本报|本網|本网|本刊|本台|新華社|新华社|中新社|(?:[\\p{Script=Han}+]{2,8}[-－·/])?\\p{Script=Han}{2,12}(?:報|报|網|网|社|台|電視|电视|客戶端|客户端|新聞|新闻|在線|在线))';
const RANK =
  '(?:見習|见习|攝影|摄影|文字|實習|实习|首席|特約|特约|全媒體|全媒体|融媒體|融媒体|融媒|駐站|驻站|高級|高级|駐\\p{Script=Han}{2,3}|驻\\p{Script=Han}{2,3})';
const WRITER = '(?:記者|记者|通訊員|通讯员|評論員|评论员|特派員|特派员|實習生|实习生)';
const BYLINE = new RegExp(`^[（(【[〔]?\\s*(?:${OUTLET})?${RANK}{0,2}${WRITER}(?:站)?`, 'u');
const AUTHOR = /^[（(【[〔]?\s*(?:作者|撰文|撰稿|文字|文|圖文|图文)\s*[:：丨|/／]/u;
const COMMENTATOR =
  /^[（(【[〔]?\s*(?:本報|本报|本網|本网|本刊)(?:特約|特约)?(?:評論員|评论员|編輯部|编辑部)\s*[）)】\]〕]?$/u;
const DATELINE =
  /^(?:新華社|新华社|中新社|中新網|中新网|本報|本报)\p{Script=Han}{0,8}\d{1,2}月\d{1,2}日(?:電|电|訊|讯)(?:\s*[（(][^（）()]*[）)])?$/u;
const BETWEEN_NAMES = /[\s　、，,:：丨|/／（）()【】[\]〔〕]+/u;
const AROUND_NAME = new RegExp(`^(?:${OUTLET})?${RANK}{0,2}${WRITER}|(?:報道|报道|報導|文圖|文图|攝影|摄影)$`, 'gu');
const NAME = /^(?:\p{Script=Han}{1,4}|\p{Script=Han}{1,8}(?:[·•‧]\p{Script=Han}{1,8}){1,2})$/u;

/**
 * A role for each paragraph, in the order of `paragraphsOf`. A careful proposal for a researcher to confirm: what is not
 * plainly something else is body. Reads both scripts, full-width and ASCII punctuation.
 *
 * Editor, source, caption, byline and boilerplate lines are known by how they begin (a caption also by 攝), and only
 * when short; names alone directly below a byline continue it. The first line that is none of these is the title when
 * it is short, without a sentence mark, and prose follows. A subhead is a line of at most 30 code points without a
 * sentence mark that some prose follows; prose is a line with a sentence mark, or a longer one.
 */
export function proposeRoles(text: string): Role[] {
  const lines = paragraphsOf(text).map(({ start, end }) => text.slice(start, end).replaceAll(GLOSS, '').trim());
  const lastProse = lines.findLastIndex((line) => isProse(line) && recogniseFurniture(line) === null);
  const roles: Role[] = [];
  let opened = false;
  let above: Role | null = null;
  for (const [index, line] of lines.entries()) {
    const role = proposeRole(line, above, !opened, index < lastProse);
    if (role === 'title' || role === 'subhead' || (role === 'body' && line !== '')) opened = true;
    if (line !== '') above = role;
    roles.push(role);
  }
  return roles;
}

function proposeRole(line: string, above: Role | null, opens: boolean, proseFollows: boolean): Role {
  if (line === '') return 'body';
  const furniture = recogniseFurniture(line);
  if (furniture !== null) return furniture;
  if (above === 'byline' && isNames(line)) return 'byline';
  if (!proseFollows || !isHeading(line)) return 'body';
  if (opens) return codePoints(line) <= LONGEST_TITLE ? 'title' : 'body';
  return codePoints(line) <= LONGEST_SUBHEAD ? 'subhead' : 'body';
}

function recogniseFurniture(line: string): Role | null {
  const length = codePoints(line);
  const isShortLine = !SENTENCE_MARK.test(line);
  if (length <= LONGEST_EDITOR && isShortLine && EDITOR.test(line)) return 'editor';
  if (length <= LONGEST_SOURCE && isShortLine && (SOURCE.test(line.replace(PUBLISHED, '')) || PRINTED_IN.test(line)))
    return 'source';
  if (length <= LONGEST_CAPTION && (CAPTION.test(line) || PHOTOGRAPHER.test(line))) return 'caption';
  if (length <= LONGEST_BYLINE && isShortLine && isByline(line)) return 'byline';
  if (BOILERPLATE.test(line)) return 'boilerplate';
  return null;
}

function isByline(line: string): boolean {
  if (COMMENTATOR.test(line) || DATELINE.test(line) || AUTHOR.test(line)) return true;
  const opening = BYLINE.exec(line);
  if (opening === null) return false;
  const names = line
    .slice(opening[0].length)
    .split(BETWEEN_NAMES)
    .map((name) => name.replaceAll(AROUND_NAME, ''))
    .filter((name) => name !== '');
  return names.length > 0 && names.every((name) => NAME.test(name));
}

/** Two names or more, or one of two or three characters. Four characters throughout are a slogan rather than names. */
function isNames(line: string): boolean {
  const names = line.replace(/[）)】\]]$/u, '').split(/[\s　、]+/u);
  if (!names.every((name) => NAME.test(name))) return false;
  if (names.length === 1) return [2, 3].includes(codePoints(names[0] ?? ''));
  return names.some((name) => codePoints(name) < 4);
}

function isHeading(line: string): boolean {
  if (SENTENCE_MARK.test(line) || UNFINISHED.test(line)) return false;
  if (/^[（(【[].*[）)】\]]$/u.test(line)) return false;
  return (line.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2;
}

function isProse(line: string): boolean {
  return SENTENCE_MARK.test(line) || codePoints(line) > LONGEST_TITLE;
}

function codePoints(line: string): number {
  return Array.from(line).length;
}
