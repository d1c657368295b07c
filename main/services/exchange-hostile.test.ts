import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TestHost } from '../host/hosted-corpus.ts';
import { projectFile } from './exchange.test-support.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let host: TestHost;
beforeAll(async () => {
  host = await TestHost.make();
  await host.annotate(await host.importText('山西省落實改革。'), '改革');
});
afterAll(() => host[Symbol.asyncDispose]());

/** Refused at the plan and at the import, and the corpus is as it was. */
async function refused(path: string) {
  const before = host.dump();
  const errors: { message: string; code: string; details: { reason: string; line?: number } }[] = [];
  for (const operation of ['exchange.plan', 'exchange.import'] as const) {
    const { grant } = host.host.grants.issue(path);
    const job = await host.end(operation, { sources: [{ grant }] });
    expect(job.state).toBe('failed');
    errors.push(job.error as (typeof errors)[number]);
  }
  expect(host.dump()).toEqual(before);
  const [error] = errors;
  expect(errors[1]).toEqual(error);
  if (error === undefined) throw new Error('nothing was refused');
  return error;
}

const guid = (last: string) => `01932f6e-0000-4000-8000-0000000000${last}`;
const TEXT = '山西改革落實。';

const sound = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="x">
<Users><User guid="${guid('01')}" name="A"/></Users>
<CodeBook><Codes><Code guid="${guid('02')}" name="c" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="${guid('03')}" name="s" plainTextPath="internal://${guid('03')}.txt">
<PlainTextSelection guid="${guid('04')}" name="改革" startPosition="2" endPosition="4" creatingUser="${guid('01')}">
<Coding guid="${guid('05')}" creatingUser="${guid('01')}"><CodeRef targetGUID="${guid('02')}"/></Coding>
<NoteRef targetGUID="${guid('06')}"/>
</PlainTextSelection>
</TextSource></Sources>
<Notes><Note guid="${guid('06')}"><PlainTextContent>n</PlainTextContent></Note></Notes>
</Project>`;

function project(qde: string, files: Record<string, string | Uint8Array> = {}): string {
  return projectFile(host, { 'project.qde': qde, [`sources/${guid('03')}.txt`]: TEXT, ...files });
}

describe('a project that is not sound is refused with the place', () => {
  test.each<[string, string, string, number | null, RegExp]>([
    ['a GUID that is none', `guid="${guid('05')}"`, 'guid="5"', 7, /“5”, which is no GUID/],
    ['a brace that is not closed', `guid="${guid('04')}"`, `guid="{${guid('04')}"`, 6, /no GUID/],
    [
      'a reference to no code',
      `<CodeRef targetGUID="${guid('02')}"`,
      `<CodeRef targetGUID="${guid('77')}"`,
      7,
      /which is not there/,
    ],
    [
      'a reference of the wrong kind',
      `<CodeRef targetGUID="${guid('02')}"`,
      `<CodeRef targetGUID="${guid('01')}"`,
      7,
      /but that is a user/,
    ],
    [
      'a user who is not there',
      `creatingUser="${guid('01')}">\n<Coding`,
      `creatingUser="${guid('77')}">\n<Coding`,
      6,
      /which is not there/,
    ],
    [
      'a note that is not there',
      `<NoteRef targetGUID="${guid('06')}"`,
      `<NoteRef targetGUID="${guid('77')}"`,
      6,
      /which is not there/,
    ],
    [
      'two things of one GUID',
      `<Code guid="${guid('02')}"`,
      `<Code guid="${guid('01')}"`,
      4,
      /is that of a user already/,
    ],
    ['an end past the text', 'endPosition="4"', 'endPosition="8"', 6, /from 2 to 8, but the text .* has 7 positions/],
    ['an end before its start', 'startPosition="2"', 'startPosition="5"', 6, /its end lies before its start/],
    ['a negative position', 'startPosition="2"', 'startPosition="-2"', 6, /“-2”, which is no position/],
    ['a position that is no number', 'endPosition="4"', 'endPosition="4e0"', 6, /no position/],
    ['a coding without a code', `<CodeRef targetGUID="${guid('02')}"/>`, '', 7, /has 0 CodeRefs/],
    [
      'a text that is not there',
      `plainTextPath="internal://${guid('03')}.txt"`,
      'plainTextPath="internal://none.txt"',
      5,
      /not in the archive/,
    ],
    ['another root', 'urn:QDA-XML:project:1.0', 'urn:other', 2, /not with the <Project> of REFI-QDA/],
  ])('%s', async (_name, from, to, line, message) => {
    expect(sound).toContain(from);
    const error = await refused(project(sound.replace(from, to)));
    expect(error.details.reason).toBe('exchange-invalid');
    expect(error.details.line ?? null).toBe(line);
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/project\.qde/);
  });

  test('it would be taken otherwise', async () => {
    const { grant } = host.host.grants.issue(project(sound));
    const job = await host.end('exchange.plan', { sources: [{ grant }] });
    expect(job.error).toBeNull();
    expect(job.result).toMatchObject({
      plan: { counts: { articles: 1, annotations: 1, categories: 1, coders: 1 }, losses: [] },
    });
  });

  test('XML that is not well-formed, with line and column', async () => {
    const error = await refused(project(sound.replace('</Users>', '</User>')));
    expect(error.details.reason).toBe('file-damaged');
    expect(error.message).toMatch(/3:\d+/);
  });
});

describe('what is made to do harm is refused', () => {
  test('an entity bomb', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${sound.slice(sound.indexOf('<Project'))}`;
    const error = await refused(project(bomb.replace('name="x"', 'name="&b;"')));
    expect(error.details.reason).toBe('file-too-complex');
    expect(error.message).toContain('project.qde');
  });

  test('a file of the machine asked for by an entity', async () => {
    const peek = `<!DOCTYPE p [<!ENTITY f SYSTEM "file:///etc/passwd">]>${sound.slice(sound.indexOf('<Project'))}`;
    expect((await refused(project(peek))).details.reason).toBe('file-too-complex');
  });

  test('nesting without end', async () => {
    const deep = `${`<Code guid="${guid('02')}" name="c" isCodable="true">`.repeat(2000)}${'</Code>'.repeat(2000)}`;
    const error = await refused(project(sound.replace(/<Code guid.*\/>/, deep)));
    expect(error.details.reason).toBe('file-too-complex');
  });

  test('a zip bomb', async () => {
    const error = await refused(project(sound, { [`sources/${guid('03')}.txt`]: new Uint8Array(50 * 1024 * 1024) }));
    expect(error.details.reason).toBe('file-too-complex');
    expect(error.message).toContain(`sources/${guid('03')}.txt`);
  });

  test.each(['../evil.txt', 'sources/../../evil.txt', '/etc/evil', '..\\evil.txt', 'C:\\evil.txt'])(
    'a file named %s',
    async (name) => {
      const error = await refused(project(sound, { [name]: 'x' }));
      expect(error.details.reason).toBe('file-too-complex');
      expect(error.message).toContain(name);
    },
  );

  test('two files of one name', async () => {
    const error = await refused(project(sound, { 'PROJECT.qde': sound }));
    expect(error.message).toMatch(/two files of this name/);
  });

  test.each<[string, Uint8Array | string]>([
    ['half an archive', zipSync({ 'project.qde': strToU8(sound) }).subarray(0, 300)],
    ['an archive without a project', zipSync({ 'readme.txt': strToU8('x') } satisfies Zippable)],
    ['an empty file', ''],
    ['noise', '\u0001\u0002\u0003'],
    ['a plain text', '山西'],
    ['a project without its archive', sound],
    ['a page', '<!doctype html><html><body>x</body></html>'],
    ['JSON that is cut off', '{"type": "Annotation", '],
    ['JSON of something else', '{"type": "Person"}'],
    ['JSON nested without end', '['.repeat(100_000)],
  ])('%s', async (_name, content) => {
    const path = join(host.folder, 'file');
    writeFileSync(path, content);
    const error = await refused(path);
    expect(error.code).not.toBe('internal');
  });
});

