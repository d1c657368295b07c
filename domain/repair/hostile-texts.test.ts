import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeArticle, marksOf, roughlyTraditional, type TestScript } from './clean-texts.test-support.ts';
import { countCharacters } from './character-counts.ts';
import { damage, seededRandom } from './damage-independent.test-support.ts';
import { type Damaged, damageOtherwise } from './damage-otherwise.test-support.ts';
import { CLEAN_TEXTS, makeHostileArticle, makeTrap } from './hostile-texts.test-support.ts';
import type { RepairKnowledge } from './repair-report.ts';
import { proposeRepairs } from './repair-text.ts';

const DECISION = new URL('../../../shared/data/decision-zh-hans.txt', import.meta.url);
const decision = existsSync(DECISION)
  ? readFileSync(DECISION, 'utf8')
      .split(/\r?\n/)
      .filter((each) => each.length > 20)
  : [];
/** How many texts each of the properties is tried on; set JIANZHU_REPAIR_TEXTS for a longer run. */
const TEXTS = Number(process.env['JIANZHU_REPAIR_TEXTS'] ?? 100);
const SEED = Number(process.env['JIANZHU_REPAIR_SEED'] ?? 0) * 1_000_000_007;

const certain = new Map<string, number>();
afterAll(() => {
  console.log(`certain, and none wrong: ${[...certain].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
});

/** The certain repairs of a damaged text that put in what the clean text has not. */
function wrongOnes(text: Damaged, knowledge: RepairKnowledge): string[] {
  const { repairs } = proposeRepairs(text.damaged, knowledge);
  const wrong: string[] = [];
  for (const repair of repairs) {
    if (!repair.certain) continue;
    certain.set(repair.kind, (certain.get(repair.kind) ?? 0) + 1);
    const group = repair.place === null ? [repair] : repairs.filter(({ place }) => place === repair.place);
    const start = Math.min(...group.map((own) => own.start));
    const end = Math.max(...group.map((own) => own.end));
    const insert = group.map((own) => own.candidates[0]?.insert ?? '').join('');
    if (!text.isRight(start, end, insert))
      wrong.push(`${repair.kind}: ${text.damaged.slice(Math.max(0, start - 14), end + 14)} → ${insert}`);
  }
  return wrong;
}

function knowledgeFor(clean: string, script: TestScript, random: () => number): RepairKnowledge {
  const others = decision.filter((each) => !clean.includes(each));
  const texts = [makeHostileArticle(script, 1500, random), makeArticle(script, 600, random, true)];
  const corpus = texts.join('\n');
  const corpusCount = (phrase: string) => corpus.split(phrase).length - 1;
  const counts = countCharacters(texts, 1);
  return random() < 0.5
    ? {}
    : { corpusCount, corpusNeighbours: () => counts, ...(random() < 0.5 ? { reference: others.join('\n') } : {}) };
}

function textFor(script: TestScript, random: () => number): string {
  const of = (length: number) =>
    random() < 0.7 ? makeHostileArticle(script, length, random) : makeArticle(script, length, random, true);
  const picked = decision[Math.floor(random() * decision.length)] ?? '';
  const quoted = random() < 0.3 && picked !== '' ? `\n${script === 'hans' ? picked : roughlyTraditional(picked)}` : '';
  const mixed = random() < 0.1 ? `\n${makeHostileArticle(script === 'hans' ? 'hant' : 'hans', 60, random)}` : '';
  return of(60 + random() * 300) + quoted + mixed;
}

describe.each(['hans', 'hant'] as const)('%s', (script) => {
  it('no certain repair of texts damaged in another way is wrong', { timeout: 600_000 }, () => {
    for (let n = 0; n < TEXTS; n++) {
      const random = seededRandom(SEED + 31_000_003 + n * 2 + (script === 'hans' ? 0 : 1));
      const clean = textFor(script, random);
      const damaged = damageOtherwise(clean, marksOf(script), random);
      expect(wrongOnes(damaged, knowledgeFor(clean, script, random)), `text ${n}`).toEqual([]);
    }
  });

  it('no clean text is touched, and hardly one is flagged', { timeout: 600_000 }, () => {
    let flags = 0;
    for (let n = 0; n < TEXTS; n++) {
      const random = seededRandom(SEED + 47_000_003 + n);
      const clean = makeHostileArticle(script, 100 + random() * 500, random);
      const report = proposeRepairs(clean, knowledgeFor(clean, script, random));
      expect(report.repairs.filter(({ certain, kind }) => certain || kind !== 'punctuation')).toEqual([]);
      flags += report.flags.length;
    }
    expect(flags).toBe(0);
  });
});

describe.each(['hans', 'hant'] as const)('%s: what obeys every rule but one', (script) => {
  it('is given a full stop only where it had one', { timeout: 600_000 }, () => {
    for (let n = 0; n < TEXTS; n++) {
      const random = seededRandom(SEED + 61_000_003 + n);
      const clean = makeTrap(script, random);
      expect(wrongOnes(damageOtherwise(clean, new Map(), random), {}), clean).toEqual([]);
    }
  });
});

describe('clean texts that look damaged', () => {
  it.each(CLEAN_TEXTS)('%s', (text) => {
    expect(proposeRepairs(text).repairs.filter(({ certain }) => certain)).toEqual([]);
  });
});

it('a gloss stays in a copy marked by a site, whatever stands around it', { timeout: 120_000 }, () => {
  const glosses = ['垚(yáo)', '犇(bēn)', '亓(qí)', '昝(zǎn)', '贠(yùn)', '佘(shé)', '逄(páng)', '禤(xuān)'];
  let judged = 0;
  for (let n = 0; n < TEXTS / 2; n++) {
    const random = seededRandom(SEED + 53_000_003 + n);
    const script = n % 2 === 0 ? 'hans' : 'hant';
    const gloss = glosses[n % glosses.length] ?? '';
    const plain = makeArticle(script, 400, random, false);
    const at = plain.indexOf('，') + 1;
    const clean = `${plain.slice(0, at)}${gloss}${plain.slice(at)}`;
    const options = {
      marks: marksOf(script),
      share: 0,
      endTag: '</p>',
      halfWidth: 'all',
      form: 'plain',
      random,
    } as const;
    const { damaged } = damage(clean, options);
    const place = damaged.indexOf(gloss);
    // A mark may have been found across the two halves of a gloss.
    if (place < 0) continue;
    judged += 1;
    const { repairs } = proposeRepairs(damaged);
    expect(repairs.filter(({ start, end, certain }) => certain && start < place + gloss.length && place < end)).toEqual(
      [],
    );
  }
  expect(judged).toBeGreaterThan(TEXTS / 3);
});
