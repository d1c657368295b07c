import { v5 } from 'uuid';

const NAMESPACE = '6f0c3f2e-6b0a-5d51-9c0b-2f4f7a5b9e11';
const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
const RFC = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A GUID as files write it, braced or not and in either case, in small letters without braces; null for anything else. */
export function readGuid(written: string): string | null {
  const trimmed = written.trim();
  if (trimmed.startsWith('{') !== trimmed.endsWith('}')) return null;
  return GUID.exec(trimmed)?.[1]?.toLowerCase() ?? null;
}

/** Whether a GUID is a UUID by RFC 9562, as every id of a corpus is. */
export function isCorpusId(guid: string): boolean {
  return RFC.test(guid);
}

/** The GUID of something that has no id of its own, the same each time (UUIDv5 of a name). */
export function derivedGuid(...name: readonly string[]): string {
  return v5(name.join('\n'), NAMESPACE);
}