describe('annotations in JSON-LD that are none', () => {
  const annotation = { id: 'urn:uuid:01932f6e-0000-4000-8000-00000000000a', type: 'Annotation', target: 'urn:x' };
  const selector = (start: unknown, end: unknown) => ({ type: 'TextPositionSelector', start, end });
  test.each<[string, unknown, RegExp]>([
    ['two of one id', [annotation, annotation], /\[1\]\.id: .*that of another annotation/],
    [
      'without a target',
      { items: [{ type: 'Annotation' }], type: 'AnnotationPage' },
      /items\[0\]\.target: an annotation has no target/,
    ],
    [
      'a position before the text',
      [{ ...annotation, target: { source: 'urn:x', selector: selector(-1, 3) } }],
      /\[0\]\.target\.selector: -1 to 3/,
    ],
    [
      'an end before its start',
      [{ ...annotation, target: { source: 'urn:x', selector: selector(3, 1) } }],
      /3 to 1 is no place/,
    ],
    [
      'half a position',
      [{ ...annotation, target: { source: 'urn:x', selector: selector(0.5, 1) } }],
      /0.5 to 1 is no place/,
    ],
  ])('%s', async (_name, document, message) => {
    const path = join(host.folder, 'file.jsonld');
    writeFileSync(path, JSON.stringify(document));
    const error = await refused(path);
    expect(error.details.reason).toBe('exchange-invalid');
    expect(error.message).toMatch(message);
  });
});
