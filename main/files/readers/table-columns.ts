import { type ColumnField, columnFields } from '#domain/contract/import.ts';
import type { MetadataHints } from './read-article.ts';

const NAMES: Record<ColumnField, string[]> = {
  text: '正文 正文内容 正文內容 内容 內容 全文 文章内容 文章內容 文本 content text body fulltext articletext'.split(
    ' ',
  ),
  title: '標題 标题 題目 题目 篇名 文章标题 文章標題 題名 题名 title headline'.split(' '),
  date: '日期 發布日期 发布日期 發表日期 发表日期 时间 時間 发布时间 發布時間 出版日期 date published publishedon publisheddate publicationdate pubdate publishdate time'.split(
    ' ',
  ),
  outlet:
    '媒體 媒体 來源 来源 報紙 报纸 報刊 报刊 来源媒体 來源媒體 刊物 網站 网站 source outlet newspaper media publication publisher site'.split(
      ' ',
    ),
  author: '作者 記者 记者 署名 撰稿 author authors byline reporter reporters journalist'.split(' '),
  province: '省份 省 地区 地區 省市 省区 省區 province region'.split(' '),
  url: '網址 网址 鏈接 链接 連結 地址 url link address href'.split(' '),
};

/** Which column holds what: as the researcher says, or by the names of columns in both scripts and in English. */
export function mapColumns(
  headers: readonly string[],
  wanted: Partial<Record<ColumnField, string>> = {},
): Partial<Record<ColumnField, number>> {
  const plain = headers.map(plainName);
  const columns: Partial<Record<ColumnField, number>> = {};
  for (const field of columnFields) {
    const names = wanted[field] === undefined ? NAMES[field] : [plainName(wanted[field])];
    const found = names.map((name) => plain.indexOf(name)).find((at) => at >= 0);
    if (found !== undefined && !Object.values(columns).includes(found)) columns[field] = found;
  }
  return columns;
}

function plainName(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-\uFEFF:*()（）【】[\]]/g, '');
}

export function hintsOfRow(cells: readonly string[], columns: Partial<Record<ColumnField, number>>): MetadataHints {
  const cell = (field: ColumnField) => {
    const at = columns[field];
    const value = at === undefined ? '' : (cells[at] ?? '').trim();
    return value === '' ? undefined : value;
  };
  const title = cell('title');
  const siteName = cell('outlet');
  const author = cell('author');
  const publishedTime = cell('date');
  const url = cell('url');
  const province = cell('province');
  return {
    ...(title !== undefined && { title }),
    ...(siteName !== undefined && { siteName }),
    ...(author !== undefined && { author }),
    ...(publishedTime !== undefined && { publishedTime }),
    ...(url !== undefined && { url }),
    ...(province !== undefined && { province }),
  };
}
