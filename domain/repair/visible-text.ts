import type { LanguageModel } from './language-model.ts';
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
  readonly #characters: string[] = [];
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

  /** The logarithm of the probability of the characters from `from` to `to` (offsets not before the origin) after `before`. */
  score(before: string, from: number, to: number): number {
    this.#extend(to);
    const first = this.#counts[from - this.#origin] ?? 0;
    const last = this.#counts[to - this.#origin] ?? 0;
    if (first >= last) return 0;
    const whole = (this.#sums[last] ?? 0) - (this.#sums[first + 1] ?? 0);
    return whole + this.#model.step(before, this.#characters[first] ?? '');
  }

  #extend(to: number): void {
    let at = this.#origin + this.#counts.length - 1;
    while (at < to) {
      const mark = this.#marks[this.#nextMark];
      if (mark?.start === at) {
        for (; at < mark.end; at++) this.#counts.push(this.#characters.length);
        this.#nextMark += 1;
        continue;
      }
      const character = this.#text.charAt(at);
      const before = this.#characters.at(-1);
      this.#sums.push((this.#sums.at(-1) ?? 0) + (before === undefined ? 0 : this.#model.step(before, character)));
      this.#characters.push(character);
      this.#counts.push(this.#characters.length);
      at += 1;
    }
  }
}
