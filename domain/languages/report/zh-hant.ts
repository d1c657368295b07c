import { groupThousands, percent } from './number-format.ts';
import type { ReportLabels, Tally } from './report-labels.ts';

const list = (items: readonly string[]) => items.join('、');
const tallies = (all: readonly Tally[]) => list(all.map(({ label, count }) => `${label} ${groupThousands(count)}`));

export const zhHant: ReportLabels = {
  documentKind: '標註報告',
  untitled: '題名未詳',
  unknown: '未詳',
  missingCategory: '已不在類目表中的類目',
  emptyText: '這篇文章沒有文字。',
  noAnnotations: '這篇文章尚無標註。',
  howToRead:
    '正文中的小號數字是標註的編號，標在該處起首；底線延伸到標註的末尾，重疊的標註各有一條底線。點按數字，可在正文與箋注之間往返。',
  sections: {
    metadata: '文章資料',
    text: '正文與箋注',
    orphans: '失去位置的標註',
    table: '按類目統計',
    codebook: '所用類目表',
    method: '方法說明',
    contents: '目次',
  },
  fields: {
    title: '題名',
    outlet: '報刊',
    outletProvince: '報刊所在省份',
    places: '所寫地方',
    publishedOn: '刊出日期',
    reporters: '記者',
    editor: '編輯',
    source: '來源',
    genre: '體裁',
    script: '字形',
    address: '網址',
    fileName: '原始檔名',
    corpus: '語料庫',
    coders: '編碼者',
    madeAt: '製作時間',
  },
  scripts: { hant: '繁體', hans: '簡體', mixed: '繁簡混用' },
  totals: {
    annotations: '標註',
    links: '類目連結',
    categories: '用到的類目',
    notes: '附箋注的標註',
    orphans: '失去位置',
    bodyCharacters: '正文字數',
    markedCharacters: '標註所及字數',
    markedShare: '占正文',
  },
  columns: {
    category: '類目',
    annotations: '標註',
    unstated: '未註明',
    characters: '字數',
    share: '占正文',
  },
  tableRows: { itself: '直接連到本部分', unlinked: '未連類目', all: '合計' },
  relations: { verbatim: '原文', adapted: '化用', local: '地方舉措', mention: '提及' },
  roles: {
    title: '標題',
    subhead: '小標題',
    body: '正文',
    caption: '圖說',
    byline: '署名',
    source: '來源',
    editor: '編輯',
    boilerplate: '套語',
  },
  colon: '：',
  semicolon: '；',
  voices: {
    journalist: '記者敘述',
    decision: '引《決定》或全會',
    official: '具名官員',
    citizen: '民眾或專家',
    unattributed: '未註明出處',
  },
  levels: {
    central: '中央',
    provincial: '省級',
    prefectural: '地市級',
    county: '縣區級',
    township: '鄉鎮街道',
    grassroots: '基層',
  },
  statuses: { draft: '草稿', settled: '已定', doubtful: '存疑' },
  toPassage: (number) => `回到正文中的標註 ${number}`,
  toNote: (number) => `標註 ${number}`,
  orphansExplained: (count) =>
    `有 ${groupThousands(count)} 條標註所引的文字，在目前的修訂版中已找不到。以下照錄其引文；這些標註不在正文中顯示，也不計入統計表。`,
  place: ({ paragraph, sentence, endParagraph, endSentence }) => {
    const start = `第 ${paragraph} 段第 ${sentence} 句`;
    if (endParagraph !== paragraph) return `${start}至第 ${endParagraph} 段第 ${endSentence} 句`;
    return endSentence === sentence ? start : `第 ${paragraph} 段第 ${sentence} 至 ${endSentence} 句`;
  },
  date: ({ year, month, day }) =>
    `${year} 年${month === null ? '' : ` ${month} 月`}${day === null ? '' : ` ${day} 日`}`,
  instant: (day, time) => `${day} ${time}（協調世界時）`,
  number: groupThousands,
  share: percent,
  list,
  codebookName: (name, revision) => `${name}（第 ${revision} 版）`,
  codebookUse: (used, all) =>
    `全表 ${groupThousands(all)} 個類目，本文用到 ${groupThousands(used)} 個；以下只列用到的類目及其所屬部分。`,
  methodTerms: {
    program: '程式',
    original: '原始檔',
    changes: '修復與更正',
    codebook: '類目表',
    coders: '編碼者',
    codingState: '編碼狀態',
    origins: '連結的由來',
    relations: '關係',
    counting: '計數',
    offsets: '位置',
  },
  method: {
    program: (program, instant) => `本報告由 ${program} 製作，時間為 ${instant}。`,
    file: (name, bytes, encoding) => `${name}，${groupThousands(bytes)} 位元組，字元編碼 ${encoding}。`,
    bytesSha256: (hash) => `檔案位元組的 SHA-256：${hash}`,
    textSha256: (hash) => `匯入時文字的 SHA-256：${hash}`,
    noChanges: '匯入的文字未經修復，也未經更正。',
    repairs: (count, reasons) =>
      count === 0 ? '沒有修復。' : `修復 ${groupThousands(count)} 處（${tallies(reasons)}）：還原匯入時受損的文字。`,
    corrections: (count, reasons) =>
      count === 0 ? '沒有更正。' : `更正 ${groupThousands(count)} 處（${tallies(reasons)}）：由研究者改動。`,
    revision: (revision) => `所示文字是第 ${revision} 修訂版；原始檔與原始文字保存在語料庫中，從不改動。`,
    reasons: {
      'line-ending': '換行符',
      'byte-order-mark': '位元組順序記號',
      nul: '空字元',
      'lone-surrogate': '不成對的代理碼元',
    },
    codebook: (name, revision, used, all) =>
      `${name}，第 ${revision} 版，共 ${groupThousands(all)} 個類目，本文用到 ${groupThousands(used)} 個。`,
    otherRevisions: (links) => `其中 ${groupThousands(links)} 條連結是依類目表的其他版本建立的。`,
    noCodebook: '沒有用到類目表。',
    coders: (coders) => `標註數：${tallies(coders)}。`,
    noCoders: '沒有標註。',
    madeBy: (coder) => `製作報告者：${coder}。`,
    codingStates: {
      'not-begun': (coder) => `${coder}尚未開始編碼。未標註的文字不表示「無」，不可據以推斷。`,
      'in-progress': (coder) => `${coder}的編碼仍在進行。未標註的文字不表示「無」，不可據以推斷。`,
      complete: (coder) => `${coder}的編碼已完成。未標註的文字即明確判為「無」。`,
    },
    origins: { hand: '手工', suggestion: '採納建議', search: '由檢索批次標註', import: '匯入' },
    originCounts: (origins) => `類目連結的由來：${tallies(origins)}。程式的建議須經研究者採納，才成為連結。`,
    noLinks: '沒有類目連結。',
    relations: {
      verbatim: '逐字照用《決定》的文字',
      adapted: '沿用其意而改動措辭',
      local: '落實該項的地方做法',
      mention: '只提及該項',
    },
    units: '段落自 1 起計，空段不計；句子在各段內自 1 起計，以句末標點為界，沒有句末標點的段落算一句。',
    characters:
      '字數以 Unicode 碼位計，標點與空格在內，換行不計，只數角色為「正文」的段落；同一處有幾條標註時只計一次。各類目的字數因重疊而不可相加。關係各欄計連結，「標註」欄計標註。',
    outsideBody: (count) => `有 ${groupThousands(count)} 條標註全部或部分落在正文段落之外，該處不計入字數。`,
    offsets: '起訖位置以 UTF-16 碼元計，自 0 起，含起點而不含終點，以所示修訂版為準；段落之間為一個換行符。',
  },
};
