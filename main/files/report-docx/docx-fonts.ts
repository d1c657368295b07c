import { LATIN } from './docx-speech.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

// Where a face is missing, the other name and the family say what stands for it.
const FONTS = [
  { name: 'PMingLiU', others: 'Songti TC,Noto Serif CJK TC,Noto Serif TC', family: 'roman', charset: '88' },
  { name: 'SimSun', others: 'Songti SC,Noto Serif CJK SC,Noto Serif SC', family: 'roman', charset: '86' },
  { name: 'Microsoft JhengHei', others: 'PingFang TC,Noto Sans CJK TC,Noto Sans TC', family: 'swiss', charset: '88' },
  { name: 'Microsoft YaHei', others: 'PingFang SC,Noto Sans CJK SC,Noto Sans SC', family: 'swiss', charset: '86' },
  { name: LATIN.serif, others: 'Liberation Serif', family: 'roman', charset: '00' },
  { name: LATIN.sans, others: 'Liberation Sans', family: 'swiss', charset: '00' },
];

/** The part `word/fontTable.xml`. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="${W}">${FONTS.map(
  ({ name, others, family, charset }) =>
    `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
).join('')}</w:fonts>`;
