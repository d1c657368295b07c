import type { OfficeLevel, Voice } from '../contract/values.ts';
import type { PlaceMention } from '../gazetteer/find-places.ts';
import { namesIn } from '../metadata/person-names.ts';
import type { Span } from '../text/span.ts';
import { isPeople, isUnnamed, kindOfOffice, lastOfficeEnd, levelOfOffice } from './offices.ts';
import type { SpeechText } from './speech-text.ts';

/** Who a phrase before a verb of speaking names. */
export type Speaker =
  | { who: 'voice'; voice: Voice; span: Span }
  /** A name alone, or 他, 她: someone who has to be looked for before. */
  | { who: 'name'; name: string; span: Span }
  | { who: 'pronoun'; span: Span };

// All patterns are for folded text.
const LEADING =
  /^(?:同时|此外|另外|对此|为此|因此|随后|最后|其中|近日|日前|当天|当日|昨日|今日|昨天|今天|会上|会后|会议上|座谈会上|采访中|现场|而|但|并|据|正如|就连|谈及此|\d{1,2}月\d{1,2}日|\d{1,2}日|上午|下午|[\s—-])+/u;
const TRAILING =
  /^(?:(?:在|于)[^,。、]{1,24}?(?:上|时|中|后|期间|会|前|里|表态发言)|(?:在)?接受[^,。、]{0,16}(?:采访|专访)(?:时|中)?|(?:对|向|跟|与|和)[^,。、]{1,10}|一边[^,。、]{1,10}一边|[^,。、的]{1,4}地|还|也|又|曾|均|纷纷|都|则|便|就|即|再|并|日前|近日|昨日|今天|当天|当场|随后|随即|当即|马上|立即|进一步|明确|着重|一再|反复|多次|再次|再三|最后|同时|同样|特别|首先|高度|郑重|公开|坦率|感慨|动情|高兴|激动|自豪|笑着|如是|这样|如此|介绍|指着[^,。、]{1,10})$/u;
const DECISION =
  /(?:党的|中共)?(?:二十届|20届)?(?:三中)?全会(?:公报|审议通过的《决定》|通过的《决定》|《决定》)?$|《(?:中共中央关于)?(?:进一步全面深化改革[^》]{0,24})?决定》$|《中共中央关于进一步全面深化改革[^》]{0,24}$/u;
// Other plenums: those of a provincial committee, or of another Central Committee.
const OTHER_PLENUM =
  /(?:省|市|县|区|州|盟|旗|地|自治区|党)委(?:员会)?|[一二三四五六七八九十\d]+(?:届|次)|四中|五中|六中|七中|一中|二中/u;
const TITLE_BEHIND = /(?:总书记|主席|总理|书记|省长|市长|县长|主任|部长|厅长|局长|教授|院士|同志|先生|女士)$/u;
const NOT_A_NAME =
  /^(?:马上|全都|全体|全国|时刻|时时|常常|高度|高声|明确|向来|连连|连忙|方才|从容|和蔼|安然|平静|计划|强调|郑重|严肃|热情|庄严|满怀|充分|自豪|深情|应当|农民|农村|党员|党组|党委|都是|权威|查看|温和|沉着|欣喜|谈到|谈起|商户|车间|成员|居民|平台|项目|单位|部门|公司|方面|同样|同时|干部|群众|经理|双方|相关|有关|任何|所有|关于|能够|万分|公开|幸福|国家|如何|那么|支持|解决|通过)/u;
const COMPOUND =
  /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|宇文|长孙|轩辕|钟离|南宫|第五|澹台|独孤|呼延|拓跋|申屠|太史|淳于|单于|濮阳)/u;
const LONGEST_PHRASE = 64;

/** Reads phrases before verbs of speaking; `places` are the mentions in `text.plain`, in its order. */
export class SpeakerReader {
  private readonly text: SpeechText;
  private readonly places: readonly PlaceMention[];

  constructor(text: SpeechText, places: readonly PlaceMention[]) {
    this.text = text;
    this.places = places;
  }

  /** The speaker in a phrase that reaches up to a verb; null when it names none that is known for one. */
  read({ start, end }: Span): Speaker | null {
    const { folded } = this.text;
    const from = start + (LEADING.exec(folded.slice(start, end))?.[0].length ?? 0);
    if (end - from > LONGEST_PHRASE * 2) return null;
    // What is said of the speaking is taken off from the end, the shortest first: 李二虎高兴地.
    const ends = [end];
    for (let next = 0; next < ends.length; next++) {
      const to = ends[next] ?? from;
      const whole = from < to ? this.readWhole({ start: from, end: to }) : null;
      if (whole !== null) return whole;
      for (let shorter = to - 1; shorter > from; shorter--) {
        if (!ends.includes(shorter) && TRAILING.test(folded.slice(shorter, to))) ends.push(shorter);
      }
    }
    if (from >= end && from > start && folded.slice(start, from).endsWith('据')) {
      return { who: 'voice', voice: voiceOf('unattributed'), span: { start: from - 1, end: from } };
    }
    return null;
  }

