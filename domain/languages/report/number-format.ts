const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A whole number with a comma between thousands, as in `12,345`. */
export function groupThousands(value: number): string {
  return grouped.format(value);
}

/** A share (0 to 1) as a percentage with one decimal, as in `12.3%`. */
export function percent(value: number): string {
  return tenths.format(value);
}
