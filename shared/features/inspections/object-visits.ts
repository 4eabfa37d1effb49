import type { LocalDate } from '../../kernel/local-date.ts';
import type { PastInspection } from './past-inspections.ts';
import { resultSentence, resultTitles } from './results.ts';
import { stateTitles } from './states.ts';
import type { InspectionRow } from './views.ts';

/** An inspection as the timeline of its object shows it: drawn here, or made before or by others. */
export interface ObjectVisit {
  readonly key: string;
  /** The day of the inspection; of one not made yet, the day planned or the day it was drawn. */
  readonly on: LocalDate;
  readonly item: string;
  readonly department: string;
  readonly people: readonly string[];
  /** The result, else how far it is. */
  readonly result: string;
  /** Number of the task or of the document. */
  readonly number: string;
  readonly kind: 'drawn' | 'past';
  /** Where it is dealt with. */
  readonly path: string;
}

/** Newest first; what was revoked is left out. */
export function objectVisits(
  drawn: readonly (InspectionRow & { readonly openedOn: LocalDate })[],
  past: readonly PastInspection[],
  ownDepartment: string,
): readonly ObjectVisit[] {
  const visits = [
    ...drawn.map((row): ObjectVisit => visitOf(row, ownDepartment)),
    ...past.filter(({ revoked }) => revoked === null).map(pastVisit),
  ];
  return visits.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

function visitOf(row: InspectionRow & { readonly openedOn: LocalDate }, department: string): ObjectVisit {
  const { id, completedOn, inspectOn, openedOn, taskTitle, taskNumber, team, result, problems, state } = row;
  return {
    key: `drawn-${id}`,
    on: completedOn ?? inspectOn ?? openedOn,
    item: taskTitle,
    department,
    people: team,
    result: result === null ? stateTitles[state] : resultSentence({ result, problems }),
    number: taskNumber,
    kind: 'drawn',
    path: `/inspections?open=${id}`,
  };
}

function pastVisit(one: PastInspection): ObjectVisit {
  return {
    key: `past-${one.id}`,
    on: one.inspectedOn,
    item: one.itemName,
    department: one.department,
    people: one.team.map(({ name }) => name),
    result: resultTitles[one.result],
    number: one.documentNumber,
    kind: 'past',
    path: `/inspections/past?open=${one.id}`,
  };
}
