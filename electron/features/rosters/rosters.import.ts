import { officerKey } from '../../../shared/features/rosters/check-officers.ts';
import type { ComparedRow } from '../../../shared/features/rosters/compare-objects.ts';
import { fieldText, labelOf } from '../../../shared/features/rosters/entries.ts';
import { type Conflict, conflictsOf, decisionOn, type Side } from '../../../shared/features/rosters/object-choices.ts';
import type { Problem } from '../../../shared/kernel/problems.ts';
import { maskIdCard } from '../../../shared/kernel/redact.ts';
import type { Staged } from '../../../shared/kernel/staging.ts';
import type { CheckedStage, ObjectStage, OfficerStage } from './import-stages.ts';

export interface StageCounts {
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly leftOut: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
}

/** Counts of a staged file; recusals are counted with the officers they came with. */
export function countsOf(stage: CheckedStage): StageCounts {
  if (stage.kind === 'objects') {
    const { rowsRead, added, updated, counts } = stage.checked;
    const { error: errors, warning: warnings, notice: notices } = counts;
    return { read: rowsRead, added, updated, leftOut: rowsRead - added - updated, errors, warnings, notices };
  }
  const tables: readonly Staged<unknown>[] = [stage.officers, stage.recusals];
  const rows = tables.flatMap((table) => table.rows);
  const read = tables.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
  const problems = officerProblems(stage);
  const of = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  const updated = rows.filter(({ update }) => update).length;
  return {
    read,
    added: rows.length - updated,
    updated,
    leftOut: read - rows.length,
    errors: of('error'),
    warnings: of('warning'),
    notices: of('notice'),
  };
}

/** Everything found in a staged file, errors first, then warnings, then notices; `limit` of them at most. */
export function problemsOf(stage: CheckedStage, limit = Number.POSITIVE_INFINITY): readonly Problem[] {
  if (stage.kind === 'objects') return firstOf(stage.problems, limit);
  const order: readonly Problem['severity'][] = ['error', 'warning', 'notice'];
  const problems = officerProblems(stage);
  return order.flatMap((severity) => problems.filter((problem) => problem.severity === severity)).slice(0, limit);
}

function officerProblems({ officers, recusals }: OfficerStage): readonly Problem[] {
  return [...officers.problems, ...recusals.problems];
}

export function unknownHeadingsOf(stage: CheckedStage): readonly string[] {
  return stage.kind === 'objects'
    ? stage.checked.unknownHeadings
    : [...stage.officers.unknownHeadings, ...stage.recusals.unknownHeadings];
}

/** A good row as a preview shows it. */
export interface StagedLine {
  readonly sheet: string;
  readonly row: number;
  readonly update: boolean;
  readonly name: string;
  /** Code and industry of an object, unit and certificate of an officer, object and reason of a recusal. */
  readonly facts: readonly string[];
}

/** What would be written, in the order of the file, `limit` of it at most. Identity card numbers are masked. */
export function stagedLines(stage: CheckedStage, limit: number): readonly StagedLine[] {
  if (stage.kind === 'objects') {
    return firstOf(stage.rows, limit).map(({ row, id, draft }) => ({
      sheet: stage.sheet,
      row,
      update: id !== null,
      name: draft.name,
      facts: [shownCode(draft), draft.industry, draft.status],
    }));
  }
  const officers = stage.officers.rows.map(({ sheet, row, update, draft }) => ({
    sheet,
    row,
    update,
    name: draft.name,
    facts: [draft.department, draft.certificate, draft.certificateUntil ?? ''],
  }));
  const recusals = stage.recusals.rows.map(({ sheet, row, update, draft }) => ({
    sheet,
    row,
    update,
    name: stage.officers.rows.find((one) => officerKey(one.draft) === draft.officer)?.draft.name ?? draft.officer,
    facts: [draft.object, draft.reason, draft.evidence],
  }));
  return [...officers, ...recusals].slice(0, limit);
}

function firstOf<T>(lines: Iterable<T>, limit: number): readonly T[] {
  const first: T[] = [];
  for (const line of lines) {
    if (first.length >= limit) break;
    first.push(line);
  }
  return first;
}

function shownCode({ kind, code }: ComparedRow['draft']): string {
  return kind === '自然人' ? maskIdCard(code) : code;
}

/** A field in which file and roster differ, as a reader sees it. */
export interface ConflictLine {
  readonly field: string;
  readonly label: string;
  readonly roster: string;
  readonly file: string;
  readonly side: Side;
}

/** A row that would change an entry. */
export interface UpdateLine {
  readonly row: number;
  readonly name: string;
  readonly code: string;
  readonly isMerge: boolean;
  readonly conflicts: readonly ConflictLine[];
}

/** The rows that would change an entry, as the choices stand, in the order of the file; the numbers are lines of the stage. */
export function changingLines({ checked, choices, rows }: ObjectStage): readonly number[] {
  const merged = checked.twins.filter((line) => decisionOn(choices, rows.at(line).row) === 'merge');
  const erasing = choices.blankErases ? checked.erasing : [];
  return [...checked.changing, ...erasing, ...merged].sort((a, b) => a - b);
}

export function updateLine({ checked, choices, rows }: ObjectStage, line: number): UpdateLine {
  const compared = rows.at(line);
  const { row, draft, twin } = compared;
  const isMerge = twin !== null && decisionOn(choices, row) === 'merge';
  return {
    row,
    name: draft.name,
    code: shownCode(draft),
    isMerge,
    conflicts: conflictsOf(compared, checked.filled, choices).map((conflict) => conflictLine(conflict, draft.kind)),
  };
}

function conflictLine({ field, roster, file, side }: Conflict, kind: string): ConflictLine {
  const isPerson = kind === '自然人';
  const [was, now] = [fieldText(field, roster, isPerson), fieldText(field, file, isPerson)];
  // Two numbers may look alike once their middle is hidden.
  return { field, label: labelOf(field), roster: was, file: was === now ? `${now}（中间几位不同）` : now, side };
}

/** A row that may be an entry of the roster under another code. */
export interface TwinLine {
  readonly row: number;
  readonly name: string;
  readonly code: string;
  readonly address: string;
  readonly principal: string;
  readonly why: 'name' | 'place';
  readonly existing: {
    readonly id: number;
    readonly name: string;
    readonly code: string;
    readonly address: string;
    readonly principal: string;
  };
  readonly decision: 'merge' | 'own' | 'leave';
  readonly reason: string;
}

export function twinLine({ choices, rows }: ObjectStage, line: number): TwinLine {
  const { row, draft, twin } = rows.at(line);
  if (twin === null) throw new Error(`line ${line} has no twin`);
  const { id, why, entry } = twin;
  return {
    row,
    name: draft.name,
    code: shownCode(draft),
    address: draft.address,
    principal: draft.principal,
    why,
    existing: {
      id,
      name: entry.name,
      code: shownCode(entry),
      address: entry.address,
      principal: entry.principal,
    },
    decision: decisionOn(choices, row),
    reason: choices.twins.get(row)?.reason ?? '',
  };
}
