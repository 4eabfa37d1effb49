import { correctionTitles, stateTitles } from '../../../shared/features/inspections/states.ts';
import type { InspectionLine } from './inspections.queries.ts';

/** Where an inspection is, the correction beside it included. */
export function stateText({ state, correction }: Pick<InspectionLine, 'state' | 'correction'>): string {
  return correction === null ? stateTitles[state] : `${stateTitles[state]}，更正${correctionTitles[correction]}`;
}
