import type { Language } from '../contract/values.ts';

interface ImportTable {
  columns: Record<
    | 'name'
    | 'outcome'
    | 'article'
    | 'title'
    | 'outlet'
    | 'province'
    | 'day'
    | 'encoding'
    | 'applied'
    | 'open'
    | 'flags'
    | 'message'
    | 'sha',
    string
  >;
  outcomes: Record<'imported' | 'duplicate' | 'refused', string>;
}

/** The words of the table that tells what became of each file; columns in their order. */
export const importTable: Record<Language, ImportTable> = {
  'zh-Hant': {
    columns: {
      name: '檔案',
      outcome: '結果',
      article: '文章編號',
      title: '標題',
      outlet: '媒體',
      province: '媒體省份',
      day: '日期',
      encoding: '編碼',
      applied: '已修復處',
      open: '待定處',
      flags: '標記處',
      message: '原因',
      sha: '位元組 SHA-256',
    },
    outcomes: { imported: '已匯入', duplicate: '重複', refused: '未能讀取' },
  },
  'zh-Hans': {
    columns: {
      name: '文件',
      outcome: '结果',
      article: '文章编号',
      title: '标题',
      outlet: '媒体',
      province: '媒体省份',
      day: '日期',
      encoding: '编码',
      applied: '已修复处',
      open: '待定处',
      flags: '标记处',
      message: '原因',
      sha: '字节 SHA-256',
    },
    outcomes: { imported: '已导入', duplicate: '重复', refused: '未能读取' },
  },
  en: {
    columns: {
      name: 'File',
      outcome: 'Outcome',
      article: 'Article id',
      title: 'Title',
      outlet: 'Outlet',
      province: 'Province of the outlet',
      day: 'Date',
      encoding: 'Encoding',
      applied: 'Repairs applied',
      open: 'Repairs open',
      flags: 'Flags',
      message: 'Reason',
      sha: 'SHA-256 of the bytes',
    },
    outcomes: { imported: 'imported', duplicate: 'duplicate', refused: 'refused' },
  },
};
