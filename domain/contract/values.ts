import { z } from 'zod';

/** UUID of any version, in small letters; new ones are UUIDv7, made by the client. */
export const id = z.uuid().toLowerCase();
/** A token that the host gave out: a grant, a recent corpus, a backup, a finished file. */
export const token = z.string().min(1).max(200);
/** An instant in UTC, ISO 8601 with milliseconds. */
export const instant = z.iso.datetime();
/** A row's version: 1 when made, one more at every change. */
export const version = z.int().min(1);
/** Half-open, in UTF-16 text offsets of the revision it goes with. */
export const span = z.strictObject({ start: z.int().min(0), end: z.int().min(1) });
export const nothing = z.strictObject({});
export const shortText = z.string().max(500);
export const name = z.string().trim().min(1).max(200);
export const note = z.string().max(100_000);
export const language = z.enum(['zh-Hant', 'zh-Hans', 'en']);
export type Language = z.infer<typeof language>;

export const relation = z.enum(['verbatim', 'adapted', 'local', 'mention']);
export type Relation = z.infer<typeof relation>;
export const voiceKind = z.enum(['journalist', 'decision', 'official', 'citizen', 'unattributed']);
export type VoiceKind = z.infer<typeof voiceKind>;
export const officeLevel = z.enum(['central', 'provincial', 'prefectural', 'county', 'township', 'grassroots']);
export type OfficeLevel = z.infer<typeof officeLevel>;
/** Who speaks; the name, office, level and place are those of a named speaker and may be unknown (null). */
export const voice = z.strictObject({
  kind: voiceKind,
  name: shortText.nullable(),
  office: shortText.nullable(),
  level: officeLevel.nullable(),
  place: shortText.nullable(),
});
export type Voice = z.infer<typeof voice>;
export const annotationStatus = z.enum(['draft', 'settled', 'doubtful']);
export type AnnotationStatus = z.infer<typeof annotationStatus>;
export const codingState = z.enum(['not-begun', 'in-progress', 'complete']);
export type CodingState = z.infer<typeof codingState>;
export const role = z.enum(['title', 'subhead', 'body', 'caption', 'byline', 'source', 'editor', 'boilerplate']);
export const script = z.enum(['hant', 'hans', 'mixed']);
export const origin = z.enum(['hand', 'suggestion', 'search', 'import']);
/** A plain date as precisely as it is known: `2024`, `2024-08` or `2024-08-05`. */
export const plainDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  // A failed pattern does not keep the refinement from running.
  .refine((value) => value.length !== 10 || isDay(value), 'there is no such day');

function isDay(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
