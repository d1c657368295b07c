import MarkdownIt from 'markdown-it';
import { readHtmlText } from './html-text.ts';
import { limits } from './limits.ts';
import { readingOf, tooComplex } from './refusals.ts';

// A line end is kept: researchers write one paragraph a line, and joining them would lose where they ended.
const markdown = new MarkdownIt({ html: true, breaks: true, linkify: false, typographer: false });
// The parser drops what stands deeper without a word, so it looks one level further than is allowed.
markdown.set({ maxNesting: limits.markdownDepth + 1 });

/** The text of a Markdown file as a reader sees it, its marks taken away and the numbers of its lists kept. */
export async function readMarkdown(name: string, source: string): Promise<{ text: string; title: string | null }> {
  if (source.length > limits.markdownLength) throw tooComplex(name, 'is too long for a Markdown file');
  const html = await readingOf(name, () => {
    const tokens = markdown.parse(source, {});
    for (const token of tokens) {
      const inside = token.children?.some((child) => token.level + child.level >= limits.markdownDepth) ?? false;
      if (inside || token.level >= limits.markdownDepth) {
        throw tooComplex(name, `nests more than ${limits.markdownDepth} levels`);
      }
    }
    return markdown.renderer.render(tokens, markdown.options, {});
  });
  const { text, headings } = readHtmlText(name, html, true);
  return { text, title: headings[0] ?? null };
}
