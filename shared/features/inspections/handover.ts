import { type OfficerBar, officerBarNames } from '../../kernel/eligibility.ts';
import type { ResultState } from './states.ts';

/** A seat of an inspection that is not published: work that an officer who leaves would leave behind. */
export interface OpenSeat {
  readonly inspectionId: number;
  readonly drawId: number;
  readonly objectId: number;
  readonly objectName: string;
  readonly taskNumber: string;
  /** 0 = 组长. */
  readonly seat: number;
  readonly state: ResultState;
  /** Null until the 检查通知书 is issued. */
  readonly inspectOn: string | null;
  /** 事项范围 the draw asked of the leading department; empty = none. */
  readonly scope: string;
  readonly leadDepartment: string;
  /** Who acts in this inspection now, all seats. */
  readonly team: readonly number[];
}

/** Somebody who might take over, as he stands on the day. */
export interface Successor {
  readonly id: number;
  readonly name: string;
  readonly department: string;
  readonly isLeaderQualified: boolean;
  readonly scopes: readonly string[];
  readonly bars: readonly OfficerBar[];
  /** Objects he is recused from on the day. */
  readonly recusedFrom: ReadonlySet<number>;
}

/** A step beside the draw: who was drawn, who acts in his place from which day and why. */
export interface SeatHandover {
  readonly seat: number;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly reason: string;
}

/** The same of a result that was entered and is not published: who carries on with it. */
export interface EntryHandover {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly reason: string;
}

/**
 * Why he cannot take the seat; empty = he can. What a draw demands of a seat holds for who replaces the drawn (细则 第七条、第九条):
 * the department, 组长资格, item scope, a certificate that is valid, no 回避.
 */
export function seatBars(seat: OpenSeat, department: string, successor: Successor): readonly string[] {
  const asked = seat.scope !== '' && department === seat.leadDepartment ? seat.scope : '';
  const holds: readonly (readonly [string, boolean])[] = [
    ...successor.bars.map((bar) => [`不能参加检查：${officerBarNames[bar]}`, true] as const),
    ['已在该检查组', seat.team.includes(successor.id)],
    ['对该检查对象须回避', successor.recusedFrom.has(seat.objectId)],
    ['不是同一部门', successor.department !== department],
    ['没有组长资格', seat.seat === 0 && !successor.isLeaderQualified],
    [`业务领域不含“${asked}”`, asked !== '' && successor.scopes.length > 0 && !successor.scopes.includes(asked)],
  ];
  return holds.filter(([, is]) => is).map(([why]) => why);
}

/** 组长示例甲因调离由示例丙接替（2026-09-10，…）. */
export function handoverText({ seat, from, to, on, reason }: SeatHandover): string {
  return `${seat === 0 ? '组长' : '组员'}${from}由${to}接替（${on}，${reason}）`;
}