  private readWhole(phrase: Span): Speaker | null {
    const { folded } = this.text;
    const all = folded.slice(phrase.start, phrase.end);
    const decision = DECISION.exec(all);
    if (decision !== null) {
      const named = all.slice(Math.max(0, decision.index - 12)).replace(/二十届|20届/u, '');
      if (OTHER_PLENUM.test(named) || (!/《/u.test(decision[0]) && /[一-龥]$/u.test(all.slice(0, decision.index)))) {
        return null;
      }
      return {
        who: 'voice',
        voice: voiceOf('decision'),
        span: { start: phrase.start + decision.index, end: phrase.end },
      };
    }
    if (/^(?:他|她)$/u.test(all)) return { who: 'pronoun', span: phrase };
    // What modifies the office stands before the last 的: 正在调研的省委书记.
    const start = phrase.start + all.lastIndexOf('的') + 1;
    const { end } = phrase;
    if (end - start > LONGEST_PHRASE || start >= end) return null;
    const held = folded.slice(start, end);
    if (/[《》]/u.test(held)) return null;
    const office = lastOfficeEnd(held);
    if (office !== null && office < held.length) {
      const name = nameIn(held.slice(office));
      if (name !== null) {
        const at = start + office + name.start;
        return this.person({ start, end: start + office }, { start: at, end: at + name.end - name.start });
      }
    }
    if (nameIn(held) !== null && !TITLE_BEHIND.test(held)) {
      const bare = nameIn(held) ?? { start: 0, end: held.length };
      const span = { start: start + bare.start, end: start + bare.end };
      return { who: 'name', name: this.text.plain.slice(span.start, span.end), span };
    }
    const title = TITLE_BEHIND.exec(held);
    const called = title === null ? null : nameIn(held.slice(0, title.index));
    if (title !== null && called !== null && called.start === 0) {
      const name = { start, end: start + called.end };
      if (/^(?:同志|先生|女士)$/u.test(title[0])) {
        return { who: 'name', name: this.text.plain.slice(name.start, name.end), span: name };
      }
      return this.person({ start: start + title.index, end }, name);
    }
    if (isPeople(held)) return { who: 'voice', voice: voiceOf('citizen'), span: { start, end } };
    if (isUnnamed(held)) return { who: 'voice', voice: voiceOf('unattributed'), span: { start, end } };
    return null;
  }

  private person(offices: Span, name: Span): Speaker {
    const { plain, folded } = this.text;
    const kind = kindOfOffice(folded.slice(offices.start, offices.end));
    const voice: Voice = {
      kind,
      name: plain.slice(name.start, name.end),
      office: plain.slice(offices.start, offices.end),
      level: kind === 'official' ? this.levelOf(offices) : null,
      place: this.placeOf(offices),
    };
    const span = { start: Math.min(offices.start, name.start), end: Math.max(offices.end, name.end) };
    return { who: 'voice', voice, span };
  }

  /** Null also when someone holds offices of several levels. */
  private levelOf(offices: Span): OfficeLevel | null {
    const levels = new Set<OfficeLevel>();
    let start = offices.start;
    for (const part of this.text.folded.slice(offices.start, offices.end).split('、')) {
      const mentions = this.mentionsIn({ start, end: start + part.length });
      const deepest = mentions.toSorted((a, b) => rank(b) - rank(a))[0];
      const municipality = mentions.some(({ province }) => province?.kind === 'municipality');
      const named = deepest?.level === 'province' && municipality ? null : (deepest?.level ?? null);
      const level =
        levelOfOffice(part, named, municipality) ?? (deepest?.level === 'province' ? ('provincial' as const) : null);
      if (level !== null) levels.add(level);
      start += part.length + 1;
    }
    const [only] = levels;
    return levels.size === 1 ? (only ?? null) : null;
  }

  /** The units named in the offices, from the largest to the smallest where they stand together: 大同市平城区. */
  private placeOf(offices: Span): string | null {
    const mentions = this.mentionsIn(offices);
    const deepest = mentions.toSorted((a, b) => rank(b) - rank(a))[0];
    if (deepest === undefined) return null;
    let start = deepest.start;
    for (const each of mentions.toReversed()) if (each.end === start) start = each.start;
    return this.text.plain.slice(start, deepest.end);
  }

  private mentionsIn({ start, end }: Span): PlaceMention[] {
    return this.places.filter((mention) => mention.start >= start && mention.end <= end);
  }
}

function rank({ level }: PlaceMention): number {
  return level === 'county' ? 2 : level === 'prefecture' ? 1 : 0;
}

/** One familiar name and nothing else, 先生 and 女士 aside. */
function nameIn(folded: string): Span | null {
  const bare = folded.replace(/(?:先生|女士|同志)$/u, '').trim();
  if (bare === '习近平') return { start: 0, end: bare.length };
  if (bare.length === 4 && !COMPOUND.test(bare) && !bare.includes('·')) return null;
  if (bare.length < 2 || (bare.length > 4 && !/[·•‧]/u.test(bare)) || NOT_A_NAME.test(bare)) return null;
  if (lastOfficeEnd(bare) !== null) return null;
  const names = namesIn(bare);
  const [name] = names ?? [];
  if (names?.length !== 1 || name === undefined || !name.isFamiliar || name.end - name.start !== bare.length)
    return null;
  return name;
}

export function voiceOf(kind: Voice['kind']): Voice {
  return { kind, name: null, office: null, level: null, place: null };
}
