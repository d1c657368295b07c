import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeArticle, marksOf, roughlyTraditional, type TestScript } from './clean-texts.test-support.ts';
import { type DamagedText, damage, isRight, seededRandom } from './damage-independent.test-support.ts';
import type { ProposedRepair, RepairKnowledge, RepairReport } from './repair-report.ts';
import { proposeRepairs } from './repair-text.ts';

const DECISION = new URL('../../../shared/data/decision-zh-hans.txt', import.meta.url);
const decision = existsSync(DECISION)
  ? readFileSync(DECISION, 'utf8')
      .split(/\r?\n/)
      .filter((paragraph) => paragraph.trim() !== '')
  : null;
/** How many texts each of the properties is tried on; set JIANZHU_REPAIR_TEXTS for a longer run. */
const TEXTS = Number(process.env['JIANZHU_REPAIR_TEXTS'] ?? 600);

const tally = new Map<string, number>();
const count = (what: string, by = 1) => tally.set(what, (tally.get(what) ?? 0) + by);

afterAll(() => {
  const share = (part: string, whole: string) => {
    const [own, all] = [tally.get(part) ?? 0, tally.get(whole) ?? 0];
    return `${own} of ${all} (${all === 0 ? '–' : ((100 * own) / all).toFixed(1)} %)`;
  };
  for (const script of ['hans', 'hant']) {
    for (const kind of ['inline-pinyin', 'gbk-shift', 'html-residue', 'punctuation']) {
      const name = `${script} ${kind}`;
      console.log(
        `${name}: certain ${share(`${name} certain`, name)}, best right ${share(`${name} right`, name)}, listed ${share(`${name} listed`, name)}`,
      );
    }
    console.log(`${script}: places hit that were found ${share(`${script} found`, `${script} hits`)}`);
  }
});

/** The stretch that a repair and those of its place replace together, and what each candidate of the repair makes of it. */
function whole(report: RepairReport, repair: ProposedRepair) {
  const group = repair.place === null ? [repair] : report.repairs.filter((other) => other.place === repair.place);
  const start = Math.min(...group.map((own) => own.start));
  const end = Math.max(...group.map((own) => own.end));
  const inserts = repair.candidates.map(({ insert }) =>
    group.map((own) => (own === repair ? insert : (own.candidates[0]?.insert ?? ''))).join(''),
  );
  return { start, end, inserts };
}

function judge(text: DamagedText, script: TestScript, knowledge: RepairKnowledge): string[] {
  const report = proposeRepairs(text.damaged, knowledge);
  const wrong: string[] = [];
  count(`${script} hits`, text.hits.length);
  for (const hit of text.hits) {
    if (report.repairs.some((repair) => repair.kind === 'gbk-shift' && repair.start <= hit && hit < repair.end)) {
      count(`${script} found`);
    }
  }
  for (const repair of report.repairs) {
    const { start, end, inserts } = whole(report, repair);
    const right = inserts.map((insert) => isRight(text, start, end, insert));
    const name = `${script} ${repair.kind}`;
    count(name);
    if (right[0]) count(`${name} right`);
    if (right.includes(true)) count(`${name} listed`);
    if (!repair.certain) continue;
    count(`${name} certain`);
    if (!right[0]) wrong.push(`${repair.kind}: ${text.damaged.slice(start - 12, end + 12)} → ${inserts[0] ?? ''}`);
  }
  return wrong;
}

function damageAtRandom(clean: string, script: TestScript, random: () => number): DamagedText {
  const marks = random() < 0.6 ? marksOf(script) : new Map<string, string>();
  const form = random() < 0.8 ? 'plain' : random() < 0.5 ? 'spaced' : 'repeated';
  return damage(clean, {
    marks,
    share: random() < 0.5 ? 0.4 : 1,
    endTag: (['</p>', '</span></p>', ''] as const)[Math.floor(random() * 3)] ?? '',
    halfWidth: random() < 0.5 ? 'all' : 'exclamations',
    form,
    random,
  });
}

/** What a clean text may be told: nothing of it is pinyin, shifted, or markup, and nothing is certain. */
function touched(clean: string): string[] {
  return proposeRepairs(clean)
    .repairs.filter((repair) => repair.certain || repair.kind !== 'punctuation')
    .map((repair) => `${repair.kind}: ${clean.slice(repair.start - 6, repair.end + 6)}`);
}

