import type { BenchHighlight, BenchProgram } from './program.ts';

/** What a run in the page answers, in milliseconds. */
export interface PageFigures {
  /** From the highlights handed over, the text being laid out, to the frame after the one that painted them. */
  paint: number;
  add: number;
  /** Times between frames while the text scrolls. */
  frames: number[];
}

export interface PageTask {
  program: 'ours' | 'CSS_HIGHLIGHTS' | 'SPANS';
  text: string;
  highlights: BenchHighlight[];
  added: BenchHighlight;
  /** When in a frame the highlights are handed over, in milliseconds after its beginning. */
  phase: number;
}

declare global {
  interface Window {
    runBench(task: PageTask): Promise<PageFigures>;
  }
}

const SCROLL_FRAMES = { least: 20, most: 150, milliseconds: 2_500 };
/** CSS pixels a frame: a quick turn of the wheel. */
const SCROLL_STEP = 60;
const TIMEOUT_MILLISECONDS = 60_000;

window.runBench = async ({ program, text, highlights, added, phase }) => {
  const into = document.getElementById('text');
  if (into === null) throw new Error('the page has no place for the text');
  const reader = await load(program);
  reader.showText(text, into);
  await until(() => into.textContent.length > 0);
  await document.fonts.ready;
  reader.prepare([...highlights, added]);
  await settle();

  const visible = visibleHighlights(highlights);
  const paint = await timed(
    phase,
    () => reader.paint(highlights),
    () => reader.hasAny(),
    () => visible.every(({ id }) => reader.has(id)),
  );
  await settle();
  const add = await timed(
    phase,
    () => reader.add(added),
    () => reader.has(added.id),
    () => true,
  );
  await settle();
  return { paint, add, frames: await scroll() };
};

async function load(program: PageTask['program']): Promise<BenchProgram> {
  if (program === 'ours') return (await import('./ours.tsx')).ourReader();
  return (await import('./peer.ts')).peerReader(program);
}

/** Runs and waits for the frame that paints; answers when the frame after it begins. */
async function timed(phase: number, run: () => void, painted: () => boolean, complete: () => boolean): Promise<number> {
  await nextFrame();
  await new Promise((resolve) => setTimeout(resolve, phase));
  performance.mark('handed-over');
  const started = performance.now();
  run();
  await until(painted);
  await nextFrame();
  const figure = performance.now() - started;
  if (!complete()) throw new Error('not all visible highlights were painted');
  return figure;
}

async function scroll(): Promise<number[]> {
  const frames: number[] = [];
  let direction = 1;
  let last = await nextFrame();
  const until = last + SCROLL_FRAMES.milliseconds;
  for (let frame = 0; frame < SCROLL_FRAMES.most && (frame < SCROLL_FRAMES.least || last < until); frame++) {
    const before = window.scrollY;
    window.scrollBy({ top: direction * SCROLL_STEP, behavior: 'instant' });
    if (window.scrollY === before) direction = -direction;
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/** Highlights of which the window shows a character. */
function visibleHighlights(highlights: readonly BenchHighlight[]): BenchHighlight[] {
  let start = 0;
  const shown: { start: number; end: number }[] = [];
  for (const paragraph of document.querySelectorAll('#text p')) {
    const end = start + paragraph.textContent.length;
    const { top, bottom } = paragraph.getBoundingClientRect();
    if (top >= 0 && bottom <= window.innerHeight) shown.push({ start, end });
    start = end + 1;
  }
  return highlights.filter((highlight) =>
    shown.some((span) => highlight.start >= span.start && highlight.end <= span.end),
  );
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}

/** Looks after each frame, when its rendering is done. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MILLISECONDS;
  while (true) {
    await nextFrame();
    await afterFrame();
    if (condition()) return;
    if (performance.now() > deadline) throw new Error('nothing was painted');
  }
}

function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', () => resolve(), { once: true });
    channel.port1.start();
    channel.port2.postMessage(null);
  });
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  await nextFrame();
}
