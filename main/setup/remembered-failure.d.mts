/**
 * A download that failed is not tried again for a day, so that it does not delay each start.
 * @param {string} root
 * @param {string} what names the attempt and its version
 * @param {() => number} [now] milliseconds
 */
export declare function rememberedFailure(
  root: string,
  what: string,
  now?: () => number,
): {
  /** @returns {string | null} the reason of a failure less than a day old */
  find(): string | null;
  /** @param {string} reason */
  keep(reason: string): void;
  forget(): void;
};
