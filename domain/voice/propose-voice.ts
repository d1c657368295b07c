import type { Voice } from '../contract/values.ts';
import { findPlaces } from '../gazetteer/find-places.ts';
import { type Span, spanContains } from '../text/span.ts';
import { type Quotation, quotationAround, quotationsOf } from './quotations.ts';
import { type Speaker, SpeakerReader, voiceOf } from './speaker.ts';
import { readSpeech, type SpeechText } from './speech-text.ts';
import { type SpeechVerb, speechVerbsOf } from './speech-verbs.ts';

export type VoiceEvidenceKind = 'speaker' | 'verb' | 'quotation' | 'introduction' | 'narration';

/** Words from which a voice was concluded; UTF-16 offsets of the text. */
export interface VoiceEvidence extends Span {
  what: VoiceEvidenceKind;
}

export interface VoiceProposal {
  voice: Voice;
  /** `certain`: a quotation right beside a verb of speaking and its speaker, who is named. Else `likely`. */
  confidence: 'certain' | 'likely';
  /** In the order of the text; never empty. */
  evidence: readonly VoiceEvidence[];
}

interface Statement {
  phrase: Span;
  verb: SpeechVerb;
  speaker: Speaker | null;
  within: Quotation | null;
}

type Found = Pick<VoiceProposal, 'voice' | 'confidence'> & { evidence: VoiceEvidence[] };

