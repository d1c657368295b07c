import type { Role } from '../text/roles.ts';
import type { Legible } from './legible-text.ts';
import type { Confidence, Proposed } from './proposal.ts';

interface Rule {
  genre: string;
  pattern: RegExp;
  /** Where it is looked for. */
  where: 'heading' | 'byline' | 'opening';
  confidence: Confidence;
}

const LABEL = (words: string) => new RegExp(`^[【\\[(<〈《「]?\\s*(?:${words})\\s*(?:[】\\])>〉》」:|丨/]|$)`, 'u');

// The first rule that applies wins. Patterns read folded lines.
const RULES: readonly Rule[] = [
  { genre: '社論', pattern: LABEL('(?:人民日报|本报)?社论'), where: 'heading', confidence: 'certain' },
  { genre: '社論', pattern: /^[(【[]?\s*(?:本报|人民日报)社论/u, where: 'byline', confidence: 'certain' },
  {
    genre: '評論',
    pattern: LABEL('(?:本报|人民日报|新华社)?(?:特约)?评论员(?:文章)?|评论|时评|短评|快评|锐评|今日谈|人民论坛'),
    where: 'heading',
    confidence: 'certain',
  },
  {
    genre: '評論',
    pattern: /^[(【[]?\s*(?:本报|本网|本刊|人民日报|新华社|光明日报|经济日报)?(?:特约)?评论员/u,
    where: 'byline',
    confidence: 'certain',
  },
  { genre: '綜述', pattern: LABEL('综述'), where: 'heading', confidence: 'certain' },
  { genre: '述評', pattern: LABEL('述评'), where: 'heading', confidence: 'certain' },
  { genre: '專訪', pattern: LABEL('专访|访谈|对话'), where: 'heading', confidence: 'certain' },
  { genre: '通訊', pattern: LABEL('通讯|特写|侧记'), where: 'heading', confidence: 'certain' },
  { genre: '消息', pattern: LABEL('消息|快讯|要闻'), where: 'heading', confidence: 'certain' },
  { genre: '綜述', pattern: /综述$/u, where: 'heading', confidence: 'likely' },
  { genre: '述評', pattern: /述评$/u, where: 'heading', confidence: 'likely' },
  { genre: '專訪', pattern: /^专访|[—:]专访|访谈(?:录)?$/u, where: 'heading', confidence: 'likely' },
  {
    genre: '通訊',
    pattern: /(?:纪实|侧记|纪事|见闻|走笔|巡礼|特写)(?:之[一二三四五六七八九十])?$/u,
    where: 'heading',
    confidence: 'likely',
  },
  {
    genre: '消息',
    pattern:
      /^(?:本报|本网|本台)(?:讯|消息)|^(?:新华社|中新社|中新网|本报)\p{Script=Han}{0,8}\d{1,2}月\d{1,2}日(?:电|讯)/u,
    where: 'opening',
    confidence: 'likely',
  },
];

/** What kind of piece it is, only where a label, a heading, a byline or a dateline says so; in Traditional characters. */
export function findGenre(legible: Legible, roles: readonly Role[]): Proposed<string> | null {
  const filled = legible.lines.filter(({ plain }) => plain.trim() !== '');
  const firstBody = filled.find(({ index }) => roles[index] === 'body');
  const headings = filled.filter(
    (line, position) => roles[line.index] === 'title' || (position < 3 && roles[line.index] === 'subhead'),
  );
  const lines = {
    heading: firstBody === filled[0] && firstBody !== undefined ? [firstBody, ...headings] : headings,
    byline: filled.filter(({ index }) => roles[index] === 'byline'),
    opening: filled.filter(
      (line) => line === firstBody || (roles[line.index] === 'byline' && line.index < (firstBody?.index ?? 0)),
    ),
  };
  for (const { genre, pattern, where, confidence } of RULES) {
    for (const line of lines[where]) {
      const lead = line.folded.length - line.folded.trimStart().length;
      const match = pattern.exec(line.folded.trim());
      if (match === null) continue;
      const start = line.start + lead + match.index;
      return { value: genre, evidence: legible.spanOf(start, start + match[0].length), confidence };
    }
  }
  return null;
}
