import type { Language } from '../contract/values.ts';
import type { OffsetConvention } from '../exchange/conventions.ts';
import type { MeetingKind } from '../exchange/import-plan.ts';
import type { LossKind } from '../exchange/losses.ts';

/** In the order Traditional, Simplified, English. */
type Words = readonly [hant: string, hans: string, en: string];

const losses: Record<LossKind, Words> = {
  history: ['歷史記錄：誰在何時做了什麼', '历史记录：谁在何时做了什么', 'The history: who did what, and when'],
  originals: [
    '匯入時的原文、修復與更正；帶走的是目前的文字',
    '导入时的原文、修复与更正；带走的是目前的文字',
    'Texts as imported, with repairs and corrections; the text as it now reads goes along',
  ],
  roles: ['手動改過的段落角色', '手动改过的段落角色', 'Roles of paragraphs that were changed by hand'],
  suggestions: [
    '類目連結當初建議的名次與把握，或來由',
    '类目链接当初建议的名次与把握，或来由',
    'Rank and score of suggestions that links came from, or how a link came about',
  ],
  recheck: [
    '類目改了含義、待重新核對的記號',
    '类目改了含义、待重新核对的记号',
    'The mark that a link wants a new look, since its category changed its meaning',
  ],
  'codebook-history': ['編碼簿從前的版本', '编码簿从前的版本', 'Former revisions of codebooks'],
  titles: ['類目其他語言的標題', '类目其他语言的标题', 'Titles of categories in other languages'],
  orphans: [
    '在文章裡找不到位置的標註',
    '在文章里找不到位置的标注',
    'Annotations whose passage is not found in the text',
  ],
  'to-confirm': [
    '位置待確認的記號；標註本身帶走',
    '位置待确认的记号；标注本身带走',
    'The mark that a place waits to be confirmed; the annotation itself goes along',
  ],
  'coding-status': ['「編碼完成」的狀態', '“编码完成”的状态', 'That an article is coded completely'],
  families: ['轉載關係', '转载关系', 'Which articles reprint one another'],
  divisions: ['手動改過的參照文本劃分', '手动改过的参照文本划分', 'Divisions of reference texts made by hand'],
  findings: ['保存的比較結果', '保存的比较结果', 'Comparisons that were kept'],
  formulas: ['追蹤的提法', '追踪的提法', 'Formulas that are followed'],
  templates: ['報告範本', '报告模板', 'Templates of reports'],
  states: ['命名的狀態', '命名的状态', 'States of the corpus that were given a name'],
  evidence: [
    '文章資料的出處與待確認的記號',
    '文章资料的出处与待确认的记号',
    'Where metadata were read, and that they are unconfirmed',
  ],
  refusals: ['不採用的建議', '不采用的建议', 'Suggestions that were refused'],
  characters: [
    'XML 容不下的控制字元，以 U+FFFD 代替',
    'XML 容不下的控制字符，以 U+FFFD 代替',
    'Control characters that XML cannot hold; U+FFFD stands for them',
  ],
  references: ['參照文本，與指向它們的連結', '参照文本，与指向它们的链接', 'Reference texts, with the links to them'],
  memos: ['備忘錄', '备忘录', 'Memos'],
  notes: ['筆記與譯文', '笔记与译文', 'Notes and translations'],
  'category-rules': [
    '類目的規則、層級與順序；名稱帶走',
    '类目的规则、层级与顺序；名称带走',
    'Rules, levels and order of categories; their names go along',
  ],
  articles: ['文章', '文章', 'Articles'],
  annotations: ['標註', '标注', 'Annotations'],
  metadata: ['標題以外的文章資料', '标题以外的文章资料', 'Metadata of articles besides their titles'],
  texts: ['文章全文；引文帶走', '文章全文；引文带走', 'Texts of articles; quotes go along'],
  names: ['編碼者的姓名，以代號代替', '编码者的姓名，以代号代替', 'Names of coders; pseudonyms stand for them'],
  dates: [
    '標註的日期；從匯入之日算起',
    '标注的日期；从导入之日算起',
    'Dates of annotations; they begin on the day of the import',
  ],
  pictures: ['圖片，與圖片上的編碼', '图片，与图片上的编码', 'Pictures, with what is coded in them'],
  pdfs: ['PDF，與 PDF 上的編碼', 'PDF，与 PDF 上的编码', 'PDF documents, with what is coded in them'],
  recordings: ['錄音錄影，與其中的編碼', '录音录像，与其中的编码', 'Recordings, with what is coded in them'],
  'rich-text': ['文件的版式；文字帶走', '文档的版式；文字带走', 'Formatting of documents; their text comes in'],
  'no-plain-text': ['檔案裡沒有純文字的文件', '文件里没有纯文本的文档', 'Documents whose text is not in the file'],
  sets: ['集合', '集合', 'Sets'],
  graphs: ['圖表', '图表', 'Graphs'],
  cases: ['不是省份的個案', '不是省份的个案', 'Cases that are no province'],
  links: ['不指向參照文本的連結', '不指向参照文本的链接', 'Links to or between places that have none here'],
  'not-codable': [
    '「不可編碼」的記號；成為一般類目',
    '“不可编码”的记号；成为一般类目',
    'The mark that a code is not for coding; it becomes a category like others',
  ],
  shortened: ['過長的名稱或筆記的末尾', '过长的名称或笔记的末尾', 'The ends of names or notes that are too long'],
  'empty-selections': ['不含文字的選段', '不含文字的选段', 'Selections without any text'],
  'selections-in-notes': ['筆記裡的編碼', '笔记里的编码', 'What is coded in notes'],
  irregular: [
    '檔案不合標準之處；意思清楚，照意思讀',
    '文件不合标准之处；意思清楚，照意思读',
    'Places where the file is not as the standard has it; they were read as they are meant',
  ],
  'no-target': [
    '對象既不在語料庫、也沒有附上全文的標註',
    '对象既不在语料库、也没有附上全文的标注',
    'Annotations of texts that are neither in the corpus nor in the file',
  ],
  bodies: ['不是文字的標註內容', '不是文字的标注内容', 'Bodies of annotations that are no text'],
};

