import { expect, test } from 'vitest';
import { readHtmlArticle } from './html-article.ts';
import { readHtmlText } from './html-text.ts';

const textOf = (html: string) => readHtmlText('a.html', html).text;

test('white space as a browser lays it out: none between Han characters of two lines, one between words', () => {
  expect(textOf('<p>全省防汛\n    工作會議</p><p>GDP\n growth </p>')).toBe('全省防汛工作會議\nGDP growth');
  expect(textOf('<p>會議\n<b>指出</b>，\n<i>要</i></p>')).toBe('會議指出，要');
  expect(textOf('<p>第 一 名</p>')).toBe('第 一 名');
  expect(textOf('<p>𠮷\n𠮷</p>')).toBe('𠮷𠮷');
  expect(textOf('<pre>甲\n  乙\n</pre>')).toBe('甲\n  乙');
});

test('blocks begin a line, inline elements none, cells are told apart', () => {
  expect(textOf('甲<div>乙<span>丙</span><p>丁</p></div>戊<br>己')).toBe('甲\n乙丙\n丁\n戊\n己');
  expect(textOf('<table><tr><td>市<td>人數<tr><td>甲<td>3</table>')).toBe('市\t人數\n甲\t3');
});

test('indents and spaces that the writer set stay', () => {
  expect(textOf('<p>　　本報訊&nbsp;&nbsp;記者</p>')).toBe('　　本報訊\u00a0\u00a0記者');
});

test('what no reader sees is left out, and what surrounds it stays', () => {
  const html =
    '<p>甲<script>x</script>乙<span style="color:red;display: none">廣告</span>丙<span hidden>藏</span>丁<svg><title>t</title><text>s</text></svg>戊</p>';
  expect(textOf(html)).toBe('甲乙丙丁戊');
  expect(textOf('<title>題</title><body><p>文')).toBe('文');
  expect(textOf('<p>甲 &lt;b&gt; &amp;nbsp; 乙</p>')).toBe('甲 <b> &nbsp; 乙');
});

test('what the page says of itself', () => {
  const page = readHtmlText(
    'a.html',
    '<!-- saved from url=(0023)https://example.org/a --><title> 題\n名 </title><meta NAME="Author" content="記者"><h1>題<i>名</i></h1><h2></h2>',
  );
  expect(page).toMatchObject({ title: '題 名', headings: ['題名'], savedFrom: 'https://example.org/a' });
  expect(page.metas.get('author')).toBe('記者');
});

test('pages without html or body, and with an article twice', () => {
  const article = `<p>${'會議強調，要堅持人民至上、生命至上，強化監測預報預警。'.repeat(3)}</p>`;
  expect(readHtmlArticle('a.html', article.repeat(3)).text.split('\n')).toHaveLength(3);
  expect(readHtmlArticle('a.html', '').text).toBe('');
  expect(readHtmlArticle('a.html', '<frameset><frame src="a.html"></frameset>').text).toBe('');
});
