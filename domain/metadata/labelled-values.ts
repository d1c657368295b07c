import type { Line } from './legible-text.ts';

export type Label = 'source' | 'author' | 'editor' | 'duty-editor' | 'date' | 'address' | 'other';

/** What stands behind a label such as 來源： in offsets of the legible text. */
export interface Labelled {
  label: Label;
  start: number;
  end: number;
  line: Line;
}

const LABELS: readonly [Label, string][] = [
  ['source', '(?:文章|稿件|信息|资讯|新闻|内容|本文)?来源|稿源|来自|转自|转载自'],
  ['duty-editor', '(?:责任|值班|执行|本版|本期|本栏)编辑|责编|值编'],
  ['editor', '(?:网络|文字|图文|新媒体)?编辑|编审'],
  ['author', '作者|撰文|撰稿|采写|文字'],
  ['date', '(?:发布|发表|更新|刊发|发稿|见报|上传|录入)?(?:时间|日期)'],
  ['address', '(?:原文|本文)?(?:链接|地址|网址)|URL'],
  [
    'other',
    '浏览|点击|阅读|字号|字体|校对|审核|监制|终审|审签|主编|美编|栏目|版次|分享|打印|记者|摄影|图片|电话|邮箱|复审|初审|二审|三审|一审',
  ],
];
const ANY = LABELS.map(([label, pattern]) => `(?<${label.replace('-', '_')}>${pattern})`).join('|');
const LABELLED = new RegExp(`(?<=^|[\\s()【\\[〔|,;、/])(?:${ANY})(?:\\s*[:丨|/]\\s*)`, 'gu');
// An editor is often named without a colon: (責任編輯 盧相汀).
const EDITOR_ALONE = /^[\s(【[〔]*((?:责任|值班)编辑|责编)\s*(?=\p{Script=Han})/u;
// A question mark inside an address ends no sentence.
const PROSE = /[。!]|\?(?![\w=&])/u;
const LONGEST_LINE = 120;
const AFTER_VALUE = /[\s()【】[\]〔〕|,;、]+$/u;
const DATE_BEHIND = /\s+(?:发布于)?(?=(?:19|20)\d{2}\s*[-年/.])/u;

/** The labelled values of a line that is furniture rather than prose: at most 120 characters without a full stop. */
export function labelledValues(line: Line): Labelled[] {
  const { folded } = line;
  if (folded.length > LONGEST_LINE || PROSE.test(folded)) return [];
  const matches = [...folded.matchAll(LABELLED)];
  const values: Labelled[] = [];
  for (const [index, match] of matches.entries()) {
    const from = match.index + match[0].length;
    const until = matches[index + 1]?.index ?? folded.length;
    const label = LABELS.find(([each]) => match.groups?.[each.replace('-', '_')] !== undefined)?.[0] ?? 'other';
    push(values, line, label, from, until);
  }
  const alone = EDITOR_ALONE.exec(folded);
  if (alone !== null && !values.some(({ label }) => label === 'duty-editor')) {
    push(values, line, 'duty-editor', alone[0].length, folded.length);
  }
  return values;
}

function push(values: Labelled[], line: Line, label: Label, from: number, until: number): void {
  const raw = line.folded.slice(from, until);
  const cut = label === 'date' ? raw : (raw.split(DATE_BEHIND)[0] ?? '');
  const value = cut.replace(AFTER_VALUE, '');
  const lead = value.length - value.trimStart().length;
  if (value.trim() === '') return;
  values.push({ label, start: line.start + from + lead, end: line.start + from + value.length, line });
}
