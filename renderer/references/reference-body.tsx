import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { ReferenceDivision, ReferenceText } from '#domain/contract/reference.ts';
import type { Span } from '#domain/text/span.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { useCategoryBook } from '../codebook/queries.ts';

interface ReferenceBodyProps {
  reference: ReferenceText;
  lang: string;
  /** Words to mark, in UTF-16 offsets, sorted and disjoint. */
  marks: readonly Span[];
  /** Start of the sentence that is looked at. */
  active: number | null;
  onSentence: (sentence: Span) => void;
  /** What stands at the head of a division, behind its title. */
  renderHead?: (division: ReferenceDivision) => ReactNode;
}

/** A reference text by its divisions; each sentence is a button, so that what takes it up is a key away. */
export const ReferenceBody = memo(function ReferenceBody(props: ReferenceBodyProps) {
  const { reference, lang, marks, active, onSentence, renderHead } = props;
  const { byId } = useCategoryBook();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active === null) return;
    body.current?.querySelector(`[data-start="${active}"]`)?.scrollIntoView({ block: 'center' });
  }, [active]);
  const first = reference.sentences[0]?.start;
  return (
    <div ref={body} className="reference-body" lang={lang}>
      {stretchesOf(reference).map(({ division, sentences }) => {
        const category = byId.get(division?.categoryId ?? '');
        const isHeaded = division?.kind === 'part' || division?.kind === 'item';
        return (
          <section
            key={division?.id ?? 'none'}
            className="reference-division"
            data-kind={division?.kind}
            style={categoryStyle(category?.colour)}
          >
            {division && renderHead?.(division)}
            {paragraphsOf(reference.text, sentences).map((paragraph) => (
              <p
                key={paragraph[0]?.start}
                className={isHeaded && paragraph[0]?.start === division.start ? 'reference-head' : undefined}
              >
                {paragraph.map((sentence) => (
                  <span
                    key={sentence.start}
                    role="button"
                    tabIndex={sentence.start === (active ?? first) ? 0 : -1}
                    className="reference-sentence"
                    data-start={sentence.start}
                    data-active={sentence.start === active || undefined}
                    onClick={() => onSentence(sentence)}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter' || event.key === ' ') {
                        event.preventDefault();
                        onSentence(sentence);
                      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                        event.preventDefault();
                        step(body.current, event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
                      }
                    }}
                  >
                    {marked(reference.text, sentence, marks)}
                  </span>
                ))}
              </p>
            ))}
          </section>
        );
      })}
    </div>
  );
});

/** The focus goes to the next sentence. */
function step(body: HTMLElement | null, from: HTMLElement, by: 1 | -1): void {
  const all = [...(body?.querySelectorAll<HTMLElement>('.reference-sentence') ?? [])];
  all[all.indexOf(from) + by]?.focus();
}

interface Stretch {
  division: ReferenceDivision | null;
  sentences: Span[];
}

/** The sentences by the innermost division they stand in. */
function stretchesOf({ divisions, sentences }: ReferenceText): Stretch[] {
  const stretches: Stretch[] = [];
  for (const sentence of sentences) {
    const division = divisions.findLast(({ start, end }) => start <= sentence.start && sentence.start < end) ?? null;
    const last = stretches.at(-1);
    if (last !== undefined && last.division === division) last.sentences.push(sentence);
    else stretches.push({ division, sentences: [sentence] });
  }
  return stretches;
}

function paragraphsOf(text: string, sentences: readonly Span[]): Span[][] {
  const paragraphs: Span[][] = [];
  for (const sentence of sentences) {
    const before = paragraphs.at(-1)?.at(-1);
    if (before !== undefined && !text.slice(before.end, sentence.start).includes('\n'))
      paragraphs.at(-1)?.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}

function marked(text: string, { start, end }: Span, marks: readonly Span[]): ReactNode {
  const parts: ReactNode[] = [];
  let reached = start;
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= end) continue;
    const from = Math.max(mark.start, reached);
    const to = Math.min(mark.end, end);
    if (from >= to) continue;
    if (from > reached) parts.push(text.slice(reached, from));
    parts.push(
      <mark key={from} className="taken-up">
        {text.slice(from, to)}
      </mark>,
    );
    reached = to;
  }
  parts.push(text.slice(reached, end));
  return parts;
}
