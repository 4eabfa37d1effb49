import type { PastLine } from './inspections.queries.ts';

/** The row of the file it came from, or who entered it by hand. */
export function sourceText({ batch, enteredBy }: Pick<PastLine, 'batch' | 'enteredBy'>): string {
  return batch === null ? `${enteredBy}登记` : `${batch.fileName} 第${batch.row}行`;
}