const meetings: Record<MeetingKind, Words> = {
  'article-there': [
    '文章已在語料庫裡，標註加到它上面',
    '文章已在语料库里，标注加到它上面',
    'Articles that are there already; annotations are added to them',
  ],
  'article-differs': [
    '語料庫裡同一篇文章的文字不同，另存一篇',
    '语料库里同一篇文章的文字不同，另存一篇',
    'Articles whose text is another one here; they come in beside it',
  ],
  'annotation-there': [
    '標註已在語料庫裡，保持原樣',
    '标注已在语料库里，保持原样',
    'Annotations that are there already stay as they are',
  ],
  'category-there': ['類目已在語料庫裡', '类目已在语料库里', 'Categories that are there already'],
  'category-differs': [
    '類目的標題或規則不同，以語料庫的為準',
    '类目的标题或规则不同，以语料库的为准',
    'Categories with another title or other rules; those of the corpus hold',
  ],
  'category-same-name': [
    '同名同位的類目，視為同一個',
    '同名同位的类目，视为同一个',
    'Categories of the same name at the same place, taken for the same',
  ],
  'coder-same-name': [
    '同名的編碼者，視為同一人',
    '同名的编码者，视为同一人',
    'Coders of the same name, taken for the same',
  ],
  'memo-there': ['備忘錄已在語料庫裡', '备忘录已在语料库里', 'Memos that are there already'],
  'reference-there': ['參照文本已在語料庫裡', '参照文本已在语料库里', 'Reference texts that are there already'],
  'rules-there': [
    '編碼規則不同，以語料庫的為準',
    '编码规则不同，以语料库的为准',
    'Coding rules: those of the corpus hold',
  ],
  'new-id': [
    '識別碼在這裡已用過，換新的',
    '标识码在这里已用过，换新的',
    'Things whose id is in use here, such as in the bin; they get another one',
  ],
};

function said([hant, hans, en]: Words, language: Language): string {
  return language === 'en' ? en : language === 'zh-Hans' ? hans : hant;
}

/** What is lost, as a line of a report. */
export function lossText(kind: LossKind, language: Language): string {
  return said(losses[kind], language);
}

/** What an import meets, as a line of a report. */
export function meetingText(kind: MeetingKind, language: Language): string {
  return said(meetings[kind], language);
}

const conventionWords = {
  'code-points': ['字元（Unicode 碼位）', '字符（Unicode 码位）', 'characters (Unicode code points)'],
  'utf-16': ['UTF-16 單位', 'UTF-16 单位', 'UTF-16 units'],
  twoBreaks: ['換行計兩個', '换行计两个', 'a line break counts two'],
  counted: ['開頭的 BOM 計一個', '开头的 BOM 计一个', 'a byte order mark counts one'],
  inclusive: ['末位計入', '末位计入', 'the end is the last character'],
} as const satisfies Record<string, Words>;

/** How positions are counted, as one phrase. */
export function conventionText({ unit, lineBreak, mark, end }: OffsetConvention, language: Language): string {
  const parts: Words[] = [conventionWords[unit]];
  if (lineBreak === 2) parts.push(conventionWords.twoBreaks);
  if (mark === 'counted') parts.push(conventionWords.counted);
  if (end === 'inclusive') parts.push(conventionWords.inclusive);
  return parts.map((part) => said(part, language)).join(language === 'en' ? '; ' : '，');
}
