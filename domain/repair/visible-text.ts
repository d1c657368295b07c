import { contextAfter, type LanguageModel } from './language-model.ts';
import type { PinyinMark } from './pinyin-mark.ts';

/** How probable a damaged text is as it stands, from one offset on, pinyin marks left out. */
export class VisibleText {
  readonly #text: string;
  readonly #model: LanguageModel;
  readonly #origin: number;
  readonly #marks: readonly PinyinMark[];
  #nextMark: number;
  /** Per character read so far: the sum of the steps up to and with it. */
  readonly #sums: number[] = [0];
  readonly #codes: number[] = [];
  #context = 0;
  /** For each offset from the origin: how many characters begin before it. */
  readonly #counts: number[] = [0];

  constructor(text: string, marks: readonly PinyinMark[], model: LanguageModel, origin: number) {
    this.#text = text;
    this.#model = model;
    this.#origin = origin;
    this.#marks = marks;
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[middle]?.start ?? 0) < origin) low = middle + 1;
      else high = middle;
    }
    this.#nextMark = low;
  }

  /** The logarithm of the probability of the characters from `from` to `to` (offsets not before the origin) in a context. */
  score(before: number, from: number, to: number): number {
    this.#extend(to);
    const first = this.#counts[from - this.#origin] ?? 0;
    const last = this.#counts[to - this.#origin] ?? 0;
    if (first >= last) return 0;
    const one = this.#codes[first] ?? 0;
    const start = this.#model.step(before, one);
    if (first + 1 >= last) return start;
    const whole = (this.#sums[last] ?? 0) - (this.#sums[first + 2] ?? 0);
    return start + this.#model.step(contextAfter(before, one), this.#codes[first + 1] ?? 0) + whole;
  }

  #extend(to: number): void {
    let at = this.#origin + this.#counts.length - 1;
    while (at < to) {
      const mark = this.#marks[this.#nextMark];
      if (mark?.start === at) {
        for (; at < mark.end; at++) this.#counts.push(this.#codes.length);
        this.#nextMark += 1;
        continue;
      }
      const code = this.#text.charCodeAt(at);
      const step = this.#codes.length === 0 ? 0 : this.#model.step(this.#context, code);
      this.#sums.push((this.#sums.at(-1) ?? 0) + step);
      this.#context = contextAfter(this.#context, code);
      this.#codes.push(code);
      this.#counts.push(this.#codes.length);
      at += 1;
    }
  }
}
