import { checkExchange, type Exchange, type ExchangeRow } from '../../../shared/features/rosters/check-exchange.ts';
import { type FieldChange, fieldChanges, type OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import { done } from '../../../shared/kernel/result.ts';
import type { Sheet } from '../../../shared/kernel/sheet.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { officerEntryOf } from './put-officers.ts';
import { departmentOf } from './roster-changes.ts';

/** An exchanged workbook that was read and waits; what it would do is reckoned from the roster as it is when asked. */
export interface StagedExchange {
  readonly department: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly sheets: readonly Sheet[];
}

export interface ExchangeLine {
  readonly id: number | null;
  readonly name: string;
  readonly unit: string;
  readonly certificate: string;
  readonly change: '新增' | '变更' | '无变化' | '未再列入';
  readonly fields: readonly FieldChange[];
  /** Inspections not published that somebody who is no longer listed sits in. */
  readonly openSeats: number;
}

/** An entry as the exchange would leave it; null before = new. */
export interface ExchangeState {
  readonly id: number | null;
  readonly states: readonly [OfficerEntry | null, OfficerEntry];
}

/** What the workbook says, held against the department's officers as they are now. */
export function readExchange(ctx: Context, { department, sheets }: Pick<StagedExchange, 'department' | 'sheets'>) {
  const known = ctx.rosters.officers().map((officer) => ({
    id: officer.id,
    name: officer.name,
    department: officer.unit,
    certificate: officer.certificateNumber,
    short: officer.department,
    status: officer.status,
  }));
  const checked = checkExchange(sheets, known, department, departmentOf(ctx), ctx.today);
  if (!checked.ok) return checked;
  const exchange = checked.value;
  const states = exchange.rows.map((row) => stateOf(ctx, row, exchange));
  return done({ ...exchange, states });
}

function stateOf(ctx: Context, { id, draft }: ExchangeRow, { columns }: Exchange): ExchangeState {
  const before = id === null ? null : ctx.rosters.officerEntry(id);
  return { id: before === null ? null : id, states: [before, officerEntryOf(draft, before, columns)] };
}

/** Row by row what would change, those no longer listed last. */
export function exchangeLines(
  ctx: Context,
  { states, missing }: { readonly states: readonly ExchangeState[]; readonly missing: readonly number[] },
): readonly ExchangeLine[] {
  const openSeats = ctx.inspections.openSeatCounts();
  const listed = states.map(({ id, states: [before, after] }) => {
    const fields = before === null ? [] : fieldChanges(before, after);
    const change = before === null ? ('新增' as const) : fields.length === 0 ? ('无变化' as const) : ('变更' as const);
    return lineOf(id, after, change, fields, 0);
  });
  const gone = missing.flatMap((id) => {
    const entry = ctx.rosters.officerEntry(id);
    if (entry === null) return [];
    const fields = fieldChanges(entry, { ...entry, status: '调离' });
    return [lineOf(id, entry, '未再列入' as const, fields, openSeats.get(id) ?? 0)];
  });
  return [...listed, ...gone];
}

function lineOf(
  id: number | null,
  { name, department, certificate }: OfficerEntry,
  change: ExchangeLine['change'],
  fields: readonly FieldChange[],
  openSeats: number,
): ExchangeLine {
  return { id, name, unit: department, certificate, change, fields, openSeats };
}

/** 参与部门: those the office's pack knows and those of the roster, without the bureau's own. */
export function joinedDepartments(ctx: Context): readonly { department: string; officers: number }[] {
  const own = ctx.office.bureau()?.department;
  const counts = new Map(officePack(ctx).departments.map(({ short }) => [short, 0]));
  for (const { department, status } of ctx.rosters.officers()) {
    const isThere = status === '在岗' || status === '离岗';
    counts.set(department, (counts.get(department) ?? 0) + Number(isThere));
  }
  return [...counts]
    .filter(([department]) => department !== own)
    .map(([department, officers]) => ({ department, officers }))
    .sort((one, other) => other.officers - one.officers);
}