describe.each([1, 2, 3])('made articles, seed %i', (seed) => {
  it.each(['hans', 'hant'] as const)(
    '%s: no certain repair is wrong, clean text is not touched',
    { timeout: 300_000 },
    (script) => {
      for (let n = 0; n < TEXTS / 3; n++) {
        const random = seededRandom(seed * 1_000_003 + n * 2 + (script === 'hans' ? 0 : 1));
        const clean = makeArticle(script, 60 + random() * 240, random, n % 2 === 0);
        expect(touched(clean)).toEqual([]);
        expect(judge(damageAtRandom(clean, script, random), script, {})).toEqual([]);
      }
    },
  );
});

describe.skipIf(decision === null)('paragraphs of the Decision (left out where its text is not at hand)', () => {
  it.each(['hans', 'hant'] as const)(
    '%s: no certain repair is wrong, clean text is not touched',
    { timeout: 300_000 },
    (script) => {
      const paragraphs = decision ?? [];
      for (let n = 0; n < TEXTS / 2; n++) {
        const random = seededRandom(7_000_003 + n * 2 + (script === 'hans' ? 0 : 1));
        const picked = [0, 1].map(() => paragraphs[Math.floor(random() * paragraphs.length)] ?? '').join('\n');
        const clean = script === 'hans' ? picked : roughlyTraditional(picked);
        expect(touched(clean)).toEqual([]);
        // Half of the time with the other half of the text as what is known.
        const reference =
          random() < 0.5 ? paragraphs.filter((paragraph) => !picked.includes(paragraph)).join('\n') : undefined;
        expect(judge(damageAtRandom(clean, script, random), script, { reference })).toEqual([]);
      }
    },
  );
});

describe('quotations that end in a character whose trail byte is A3', () => {
  const ENDINGS = {
    hans: '确保 力保 学校 小学校 警校 承担 如常 上海 青海 人海 富裕 规模 劳模 幸福 庆祝 惩罚 奇迹 暂停 靠拢 社保 医保'.split(
      ' ',
    ),
    hant: '確保 力保 學校 小學校 警校 承擔 如常 上海 青海 人海 富裕 規模 勞模 幸福 慶祝 懲罰 暫停 靠攏 社保 醫保'.split(
      ' ',
    ),
  };
  const WORDS = {
    hans: {
      speech: '我们要健全体系，推进联动，重点是',
      end: '各项工作有序推进',
      says: '说',
      who: ['临汾市公安局副局长张海', '晋城市委书记李明', '省药品监督管理局局长'],
    },
    hant: {
      speech: '我們要健全體系，推進聯動，重點是',
      end: '各項工作有序推進',
      says: '說',
      who: ['臨汾市公安局副局長張海', '晉城市委書記李明', '省藥品監督管理局局長'],
    },
  };
  it.each(['hans', 'hant'] as const)('%s: are never certainly given a full stop', { timeout: 120_000 }, (script) => {
    const { speech, end, says, who } = WORDS[script];
    for (let n = 0; n < TEXTS / 4; n++) {
      const random = seededRandom(9_000_003 + n);
      const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
      const last = pick(ENDINGS[script]) + pick(['', '', '……', '——']);
      const quoted = pick([
        `“${speech}${last}”${pick(who)}${says}，${end}。`,
        `${pick(who)}${says}：“${speech}${last}”`,
        `${speech}${last}“${speech}${end}。”${pick(who)}${says}，${end}。`,
      ]);
      const clean = `${makeArticle(script, 120, random, false)}\n${quoted}\n“${speech}${end}。”${pick(who)}${says}，${end}。`;
      expect(judge(damageAtRandom(clean, script, random), script, {})).toEqual([]);
    }
  });
});

describe('genuine glosses', () => {
  it.each(['hans', 'hant'] as const)('%s: stay in a marked copy', { timeout: 60_000 }, (script) => {
    for (let n = 0; n < 60; n++) {
      const random = seededRandom(5_000_003 + n);
      const gloss = ['垚(yáo)山村', '李翀(chōng)', '亓(qí)家庄', '王昉(fǎng)'][n % 4] ?? '';
      const clean = `${gloss}的故事。\n${makeArticle(script, 500, random, false)}`;
      const text = damage(clean, {
        marks: marksOf(script),
        share: 0,
        endTag: '</p>',
        halfWidth: 'all',
        form: 'plain',
        random,
      });
      const bracket = text.damaged.indexOf('(');
      const { repairs } = proposeRepairs(text.damaged);
      expect(repairs.filter((repair) => repair.start <= bracket && bracket < repair.end)).toEqual([]);
      expect(repairs.filter((repair) => repair.kind === 'inline-pinyin' && repair.certain).length).toBeGreaterThan(5);
    }
  });
});
