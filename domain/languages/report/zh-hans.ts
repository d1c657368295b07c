import { groupThousands, percent } from './number-format.ts';
import type { ReportLabels, Tally } from './report-labels.ts';

const list = (items: readonly string[]) => items.join('、');
const tallies = (all: readonly Tally[]) => list(all.map(({ label, count }) => `${label} ${groupThousands(count)}`));

export const zhHans: ReportLabels = {
  documentKind: '标注报告',
  untitled: '题名未详',
  unknown: '未详',
  missingCategory: '已不在类目表中的类目',
  emptyText: '这篇文章没有文字。',
  noAnnotations: '这篇文章还没有标注。',
  howToRead:
    '正文中的小号数字是标注的编号，标在该处开头；下划线延伸到标注的末尾，重叠的标注各有一条下划线。点击数字，可在正文与笺注之间来回跳转。',
  sections: {
    metadata: '文章信息',
    text: '正文与笺注',
    orphans: '失去位置的标注',
    table: '按类目统计',
    codebook: '所用类目表',
    method: '方法说明',
    contents: '目录',
  },
  fields: {
    title: '题名',
    outlet: '报刊',
    outletProvince: '报刊所在省份',
    places: '所写地方',
    publishedOn: '刊发日期',
    reporters: '记者',
    editor: '编辑',
    source: '来源',
    genre: '体裁',
    script: '字形',
    address: '网址',
    fileName: '原始文件名',
    corpus: '语料库',
    coders: '编码者',
    madeAt: '生成时间',
  },
  scripts: { hant: '繁体', hans: '简体', mixed: '繁简混用' },
  totals: {
    annotations: '标注',
    links: '类目链接',
    categories: '用到的类目',
    notes: '带笺注的标注',
    orphans: '失去位置',
    bodyCharacters: '正文字数',
    markedCharacters: '标注涉及字数',
    markedShare: '占正文',
  },
  columns: {
    category: '类目',
    annotations: '标注',
    unstated: '未注明',
    characters: '字数',
    share: '占正文',
  },
  tableRows: { itself: '直接链接到本部分', unlinked: '未链接类目', all: '合计' },
  relations: { verbatim: '原文', adapted: '化用', local: '地方举措', mention: '提及' },
  roles: {
    title: '标题',
    subhead: '小标题',
    body: '正文',
    caption: '图片说明',
    byline: '署名',
    source: '来源',
    editor: '编辑',
    boilerplate: '套话',
  },
  colon: '：',
  semicolon: '；',
  voices: {
    journalist: '记者叙述',
    decision: '引《决定》或全会',
    official: '具名官员',
    citizen: '群众或专家',
    unattributed: '未注明出处',
  },
  levels: {
    central: '中央',
    provincial: '省级',
    prefectural: '地市级',
    county: '县区级',
    township: '乡镇街道',
    grassroots: '基层',
  },
  statuses: { draft: '草稿', settled: '已定', doubtful: '存疑' },
  toPassage: (number) => `回到正文中的标注 ${number}`,
  toNote: (number) => `标注 ${number}`,
  orphansExplained: (count) =>
    `有 ${groupThousands(count)} 条标注所引的文字，在当前修订版中已经找不到。下面照录其引文；这些标注不在正文中显示，也不计入统计表。`,
  place: ({ paragraph, sentence, endParagraph, endSentence }) => {
    const start = `第 ${paragraph} 段第 ${sentence} 句`;
    if (endParagraph !== paragraph) return `${start}至第 ${endParagraph} 段第 ${endSentence} 句`;
    return endSentence === sentence ? start : `第 ${paragraph} 段第 ${sentence} 至 ${endSentence} 句`;
  },
  date: ({ year, month, day }) =>
    `${year} 年${month === null ? '' : ` ${month} 月`}${day === null ? '' : ` ${day} 日`}`,
  instant: (day, time) => `${day} ${time}（协调世界时）`,
  number: groupThousands,
  share: percent,
  list,
  codebookName: (name, revision) => `${name}（第 ${revision} 版）`,
  codebookUse: (used, all) =>
    `全表 ${groupThousands(all)} 个类目，本文用到 ${groupThousands(used)} 个；下面只列用到的类目及其所属部分。`,
  methodTerms: {
    program: '程序',
    original: '原始文件',
    changes: '修复与更正',
    codebook: '类目表',
    coders: '编码者',
    codingState: '编码状态',
    origins: '链接的由来',
    relations: '关系',
    counting: '计数',
    offsets: '位置',
  },
  method: {
    program: (program, instant) => `本报告由 ${program} 生成，时间为 ${instant}。`,
    file: (name, bytes, encoding) => `${name}，${groupThousands(bytes)} 字节，字符编码 ${encoding}。`,
    bytesSha256: (hash) => `文件字节的 SHA-256：${hash}`,
    textSha256: (hash) => `导入时文本的 SHA-256：${hash}`,
    noChanges: '导入的文本未经修复，也未经更正。',
    repairs: (count, reasons) =>
      count === 0 ? '没有修复。' : `修复 ${groupThousands(count)} 处（${tallies(reasons)}）：还原导入时受损的文字。`,
    corrections: (count, reasons) =>
      count === 0 ? '没有更正。' : `更正 ${groupThousands(count)} 处（${tallies(reasons)}）：由研究者改动。`,
    revision: (revision) => `所示文本是第 ${revision} 修订版；原始文件与原始文本保存在语料库中，从不改动。`,
    reasons: {
      'line-ending': '换行符',
      'byte-order-mark': '字节顺序标记',
      nul: '空字符',
      'lone-surrogate': '不成对的代理码元',
    },
    codebook: (name, revision, used, all) =>
      `${name}，第 ${revision} 版，共 ${groupThousands(all)} 个类目，本文用到 ${groupThousands(used)} 个。`,
    otherRevisions: (links) => `其中 ${groupThousands(links)} 条链接是按类目表的其他版本建立的。`,
    noCodebook: '没有用到类目表。',
    coders: (coders) => `标注数：${tallies(coders)}。`,
    noCoders: '没有标注。',
    madeBy: (coder) => `生成报告者：${coder}。`,
    codingStates: {
      'not-begun': (coder) => `${coder}尚未开始编码。未标注的文字不表示“无”，不能据此推断。`,
      'in-progress': (coder) => `${coder}的编码仍在进行。未标注的文字不表示“无”，不能据此推断。`,
      complete: (coder) => `${coder}的编码已完成。未标注的文字即明确判为“无”。`,
    },
    origins: { hand: '手工', suggestion: '采纳建议', search: '由检索批量标注', import: '导入' },
    originCounts: (origins) => `类目链接的由来：${tallies(origins)}。程序的建议须经研究者采纳，才成为链接。`,
    noLinks: '没有类目链接。',
    relations: {
      verbatim: '逐字照用《决定》的文字',
      adapted: '沿用其意而改动措辞',
      local: '落实该项的地方做法',
      mention: '只提到该项',
    },
    units: '段落从 1 起计，空段不计；句子在各段内从 1 起计，以句末标点为界，没有句末标点的段落算一句。',
    characters:
      '字数按 Unicode 码位计，包括标点和空格，换行不计，只数角色为“正文”的段落；同一处有几条标注时只计一次。各类目的字数因重叠而不能相加。关系各栏计链接，“标注”栏计标注。',
    outsideBody: (count) => `有 ${groupThousands(count)} 条标注全部或部分落在正文段落之外，该处不计入字数。`,
    offsets: '起止位置按 UTF-16 码元计，从 0 起，含起点而不含终点，以所示修订版为准；段落之间为一个换行符。',
  },
};
