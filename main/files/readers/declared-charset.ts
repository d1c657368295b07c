/** Bytes of the beginning in which a page declares its charset; browsers look at 1,024. */
const LOOKED_AT = 4096;

/** The charset that an HTML page or an XML file says it is in, if any. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const beginning = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:-]{2,40})/i.exec(beginning)?.[1] ??
    /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:-]{2,40})/.exec(beginning)?.[1]
  );
}
