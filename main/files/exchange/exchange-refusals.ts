import { Refusal } from '#domain/contract/answer.ts';

/** What a project is refused for: the file, the place in it, and what is wrong there. */
export function wrongProject(file: string, line: number | null, what: string): Refusal {
  const place = line === null ? '' : `, line ${line}`;
  return new Refusal(
    'invalid',
    'exchange-invalid',
    `${file}${place}: ${what.slice(0, 300)}. Nothing was imported: export it anew from the program it comes from.`.toWellFormed(),
    { file, line, what: what.slice(0, 300).toWellFormed() },
  );
}
