import { z } from 'zod';
import { type OpenSeat, type Successor, seatBars } from '../../../shared/features/inspections/handover.ts';
import { isInForce } from '../../../shared/features/rosters/recusal-state.ts';
import { HandOver } from '../../../shared/features/rosters/schemas.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { hiddenTarget } from '../../../shared/kernel/target-need.ts';
import type { Context } from '../../app/context.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { drawsHiddenFrom } from '../../app/targets.ts';
import { causeOf } from './roster-changes.ts';
import { barsOn, writeOfficer } from './write-officer.ts';

/** Names a refusal lists. */
const NAMED = 10;

/** 离岗移交 (细则 第九条): who was drawn stays on record, who takes over is recorded beside. */
export const handoverCalls = {
  /** The officer's inspections that are not published, and who might take each of them over today. */
  openWork: query()
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input }) => {
      const officer = ctx.rosters.officerById(input.id) ?? notFound('执法人员');
      const seats = openSeatsFor(ctx, input.id);
      const successors = successorsOn(ctx, ctx.today)
        .filter(({ id, department }) => id !== officer.id && department === officer.department)
        .map((one) => ({
          id: one.id,
          name: one.name,
          bars: seats.flatMap((seat) => {
            const why = seatBars(seat, officer.department, one);
            return why.length === 0 ? [] : [{ inspectionId: seat.inspectionId, why }];
          }),
        }))
        .sort((one, other) => one.bars.length - other.bars.length);
      return { seats: seats.map(({ team: _team, ...seat }) => seat), successors };
    }),

  /** All of it at one stroke, with the leaver's new status; when one seat cannot be taken, nothing is handed over. */
  handOver: command('rosters.hand-over', { may: ['operator'] })
    .input(HandOver)
    .mutation(({ ctx, input: { officerId, status, onDay, reason, seats } }) => {
      const officer = ctx.rosters.officerById(officerId);
      const before = ctx.rosters.officerEntry(officerId);
      if (officer === null || before === null) return refuse('NOT_FOUND', { what: '执法人员' });
      if (onDay > ctx.today) return refuse('HANDOVER_IN_FUTURE', { today: ctx.today });
      const open = openSeatsFor(ctx, officerId);
      const successorOf = new Map(seats.map(({ inspectionId, successorId }) => [inspectionId, successorId]));
      const left = open.filter(({ inspectionId }) => !successorOf.has(inspectionId));
      if (status !== '在岗' && left.length > 0) {
        return refuse('HANDOVER_INCOMPLETE', { objects: left.slice(0, NAMED).map(({ objectName }) => objectName) });
      }
      const handed = open.filter(({ inspectionId }) => successorOf.has(inspectionId));
      if (handed.length === 0 && status === before.status) return refuse('UNCHANGED');
      const successors = new Map(successorsOn(ctx, onDay).map((one) => [one.id, one]));
      const lines = handed.map((seat) => lineOf(seat, officer.department, successors, successorOf));
      const barred = lines.filter(({ why }) => why.length > 0);
      if (barred.length > 0) {
        return refuse('HANDOVER_BARRED', {
          lines: barred.slice(0, NAMED).map(({ seat, successor, why }) => ({
            objectName: seat.objectName,
            successor: successor?.name ?? '',
            why,
          })),
        });
      }
      const cause = causeOf(ctx, reason);
      if (handed.length > 0) {
        const handoverId = ctx.inspections.insertHandover({
          officerId,
          accountId: null,
          onDay,
          reason,
          at: ctx.now,
          byId: cause.byId,
          byName: cause.byName,
        });
        for (const { seat, successor } of lines) {
          const { inspectionId, seat: number } = seat;
          const toId = successor?.id ?? 0;
          ctx.inspections.insertSeatHandover(handoverId, { inspectionId, seat: number, fromId: officerId, toId });
        }
      }
      if (status !== before.status) writeOfficer(ctx, officerId, [before, { ...before, status }], reason);
      return noted({ count: handed.length }, before.name, {
        status,
        onDay,
        reason,
        seats: lines.map(({ seat, successor }) => ({
          task: seat.taskNumber,
          // Everybody reads the ledger.
          object: seat.inspectOn === null ? '尚未通知' : seat.objectName,
          seat: seat.seat === 0 ? '组长' : '组员',
          to: successor?.name,
        })),
      });
    }),
};

/** The officer's open seats; objects the asker need not know yet are not named. */
function openSeatsFor(ctx: Context, officerId: number): readonly OpenSeat[] {
  const hidden = drawsHiddenFrom(ctx);
  return ctx.inspections
    .openSeatsOf(officerId)
    .map((seat) => (seat.inspectOn === null && hidden.has(seat.drawId) ? { ...seat, objectName: hiddenTarget } : seat));
}

function lineOf(
  seat: OpenSeat,
  department: string,
  successors: ReadonlyMap<number, Successor>,
  chosen: ReadonlyMap<number, number>,
) {
  const successor = successors.get(chosen.get(seat.inspectionId) ?? 0);
  const why = successor === undefined ? ['不在执法人员名录'] : seatBars(seat, department, successor);
  return { seat, successor, why };
}

function successorsOn(ctx: Context, on: LocalDate): readonly Successor[] {
  const recusals = ctx.rosters.recusals().filter((recusal) => isInForce(recusal, on));
  return ctx.rosters.officers().map((officer) => ({
    id: officer.id,
    name: officer.name,
    department: officer.department,
    isLeaderQualified: officer.isLeaderQualified,
    scopes: officer.scopes,
    bars: barsOn(officer, on),
    recusedFrom: new Set(recusals.filter(({ officerId }) => officerId === officer.id).map(({ objectId }) => objectId)),
  }));
}

/** Names of those among the officers who would leave open inspections behind, and how many these are. */
export function workLeftBy(ctx: Context, ids: readonly number[]): { names: readonly string[]; seats: number } {
  const counts = ctx.inspections.openSeatCounts();
  const holders = ids.filter((id) => (counts.get(id) ?? 0) > 0);
  return {
    names: holders.slice(0, NAMED).map((id) => ctx.rosters.officerById(id)?.name ?? ''),
    seats: holders.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
  };
}
