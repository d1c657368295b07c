import { describe, expect, test } from 'vitest';
import shanxi from '../../resources/sample/shanxi-article.txt?raw';
import { paragraphsOf } from './paragraphs.ts';
import type { Role } from './roles.ts';
import { proposeRoles } from './roles.ts';

test('the sample article: subheads in pairs, two lines of bylines, an editor, no title', () => {
  const roles = proposeRoles(shanxi.trimEnd());
  expect(roles).toHaveLength(21);
  const linesOf = (role: Role) => roles.flatMap((proposed, index) => (proposed === role ? [index + 1] : []));
  expect(linesOf('subhead')).toEqual([3, 4, 9, 10, 14, 15]);
  expect(linesOf('byline')).toEqual([19, 20]);
  expect(linesOf('editor')).toEqual([21]);
  expect(linesOf('body')).toEqual([1, 2, 5, 6, 7, 8, 11, 12, 13, 16, 17, 18]);
});

const body = '會議強調,要把各項任務落到實處。';
const articles: [string, [string, Role][]][] = [
  [
    '繁體,有題目與來源',
    [
      ['築牢安全防線 守護百姓平安', 'title'],
      ['——北坪縣推進基層治理紀實', 'subhead'],
      ['來源:北坪日報', 'source'],
      ['本報記者 李小明 歐陽文修 通訊員 王強', 'byline'],
      [body, 'body'],
      ['一、健全工作機制', 'subhead'],
      [body, 'body'],
      ['圖為工作人員在檢查管線。張三 攝', 'caption'],
      ['(二)壓實責任鏈條', 'subhead'],
      [body, 'body'],
      ['責編:趙六', 'editor'],
      ['版權所有 未經授權不得轉載', 'boilerplate'],
    ],
  ],
  [
    '简体,署名在前',
    [
      ['让改革成果惠及群众', 'title'],
      ['新华社记者 张三、李四', 'byline'],
      ['王 五 赵小六', 'byline'],
      ['新华社北坪7月22日电', 'byline'],
      [body, 'body'],
      ['牢记嘱托 砥砺前行', 'subhead'],
      [body, 'body'],
      ['记者从有关部门获悉,三季度已完成任务。', 'body'],
      ['(来源:北坪新闻网)', 'source'],
      ['(责任编辑:钱七)', 'editor'],
    ],
  ],
  [
    '發布時間與來源同在一行,不是題目',
    [
      ['2024-08-07 08:30　　來源:北坪日報', 'source'],
      ['发布时间:2024年8月7日 来源:北坪日报', 'source'],
      ['牢記囑託 砥礪前行', 'title'],
      [body, 'body'],
    ],
  ],
  [
    '署名之後的四字口號是小題,不是人名',
    [
      [body, 'body'],
      ['本报记者 张三', 'byline'],
      ['牢记嘱托 砥砺前行', 'subhead'],
      [body, 'body'],
    ],
  ],
  [
    '人名只接在署名之下',
    [
      [body, 'body'],
      ['孟小婷 張毅', 'subhead'],
      [body, 'body'],
      ['本報評論員', 'byline'],
    ],
  ],
  [
    '存疑的都是正文',
    [
      [body, 'body'],
      ['會議提出:', 'body'],
      ['', 'body'],
      ['(2024年7月18日通過)', 'body'],
      [body, 'body'],
      ['北坪縣委宣傳部', 'body'],
    ],
  ],
  ['只有一行,後面沒有正文', [['健全社會治理體系', 'body']]],
  ['空', [['', 'body']]],
  [
    '掃描件的注音不妨礙辨認',
    [
      ['完善治理機(jī)制', 'title'],
      [body, 'body'],
      ['(責(zé)任編輯(jí):孫八)', 'editor'],
    ],
  ],
];

describe.each(articles)('%s', (_name, lines) => {
  const variants: [string, (line: string) => string][] = [
    ['as written', (line) => line],
    [
      'with full-width punctuation',
      (line) =>
        line.replaceAll(',', '\uff0c').replaceAll(':', '\uff1a').replace(/^\(/, '\uff08').replace(/\)$/, '\uff09'),
    ],
  ];
  test.each(variants)('%s', (_variant, rewrite) => {
    const text = lines.map(([line]) => rewrite(line)).join('\n');
    const roles = proposeRoles(text);
    expect(roles).toHaveLength(paragraphsOf(text).length);
    expect(roles.map((role, index) => [lines[index]?.[0], role])).toEqual(lines);
  });
});
