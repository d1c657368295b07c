import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { TestHost } from '../host/hosted-corpus.ts';
import { importFile, planFile, projectFile } from './exchange.test-support.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let host: TestHost;
beforeAll(async () => {
  host = await TestHost.make('林');
});
afterAll(() => host[Symbol.asyncDispose]());
let corpora = 0;
beforeEach(async () => {
  corpora += 1;
  await host.ask('corpus.create', { name: `empty ${corpora}` });
});

// GUIDs as Windows programs write them: of no version that RFC 9562 knows, in capitals, with and without braces.
const guid = (number: number) => `A0000000-0000-0000-0000-${String(number).padStart(12, '0')}`;

async function annotations() {
  const [article] = await host.ask('article.list', {});
  const found = await host.ask('annotation.list', { articleId: article?.id ?? '' });
  const books = await host.ask('codebook.list', {});
  const titles = new Map(books.flatMap(({ categories }) => categories.map((each) => [each.id, each.titleHant])));
  return found.map(({ exact, note, coderName, links }) => ({
    exact,
    note,
    coderName,
    categories: links.map(({ categoryId, origin }) => `${titles.get(categoryId)} ${origin}`),
  }));
}

test('as QualCoder writes it: a byte order mark in the text that positions do not count, GUIDs in small letters', async () => {
  const qde = `<?xml version="1.0" encoding="utf-8"?>
<Project name="晉報" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" origin="QualCoder 3.5" xmlns="urn:QDA-XML:project:1.0" creatingUserGUID="${guid(1).toLowerCase()}">
<Users><User guid="${guid(1).toLowerCase()}" name="default"/></Users>
<CodeBook><Codes>
<Code guid="${guid(10).toLowerCase()}" name="機制" isCodable="false"><Code guid="${guid(2).toLowerCase()}" name="落實" color="#CCCCCC" isCodable="true"><Description>說明</Description></Code></Code>
</Codes></CodeBook>
<Sources><TextSource guid="${guid(3).toLowerCase()}" name="0805.txt" richTextPath="internal://${guid(3).toLowerCase()}.docx" plainTextPath="internal://${guid(3).toLowerCase()}.txt" creatingUser="${guid(1).toLowerCase()}">
<PlainTextSelection guid="${guid(4).toLowerCase()}" startPosition="3" endPosition="5" name="落實" creatingUser="${guid(1).toLowerCase()}"><Description>記下</Description><Coding guid="${guid(5).toLowerCase()}" creatingUser="${guid(1).toLowerCase()}"><CodeRef targetGUID="${guid(2).toLowerCase()}"/></Coding></PlainTextSelection>
</TextSource></Sources>
<Sets></Sets>
</Project>`;
  const path = projectFile(host, {
    'project.qde': qde,
    [`sources/${guid(3).toLowerCase()}.txt`]: '\uFEFF𠮷林，落實改革。\n二。',
    [`sources/${guid(3).toLowerCase()}.docx`]: 'not looked at',
  });
  const plan = await planFile(host, path);
  expect(plan).toMatchObject({
    origin: 'QualCoder 3.5',
    convention: { unit: 'code-points', lineBreak: 1, mark: 'uncounted', end: 'exclusive' },
    named: 1,
    fitting: 1,
  });
  expect(plan.losses.map(({ kind, count }) => [kind, count])).toEqual([
    ['rich-text', 1],
    ['not-codable', 1],
    ['irregular', 1],
  ]);
  await importFile(host, path);
  expect(await annotations()).toEqual([
    { exact: '落實', note: '記下', coderName: 'default', categories: ['落實 import'] },
  ]);
  const [article] = await host.ask('article.list', {});
  expect(article).toMatchObject({ title: '0805', opening: '𠮷林，落實改革。' });
  // The same once more brings nothing twice, though these GUIDs are no ids of a corpus.
  expect((await importFile(host, path)).counts).toMatchObject({
    articles: 0,
    annotations: 0,
    categories: 0,
    coders: 0,
  });
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
});

