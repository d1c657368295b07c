import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { encodings } from '#domain/contract/import.ts';
import { decodeAs, type Encoding, findEncoding } from './decode-as.ts';
import { detectEncoding } from './detect-encoding.ts';

const PHRASES = {
  hans: [
    '国家安全是民族复兴的根基',
    '记者从省发展改革委获悉',
    '昨日下午',
    '本报讯',
    '全省农村居民人均可支配收入',
    '同比增长',
    '习近平总书记',
    '他说',
    '我家门口就能办',
    '老张笑得合不拢嘴',
    '窗外飘着雪花',
    '种了三十亩苹果',
    '县里派来技术员',
    '垚垚和赵喆是同学',
    '朱镕基',
    '陶瓷博物馆',
    '鄂尔多斯',
    '邕江两岸',
    '六盘水',
    '亳州药材',
    '合计约百分之五',
    '每吨三千二百元',
    '小麦赤霉病',
    '高铁动车组',
    '砥砺前行',
    '责任编辑',
    '会议由李强主持',
    '赓续红色血脉',
    '踔厉奋发',
    '哈尼梯田',
    '瓯江口',
    '雄安新区',
    '粤港澳大湾区',
    '儿童福利院',
    '狮子舞',
    '戏曲进校园',
    '醋',
    '涮羊肉',
    '泸沽湖',
    '骆驼祥子',
    '鼎盛时期',
    '糯米',
  ],
  hant: [
    '國家安全是民族復興的根基',
    '記者從省發展改革委獲悉',
    '昨日下午',
    '本報訊',
    '全省農村居民人均可支配收入',
    '同比增長',
    '習近平總書記',
    '他說',
    '我家門口就能辦',
    '老張笑得合不攏嘴',
    '窗外飄著雪花',
    '種了三十畝蘋果',
    '縣裡派來技術員',
    '垚垚和趙喆是同學',
    '朱鎔基',
    '陶瓷博物館',
    '鄂爾多斯',
    '邕江兩岸',
    '六盤水',
    '亳州藥材',
    '合計約百分之五',
    '每噸三千二百元',
    '小麥赤黴病',
    '高鐵動車組',
    '砥礪前行',
    '責任編輯',
    '會議由李強主持',
    '賡續紅色血脈',
    '踔厲奮發',
    '哈尼梯田',
    '甌江口',
    '雄安新區',
    '粵港澳大灣區',
    '兒童福利院',
    '獅子舞',
    '戲曲進校園',
    '醋',
    '涮羊肉',
    '瀘沽湖',
    '駱駝祥子',
    '鼎盛時期',
    '糯米',
  ],
};
const MARKS = ['，', '。', '、', '：“', '”。', '\n', '（', '）', '《', '》', '2024年', ' GDP '];
const MEASURED: Encoding[] = ['utf-8', 'gb18030', 'big5-hkscs', 'utf-16le', 'utf-16be'];

function encode(text: string, encoding: Encoding): Uint8Array | null {
  const bytes = iconv.encode(text, encoding, { addBOM: false });
  return iconv.decode(bytes, encoding, { stripBOM: false }) === text ? bytes : null;
}

function randomTexts(script: 'hans' | 'hant', length: number, count: number): string[] {
  const parts = fc.array(fc.tuple(fc.constantFrom(...PHRASES[script]), fc.constantFrom('', '', ...MARKS)), {
    minLength: Math.ceil(length / 2) + 2,
    maxLength: Math.ceil(length / 2) + 4,
  });
  return fc
    .sample(
      parts.map((each) => each.flat().join('')),
      { numRuns: count, seed: 20240718 },
    )
    .map((each) => each.slice(0, length));
}

interface Tally {
  tried: number;
  right: number;
  shown: number;
  wrong: string[];
}

function measure(texts: readonly string[], tally: Tally): void {
  for (const text of texts) {
    for (const encoding of MEASURED) {
      const bytes = encode(text, encoding);
      if (bytes === null) continue;
      tally.tried += 1;
      const guess = detectEncoding(bytes);
      if (guess?.text === text) tally.right += 1;
      else if (guess?.alternatives.some((each) => text.startsWith(each.sample)) === true) tally.shown += 1;
      else tally.wrong.push(`${text} in ${encoding} read as ${guess?.encoding}: ${guess?.text}`);
    }
  }
}

function line(length: number, { tried, right, shown, wrong }: Tally): string {
  const share = (count: number) => `${((100 * count) / tried).toFixed(2)} %`;
  return `${length} characters: ${tried} tried, first ${share(right)}, among the readings shown ${share(shown)}, wrong ${wrong.length}`;
}

describe('texts in both scripts, in every encoding that holds them', () => {
  test.for([
    { length: 4, least: 0.95 },
    { length: 6, least: 0.98 },
    { length: 8, least: 0.995 },
    { length: 12, least: 1 },
    { length: 40, least: 1 },
    { length: 400, least: 1 },
  ])('$length characters', ({ length, least }) => {
    const tally: Tally = { tried: 0, right: 0, shown: 0, wrong: [] };
    for (const script of ['hans', 'hant'] as const) measure(randomTexts(script, length, 300), tally);
    console.info(line(length, tally));
    expect(tally.right / tally.tried).toBeGreaterThanOrEqual(least);
    if (length >= 6) expect(tally.wrong).toEqual([]);
  });
});

