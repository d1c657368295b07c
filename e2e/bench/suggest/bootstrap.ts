const SAMPLES = 10_000;

/**
 * The 95 % interval of the mean of paired differences, by the percentile bootstrap (Efron 1979) over groups, such as the
 * sentences of an article, drawn whole. The draws are the same at every call.
 */
export function bootstrapInterval(groups: readonly (readonly number[])[]): [number, number] {
  const sums = groups.map((group) => group.reduce((sum, value) => sum + value, 0));
  let state = 20240718;
  // A linear congruential generator (Numerical Recipes), its high bits.
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * groups.length);
  };
  const means = Array.from({ length: SAMPLES }, () => {
    let [sum, count] = [0, 0];
    for (let each = 0; each < groups.length; each++) {
      const at = draw();
      sum += sums[at] ?? 0;
      count += groups[at]?.length ?? 0;
    }
    return sum / Math.max(1, count);
  }).toSorted((a, b) => a - b);
  return [means[Math.floor(SAMPLES * 0.025)] ?? 0, means[Math.ceil(SAMPLES * 0.975) - 1] ?? 0];
}
