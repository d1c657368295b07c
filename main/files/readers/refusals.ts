import { Refusal } from '#domain/contract/answer.ts';

const MEGABYTE = 1024 * 1024;

export function tooLarge(file: string, bytes: number, allowed: number): Refusal {
  const megabytes = Math.round(bytes / MEGABYTE);
  return new Refusal(
    'invalid',
    'file-too-large',
    `${file} has ${megabytes} MB; up to ${Math.round(allowed / MEGABYTE)} MB can be read: cut it into parts.`,
    { file, megabytes },
  );
}

export function tooComplex(file: string, what: string): Refusal {
  return new Refusal(
    'invalid',
    'file-too-complex',
    `${file} ${what}: it is damaged or made to do harm. Save its text in a plain file and import that.`,
    { file },
  );
}

export function isProtected(file: string): Refusal {
  return new Refusal(
    'invalid',
    'file-protected',
    `${file} is protected by a password: open it, save it without one, and import it again.`,
    { file },
  );
}

export function isDamaged(file: string, cause?: unknown): Refusal {
  const because = cause instanceof Error ? ` (${cause.message.split('\n', 1)[0]?.slice(0, 200)})` : '';
  return new Refusal(
    'invalid',
    'file-damaged',
    `${file} is damaged and cannot be read${because}: get a whole copy of it.`,
    { file },
  );
}

export function isScan(file: string): Refusal {
  return new Refusal(
    'invalid',
    'file-no-text',
    `${file} holds pictures of pages and no text: run text recognition on it first.`,
    { file },
  );
}

export function isEmpty(file: string): Refusal {
  return new Refusal('invalid', 'file-empty', `${file} contains no text.`, { file });
}

export function unknownFormat(file: string, advice: string): Refusal {
  return new Refusal('invalid', 'format-unknown', `${file} is of a kind that cannot be read: ${advice}.`, { file });
}

export function unknownEncoding(file: string): Refusal {
  return new Refusal(
    'invalid',
    'encoding-unknown',
    `${file} is no text in UTF-8, UTF-16, GB 18030 or Big5: save it as UTF-8 and import it again.`,
    { file },
  );
}

export function withoutTextColumn(file: string, columns: readonly string[]): Refusal {
  return new Refusal(
    'invalid',
    'table-without-text',
    `${file} has no column named 正文, content or text (it has ${columns.slice(0, 20).join(', ').slice(0, 200)}): name the column that holds the articles.`,
    { file, columns: columns.slice(0, 100) },
  );
}

/** Runs a library over bytes from outside: whatever it throws says that they are damaged. */
export async function readingOf<T>(file: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw isDamaged(file, error);
  }
}