const DECISION = new URL('../../../../shared/data/decision-zh-hans.txt', import.meta.url);
describe.runIf(existsSync(DECISION))('paragraphs of the Decision, where it is at hand', () => {
  test('the opening of each, and each whole', () => {
    const paragraphs = readFileSync(DECISION, 'utf8')
      .split('\n')
      .filter((each) => each.trim().length > 12);
    for (const length of [6, 12, 100_000]) {
      const tally: Tally = { tried: 0, right: 0, shown: 0, wrong: [] };
      measure(
        paragraphs.map((each) => each.trim().slice(0, length)),
        tally,
      );
      console.info(line(length, tally));
      expect(tally.right).toBe(tally.tried);
    }
  });
});

describe('known traps', () => {
  test('GBK bytes that Big5 reads without an error', () => {
    expect(iconv.decode(iconv.encode('中共中央', 'gbk'), 'big5')).toBe('笢僕笢栝');
    expect(detectEncoding(iconv.encode('中共中央', 'gbk'))).toMatchObject({ encoding: 'gbk', text: '中共中央' });
  });

  test('GBK bytes that are valid UTF-8', () => {
    const bytes = iconv.encode('小学校要目', 'gbk');
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toHaveLength(5);
    expect(detectEncoding(bytes)).toMatchObject({ encoding: 'gbk', text: '小学校要目' });
  });

  test('a declared charset is only a hint', () => {
    const text = '本报讯（记者）昨日下午，全省农村工作会议在太原召开。';
    expect(detectEncoding(iconv.encode(text, 'gbk'), 'utf-8')).toMatchObject({ encoding: 'gbk', text });
    expect(detectEncoding(Buffer.from(text), 'gb2312')).toMatchObject({ encoding: 'utf-8', text });
  });

  test('characters that the platform puts into private use are read under Big5', () => {
    const text = '煊堃喆峯嘅，香港的報紙常用';
    expect(detectEncoding(iconv.encode(text, 'big5-hkscs'))).toMatchObject({ encoding: 'big5-hkscs', text });
  });

  test('four bytes a character make it GB 18030', () => {
    const text = '𠮷野家在长治开了分店，记者昨日前往';
    expect(detectEncoding(iconv.encode(text, 'gb18030'))).toMatchObject({ encoding: 'gb18030', text });
  });
});

describe('byte order marks', () => {
  test('tell the encoding and stay in the text', () => {
    const text = '\uFEFF晉祠';
    expect(detectEncoding(Buffer.from(text))).toMatchObject({ encoding: 'utf-8', text, confidence: 'certain' });
    for (const encoding of ['utf-16le', 'utf-16be', 'gb18030'] as const) {
      const bytes = iconv.encode(text, encoding, { addBOM: false });
      expect(detectEncoding(bytes)).toMatchObject({ encoding, text, confidence: 'certain' });
    }
  });

  test('a lone surrogate of UTF-16 stays', () => {
    expect(detectEncoding(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00))?.text).toBe('\uFEFF\uD800A');
  });
});

describe('bytes that fit no encoding', () => {
  test('a few in a text are shown, and the reading is for a person to look at', () => {
    const bytes = Buffer.concat([
      iconv.encode('本报讯昨日下午，', 'gbk'),
      Buffer.of(0xff),
      iconv.encode('会议在太原召开。'.repeat(20), 'gbk'),
    ]);
    const guess = detectEncoding(bytes);
    expect(guess).toMatchObject({ encoding: 'gbk', confidence: 'close', invalid: 1 });
    expect(guess?.text.startsWith('本报讯昨日下午，\uFFFD会议在太原')).toBe(true);
  });

  test('noise is no text', () => {
    let state = 7;
    const noise = Uint8Array.from({ length: 4096 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 16;
    });
    expect(detectEncoding(noise)).toBeNull();
  });

  test('any bytes at all are answered, and the same each time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(detectEncoding(bytes)).toEqual(detectEncoding(bytes));
      }),
      { numRuns: 300 },
    );
  });
});

test('short ASCII stays ASCII', () => {
  for (const text of ['GDP', 'hi', 'Plan 2024', 'a,b\n1,2\n', 'No. 7'])
    expect(detectEncoding(Buffer.from(text))?.text).toBe(text);
});

test('encodings go by their usual names', () => {
  expect(findEncoding(' GB2312 ')).toBe('gbk');
  expect(findEncoding('Big5-HKSCS')).toBe('big5-hkscs');
  expect(findEncoding('UTF8')).toBe('utf-8');
  expect(findEncoding('klingon')).toBeNull();
  for (const encoding of encodings) expect(findEncoding(encoding)).toBe(encoding);
});

test('an encoding given by hand is used whatever the bytes are', () => {
  expect(decodeAs(iconv.encode('中共中央', 'gbk'), 'big5')).toEqual({ text: '笢僕笢栝', invalid: 0 });
  expect(decodeAs(Uint8Array.of(0xe4, 0xb8), 'utf-8').invalid).toBeGreaterThan(0);
});

test('a long text is read whole and quickly', () => {
  const text = '会议在太原召开，记者从省发展改革委获悉。'.repeat(100_000);
  const began = performance.now();
  expect(detectEncoding(iconv.encode(text, 'gbk'))?.text === text).toBe(true);
  expect(performance.now() - began).toBeLessThan(3000);
});
