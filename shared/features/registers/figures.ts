import type { LocalDate } from '../../kernel/local-date.ts';

/** One figure of a summary, with the list it was counted in. */
export interface Figure {
  /** `inspections-published`; what drafts ask for it by. */
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  /** The list on the screen that shows what was counted. */
  readonly source: { readonly title: string; readonly path: string };
  /** Tells the risk class: only in internal summaries. */
  readonly isInternal: boolean;
}

/** The figures of a period over some enterprises, and the texts that go with them. */
export interface Figures {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly asOf: LocalDate;
  readonly list: readonly Figure[];
}

/** A figure by its id; null where it was not counted. */
export function figureValue({ list }: Pick<Figures, 'list'>, id: string): number | null {
  return list.find((figure) => figure.id === id)?.value ?? null;
}
