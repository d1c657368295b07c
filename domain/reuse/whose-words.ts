import { paragraphIndexAt, paragraphsOf } from '../text/paragraphs.ts';
import type { Role } from '../text/roles.ts';
import type { Span } from '../text/span.ts';
import { voiceReader } from '../voice/propose-voice.ts';

/**
 * Whose words a passage is told in: the article's own, those of the Decision or the plenum where the text says that it cites
 * them ("全會提出…"), or a subhead's.
 */
export type WhoseWords = 'own' | 'cited' | 'subhead';

/** Reads a text once, with the roles of its paragraphs; spans in its UTF-16 offsets. */
export function readWhoseWords(text: string, roles: readonly Role[]): (passage: Span) => WhoseWords {
  const paragraphs = paragraphsOf(text);
  const voiceOf = voiceReader(text);
  return (passage) => {
    if (roles[paragraphIndexAt(paragraphs, passage.start)] === 'subhead') return 'subhead';
    return voiceOf(passage)?.voice.kind === 'decision' ? 'cited' : 'own';
  };
}