const BREAK = /[。！？!?;；\n,:“”‘’「」『』"…]/u;
const SENTENCE_END = /[。！？!?\n]/u;
const NARRATION = /记者(?:们)?(?:(?:在|从)[^,。]{1,30}?)?(?:看到|了解到|发现|注意到|走进|来到|获悉|见到|采访了)/u;
/** UTF-16 units between the marks: a speech without any other mark, and a term with both of its marks. */
const SHORTEST_SPEECH = 8;
const LONGEST_TERM = 12;

/**
 * Proposes who speaks in spans of one text, which is read once: from quotation marks of both scripts with verbs of
 * speaking and their subjects before, between and after them; from reported speech in the same sentence; from the
 * Decision or the plenum cited; from words in which the reporter tells what was seen. Says nothing where nothing of that
 * stands: a speaker's name, office and place are always words of the text. Nothing is stored.
 */
export function voiceReader(text: string): (span: Span) => VoiceProposal | null {
  const reader = new VoiceReader(readSpeech(text));
  return (span) => reader.propose(span);
}

/** As `voiceReader`, for one span (UTF-16 offsets of the text). */
export function proposeVoice(text: string, span: Span): VoiceProposal | null {
  return voiceReader(text)(span);
}

class VoiceReader {
  private readonly text: SpeechText;
  private readonly quotations: readonly Quotation[];
  private readonly quotationAt: ReadonlyMap<number, Quotation>;
  private readonly quotationTo: ReadonlyMap<number, Quotation>;
  private readonly speakers: SpeakerReader;
  private readonly statements: readonly Statement[];

  constructor(text: SpeechText) {
    this.text = text;
    this.quotations = quotationsOf(text.plain);
    this.quotationAt = new Map(this.quotations.map((each) => [each.start, each]));
    this.quotationTo = new Map(this.quotations.map((each) => [each.end, each]));
    this.speakers = new SpeakerReader(text, findPlaces(text.plain));
    this.statements = speechVerbsOf(text.folded).map((verb) => this.statementOf(verb));
  }

  propose(original: Span): VoiceProposal | null {
    const span = { start: this.text.offsetOf(original.start), end: this.text.offsetOf(original.end) };
    if (span.start >= span.end) return null;
    const found =
      this.quoted(span) ?? this.whole(span) ?? this.reported(span) ?? this.deployed(span) ?? this.told(span);
    if (found === null) return null;
    const evidence = found.evidence
      .map(({ what, ...words }) => ({ what, ...this.text.spanOf(words) }))
      .toSorted((a, b) => a.start - b.start);
    return { voice: found.voice, confidence: found.confidence, evidence };
  }

  private statementOf(verb: SpeechVerb): Statement {
    const phrase = { start: this.phraseStart(verb.start), end: verb.start };
    return { phrase, verb, speaker: this.speakers.read(phrase), within: quotationAround(this.quotations, verb) };
  }

  /** Back to the clause mark before; a term in quotation marks, such as the name of an office, is passed over. */
  private phraseStart(end: number): number {
    const { folded } = this.text;
    let start = end;
    while (start > 0) {
      const term = this.quotationTo.get(start);
      if (
        term !== undefined &&
        term.end - term.start <= LONGEST_TERM &&
        !BREAK.test(folded.slice(term.start + 1, start - 1))
      ) {
        start = term.start;
      } else if (BREAK.test(folded.charAt(start - 1))) break;
      else start -= 1;
    }
    return start;
  }

  /** Inside a quotation that is someone's speech, or that quotation itself. */
  private quoted(span: Span): Found | null {
    for (const quotation of this.quotations) {
      if (quotation.start > span.start) return null;
      if (quotation.end < span.end) continue;
      const found = this.speechOf(quotation);
      if (found !== null) return found;
    }
    return null;
  }

  private speechOf(quotation: Quotation): Found | null {
    const { folded } = this.text;
    const around = this.statements.filter(({ within }) => within === quotation.within);
    const marks: VoiceEvidence = { start: quotation.start, end: quotation.end, what: 'quotation' };
    const opening = around.findLast(
      ({ verb }) => verb.end <= quotation.start && /^[:,\s]*$/u.test(folded.slice(verb.end, quotation.start)),
    );
    if (opening !== undefined) return this.said(opening, [marks], 'certain');
    if (this.mayBeSpeech(quotation)) {
      const closing = around.find(({ phrase }) => {
        const between = folded.slice(quotation.end, phrase.start);
        return phrase.start >= quotation.end && /^[,\s]*$/u.test(between);
      });
      if (closing !== undefined && closing.speaker !== null) return this.said(closing, [marks], 'certain');
    }
    const named = this.namedBefore(quotation);
    if (named !== null) return this.said(named, [marks], 'likely');
    const continued = around.findLast(
      ({ verb }) => verb.end <= quotation.start && /^。\s*$/u.test(folded.slice(verb.end, quotation.start)),
    );
    if (continued !== undefined) return this.said(continued, [marks], 'likely');
    return null;
  }

  /** 王某某：“…” */
  private namedBefore(quotation: Quotation): Statement | null {
    const { folded } = this.text;
    const colon = quotation.start - 1;
    if (folded.charAt(colon) !== ':') return null;
    const phrase = { start: this.phraseStart(colon), end: colon };
    const speaker = this.speakers.read(phrase);
    if (speaker === null || (speaker.who === 'voice' && speaker.voice.name === null)) return null;
    const verb = { start: colon, end: colon + 1, reports: false };
    return { phrase, verb, speaker, within: quotation.within };
  }

  /** A slogan or a term in quotation marks is part of the sentence around it. */
  private mayBeSpeech({ start, end }: Quotation): boolean {
    const { folded } = this.text;
    if (/[。！？，…,!?]/u.test(folded.charAt(end - 2))) return true;
    const begins = start === 0 || BREAK.test(folded.charAt(start - 1));
    return begins && (end - start >= SHORTEST_SPEECH + 2 || /[,。！？]/u.test(folded.slice(start, end)));
  }

  /** A passage that holds what is said together with who says it, and no one else. */
  private whole(span: Span): Found | null {
    const within = quotationAround(this.quotations, span);
    const inside = this.statements.filter(
      (each) =>
        each.speaker !== null &&
        each.within === within &&
        spanContains(span, { start: each.phrase.start, end: each.verb.end }),
    );
    const [first] = inside;
    if (first === undefined || inside.some(({ verb }) => !verb.reports && verb !== first.verb)) return null;
    const found = this.said(first, [], 'likely');
    if (found === null) return null;
    if (inside.some((each) => !sameVoice(this.said(each, [], 'likely')?.voice, found.voice))) return null;
    const opened = this.quotations.find(({ start, end }) => start === span.start && end <= first.phrase.start);
    if (opened !== undefined && this.mayBeSpeech(opened)) return found;
    const lead = this.text.folded.slice(span.start, first.verb.end);
    return first.verb.reports && !BREAK.test(lead) && !this.endsSentence({ start: first.verb.end, end: span.end - 1 })
      ? found
      : null;
  }

  /** After a verb of speaking in the same sentence, without quotation marks of its own. */
  private reported(span: Span): Found | null {
    const before = this.statements.filter(
      ({ verb, within, speaker }) =>
        verb.end <= span.start &&
        (within === null || spanContains(within, span)) &&
        (verb.reports || (speaker?.who === 'voice' && speaker.voice.kind === 'decision')) &&
        (speaker !== null || BREAK.test(this.text.folded.charAt(verb.end))),
    );
    const last = before.at(-1);
    if (last === undefined || this.endsSentence({ start: last.verb.end, end: span.end - 1 })) return null;
    return this.said(last, [], 'likely');
  }

  /** 《決定》從……等方面作出部署 */
  private deployed(span: Span): Found | null {
    const { folded } = this.text;
    let start = span.start;
    while (start > 0 && !SENTENCE_END.test(folded.charAt(start - 1))) start -= 1;
    let end = span.end;
    while (end < folded.length && !SENTENCE_END.test(folded.charAt(end))) end += 1;
    const sentence = folded.slice(start, end);
    const subject = /(?:《决定》|(?<![一-龥])全会)(?=从|就|对|围绕|把|将)/u.exec(sentence);
    const verb = /(?:作出|作了)[^,。]{0,16}(?:部署|安排|设计)/u.exec(sentence);
    if (subject === null || verb === null) return null;
    const speaker = this.speakers.read({ start, end: start + subject.index + subject[0].length });
    if (speaker?.who !== 'voice' || speaker.voice.kind !== 'decision') return null;
    if (span.start < speaker.span.end || span.end > start + verb.index + verb[0].length) return null;
    return {
      voice: speaker.voice,
      confidence: 'likely',
      evidence: [
        { ...speaker.span, what: 'speaker' },
        { start: start + verb.index, end: start + verb.index + verb[0].length, what: 'verb' },
      ],
    };
  }

  /** What the reporter saw or learnt, in a sentence in which no one else speaks. */
  private told(span: Span): Found | null {
    const { folded } = this.text;
    if (this.quotations.some((each) => each.start <= span.start && span.end <= each.end && this.mayBeSpeech(each))) {
      return null;
    }
    let start = span.start;
    while (start > 0 && !SENTENCE_END.test(folded.charAt(start - 1))) start -= 1;
    let end = span.end;
    while (end < folded.length && !SENTENCE_END.test(folded.charAt(end - 1))) end += 1;
    const words = NARRATION.exec(folded.slice(start, end));
    if (words === null || folded.slice(start, end).includes('告诉记者')) return null;
    if (this.endsSentence({ start: span.start, end: span.end - 1 })) return null;
    const at = start + words.index;
    return {
      voice: voiceOf('journalist'),
      confidence: 'likely',
      evidence: [{ start: at, end: at + words[0].length, what: 'narration' }],
    };
  }

  /** Whether a sentence ends in a stretch; what stands in quotation marks counts only when it closes one. */
  private endsSentence({ start, end }: Span): boolean {
    const { folded } = this.text;
    for (let at = start; at < end; at++) {
      const quotation = this.quotationAt.get(at);
      if (quotation !== undefined && quotation.end <= end) {
        at = quotation.end - 1;
        if (/[。！？!?]/u.test(folded.charAt(quotation.end - 2))) return true;
      } else if (SENTENCE_END.test(folded.charAt(at))) return true;
    }
    return false;
  }

  private said({ speaker, verb }: Statement, more: VoiceEvidence[], best: Found['confidence']): Found | null {
    if (speaker === null) return null;
    const evidence: VoiceEvidence[] = [
      { ...speaker.span, what: 'speaker' },
      { start: verb.start, end: verb.end, what: 'verb' },
      ...more,
    ];
    if (speaker.who === 'voice') {
      const { voice } = speaker;
      const confidence = voice.name === null && voice.kind !== 'decision' ? 'likely' : best;
      return { voice, confidence, evidence };
    }
    const known = this.introduced(speaker);
    if (known === null) return null;
    return {
      voice: known.voice,
      confidence: 'likely',
      evidence: [{ ...known.span, what: 'introduction' }, ...evidence],
    };
  }

  /** Who a name alone, or 他 in the same paragraph, means: the one who was introduced before; null when that may be several. */
  private introduced(speaker: Exclude<Speaker, { who: 'voice' }>): Extract<Speaker, { who: 'voice' }> | null {
    const paragraph = this.text.plain.lastIndexOf('\n', speaker.span.start) + 1;
    const before = this.statements
      .flatMap((each) => (each.speaker?.who === 'voice' && each.speaker.voice.name !== null ? [each.speaker] : []))
      .filter(({ span }) => span.end <= speaker.span.start);
    const candidates =
      speaker.who === 'name'
        ? before.filter(({ voice }) => voice.name === speaker.name)
        : before.filter(({ span }) => span.start >= paragraph);
    const [first] = candidates;
    if (first === undefined || candidates.some(({ voice }) => !sameVoice(voice, first.voice))) return null;
    return first;
  }
}

function sameVoice(a: Voice | undefined, b: Voice): boolean {
  return a !== undefined && a.kind === b.kind && a.name === b.name && a.office === b.office;
}
