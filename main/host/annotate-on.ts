import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { v7 as uuidv7 } from 'uuid';
import type { ArticleText } from '#domain/contract/article.ts';
import { Host } from './host.ts';

// usage: node annotate-on.ts DATA_FOLDER FILE ARTICLE CATEGORY; annotates without end, several at a time, and prints each
// id once its answer has come. For the test that kills it.
const [data, file, articleId, categoryId] = process.argv.slice(2);
if (data === undefined || file === undefined) throw new TypeError('DATA_FOLDER and FILE are missing');
const host = new Host(data, { kind: 'command-line', dialogs: null, addressOf: null });
await host.openFile(file);
const article = await host.send('article.get', { articleId });
if (!article.ok) throw new Error(article.error.message);
const { text, revisionId } = article.value as ArticleText;
// Who is killed writes none at the end; the next one starts faster with it.
flushCompileCache();

async function annotate(): Promise<void> {
  for (let at = 0; ; at = (at + 7) % (text.length - 20)) {
    const id = uuidv7();
    const span = { start: at, end: at + 3 + (at % 17) };
    const exact = text.slice(span.start, span.end);
    const links = [{ id: uuidv7(), categoryId, relation: null }];
    const answer = await host.send('annotation.create', { id, articleId, revisionId, span, exact, note: exact, links });
    if (!answer.ok) throw new Error(answer.error.message);
    writeSync(1, `${id}\n`);
  }
}

await Promise.all([annotate(), annotate(), annotate()]);
