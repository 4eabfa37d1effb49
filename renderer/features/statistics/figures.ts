/** Millionths as a figure of two decimals. */
export function ofMillion(millionths: number): number {
  return Math.round(millionths / 10_000) / 100;
}

/** A figure of two decimals. */
export function rounded(figure: number): number {
  return Math.round(figure * 100) / 100;
}
