import type { LocalDate } from '../../kernel/local-date.ts';

/** Refusals that several rooms of 信用监管 share. */
interface StepRefusals {
  /** The step is not the next one; `due` is what is to be done instead, null where nothing is left. */
  STEP_NOT_DUE: { readonly step: string; readonly due: string | null };
  /** Nobody decides on his own proposal. */
  OWN_PROPOSAL: { readonly what: string; readonly name: string };
  DAY_NOT_YET: { readonly what: string; readonly on: LocalDate };
  /** A step's day lies before the step it follows. */
  DAY_BEFORE: { readonly what: string; readonly on: LocalDate; readonly after: string; readonly afterOn: LocalDate };
  /** The office's pack does not have it. */
  NOT_IN_PACK: { readonly what: string };
}

/** Why a step of 信用监管 is not taken. */
export interface SupervisionRefusals extends StepRefusals {}