test('as NVivo writes it: braces and capitals, CRLF that counts two, UTF-16 units, a folder in capitals, cases', async () => {
  const text = '一、𠮷林。\r\n二、山西落實改革，\r\n三、持續推進。';
  const at = text.indexOf('落實');
  const qde = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="n" origin="NVivo 14"><Users><User guid="{${guid(1)}}" name="張三"/><User guid="{${guid(11)}}" name="李四"/></Users>
<CodeBook><Codes><Code guid="{${guid(2)}}" name="落實" isCodable="true"/></Codes></CodeBook>
<Variables><Variable guid="{${guid(20)}}" name="Newspaper" typeOfVariable="Text"/><Variable guid="{${guid(21)}}" name="版次" typeOfVariable="Integer"/></Variables>
<Cases><Case guid="{${guid(8)}}" name="山西"><SourceRef targetGUID="${guid(3).toLowerCase()}"/></Case><Case guid="{${guid(9)}}" name="大報"/></Cases>
<Sources><TextSource guid="{${guid(3)}}" name="甲.docx" plainTextPath="internal://${guid(3)}.TXT">
<PlainTextSelection guid="{${guid(4)}}" name="落實改革，&#10;三、" startPosition="${at}" endPosition="${text.indexOf('三、') + 2}">
<Coding guid="{${guid(5)}}" creatingUser="{${guid(1)}}"><CodeRef targetGUID="{${guid(2)}}"/></Coding>
<Coding guid="{${guid(6)}}" creatingUser="{${guid(11)}}"><CodeRef targetGUID="{${guid(2)}}"/></Coding>
<NoteRef targetGUID="{${guid(7)}}"/>
</PlainTextSelection>
<VariableValue><VariableRef targetGUID="{${guid(20)}}"/><TextValue>山西日報</TextValue></VariableValue>
<VariableValue><VariableRef targetGUID="{${guid(21)}}"/><IntegerValue>1</IntegerValue></VariableValue>
</TextSource><PDFSource guid="{${guid(12)}}" name="版面.pdf" path="internal://x.pdf"><PDFSelection guid="{${guid(13)}}" page="0" firstX="0" firstY="0" secondX="1" secondY="1"><Coding guid="{${guid(14)}}"><CodeRef targetGUID="{${guid(2)}}"/></Coding></PDFSelection></PDFSource></Sources>
<Notes><Note guid="{${guid(7)}}" name="備註" plainTextPath="internal://${guid(7)}.txt"/></Notes>
<Sets/></Project>`;
  const path = projectFile(host, {
    'Project.qde': qde,
    [`Sources/${guid(3)}.txt`]: text,
    [`Sources/${guid(7)}.txt`]: '看過了',
  });
  const plan = await importFile(host, path);
  expect(plan.convention).toEqual({ unit: 'utf-16', lineBreak: 2, mark: 'uncounted', end: 'exclusive' });
  expect(Object.fromEntries(plan.losses.map(({ kind, count }) => [kind, count]))).toEqual({
    pdfs: 1,
    cases: 1,
    irregular: 1,
  });
  expect(await annotations()).toEqual([
    { exact: '落實改革，\n三、', note: '備註\n看過了', coderName: '張三', categories: ['落實 import'] },
    { exact: '落實改革，\n三、', note: '', coderName: '李四', categories: ['落實 import'] },
  ]);
  const [article] = await host.ask('article.list', {});
  expect(article).toMatchObject({ title: '甲', outlet: '山西日報', outletProvince: '山西' });
  const memos = await host.ask('memo.list', { subject: 'article' });
  expect(memos.map(({ title, body }) => [title, body])).toEqual([['Variables', '版次: 1']]);
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
});

test('as MAXQDA writes it: the text inside the XML, positions that count two for a line break, the end included', async () => {
  const text = '甲：落實改革。\n乙：持續推進改革。\n丙';
  const counted = text.replaceAll('\n', '\r\n');
  const quote = '持續推進';
  const start = counted.indexOf(quote);
  const qde = `<Project xmlns="urn:QDA-XML:project:1.0" name="m" origin="MAXQDA 24"><CodeBook><Codes><Code guid="${guid(2)}" name="推進" isCodable="1" color="#f00"/></Codes></CodeBook>
<Sources><TextSource guid="${guid(3)}" name="乙"><PlainTextContent>${text}</PlainTextContent>
<PlainTextSelection guid="${guid(4)}" name="${quote}" startPosition="${start}" endPosition="${start + quote.length - 1}"><Coding guid="${guid(5)}"><CodeRef targetGUID="${guid(2)}"/></Coding></PlainTextSelection>
<PlainTextSelection guid="${guid(6)}" name="甲" startPosition="0" endPosition="0"/>
<Coding guid="${guid(7)}"><CodeRef targetGUID="${guid(2)}"/></Coding>
</TextSource></Sources></Project>`;
  const path = projectFile(host, { 'project.qde': qde });
  const plan = await importFile(host, path);
  expect(plan.convention).toMatchObject({ lineBreak: 2, end: 'inclusive' });
  expect(plan).toMatchObject({ named: 2, fitting: 2, losses: [] });
  expect((await annotations()).map(({ exact, coderName }) => [exact, coderName])).toEqual([
    ['甲', '林'],
    [quote, '林'],
  ]);
  const [article] = await host.ask('article.list', {});
  expect(await host.ask('articleLink.list', { articleId: article?.id ?? '' })).toHaveLength(1);
});

test('as ATLAS.ti writes it: names of its own for quotations, links and groups, notes that stand alone', async () => {
  const qde = `<Project xmlns="urn:QDA-XML:project:1.0" name="a" origin="ATLAS.ti 24"><Users><User guid="${guid(1)}"/></Users><CodeBook><Codes><Code guid="${guid(2)}" name="改革" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="${guid(3)}" name="d1" plainTextPath="internal://d1.txt"><PlainTextSelection guid="${guid(4)}" name="1:1" startPosition="0" endPosition="2"><Coding guid="${guid(5)}"><CodeRef targetGUID="${guid(2)}"/></Coding></PlainTextSelection><PlainTextSelection guid="${guid(6)}" name="1:2" startPosition="3" endPosition="3"/></TextSource></Sources>
<Notes><Note guid="${guid(7)}" name="想法"><PlainTextContent>全局</PlainTextContent></Note></Notes>
<Links><Link guid="${guid(8)}" originGUID="${guid(4)}" targetGUID="${guid(6)}"/></Links>
<Sets><Set guid="${guid(9)}" name="組"><MemberCode targetGUID="${guid(2)}"/></Set></Sets></Project>`;
  const path = projectFile(host, { 'project.qde': qde, 'sources/d1.txt': '𠮷林改革' });
  const plan = await importFile(host, path);
  expect(plan).toMatchObject({ named: 2, fitting: 0, convention: { unit: 'code-points', lineBreak: 1 } });
  expect(Object.fromEntries(plan.losses.map(({ kind, count }) => [kind, count]))).toEqual({
    sets: 1,
    links: 1,
    'empty-selections': 1,
  });
  expect((await annotations()).map(({ exact }) => exact)).toEqual(['𠮷林']);
  expect((await host.ask('memo.list', { subject: 'corpus' })).map(({ title, body }) => [title, body])).toEqual([
    ['想法', '全局'],
  ]);
});

test('categories and coders of the same name are the same, unless she says otherwise', async () => {
  const qde = `<Project xmlns="urn:QDA-XML:project:1.0" name="同名"><Users><User guid="${guid(1)}" name="林"/></Users><CodeBook><Codes><Code guid="${guid(2)}" name="落實" isCodable="true"><Code guid="${guid(3)}" name="新的" isCodable="true"/></Code></Codes></CodeBook></Project>`;
  const codebookId = '01932f6e-0000-7000-8000-00000000000b';
  const id = '01932f6e-0000-7000-8000-00000000000c';
  await host.ask('codebook.create', { id: codebookId, name: '自己的' });
  await host.ask('category.create', { id, codebookId, parentId: null, title: '落實' });
  const path = projectFile(host, { 'project.qde': qde });
  const apart = await planFile(host, path, false);
  expect(apart.counts).toMatchObject({ coders: 1, categories: 2, codebooks: 1 });
  const plan = await importFile(host, path, true);
  expect(plan.counts).toMatchObject({ coders: 0, categories: 1, codebooks: 0 });
  expect(plan.meetings.map(({ kind }) => kind)).toEqual(['category-same-name', 'coder-same-name']);
  const books = await host.ask('codebook.list', {});
  const made = books.find((book) => book.id === codebookId);
  expect(made?.categories.map(({ titleHant, parentId }) => [titleHant, parentId])).toEqual([
    ['落實', null],
    ['新的', id],
  ]);
});
