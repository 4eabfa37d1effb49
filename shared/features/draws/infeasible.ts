import type { SeatSpec } from './plan-file.ts';
import type { ListedOfficer } from './roster-files.ts';

export interface CutSeat {
  readonly object: string;
  /** k, from 0. */
  readonly seat: number;
  readonly spec: SeatSpec;
}

/** Why not every seat can be filled: these seats need more than those officers can supply. */
export interface Cut {
  readonly seats: readonly CutSeat[];
  readonly need: number;
  readonly officersAtCap: readonly ListedOfficer[];
  /** Officers who could sit at the object in one of these seats only. */
  readonly oneSeatPairs: readonly { readonly object: string; readonly officer: ListedOfficer }[];
  readonly canSupply: number;
}

const MOST_OBJECTS_NAMED = 5;

/** The minimum cut as a sentence for the office. */
export function infeasibleSentence(cut: Cut): string {
  const objects = [...new Set(cut.seats.map(({ object }) => object))];
  const named = objects.slice(0, MOST_OBJECTS_NAMED).join('、');
  const more = objects.length > MOST_OBJECTS_NAMED ? `等${objects.length}户` : '';
  return `人员无法排满：这${cut.need}个${seatNames(cut.seats)}${suppliers(cut)}。涉及对象：${named}${more}。`;
}

function suppliers({ need, officersAtCap, oneSeatPairs, canSupply }: Cut): string {
  const atCap = officersAtCap.map(({ name, cap }) => `${name}担任（上限${cap}）`);
  const atOneSeat = [...new Set(oneSeatPairs.map(({ officer }) => officer.name))].map(
    (name) => `${name}担任（同一对象只能占1个席位）`,
  );
  const all = [...atCap, ...atOneSeat];
  if (all.length === 0) return '没有符合条件的执法人员';
  return `只能由${all.join('、')}，最多排${canSupply}个，还差${need - canSupply}个`;
}

export function seatNames(seats: readonly CutSeat[]): string {
  return [...new Set(seats.map(({ spec }) => seatName(spec)))].join('、');
}

export function seatName({ dept, leader, qual }: SeatSpec): string {
  return `${dept ?? ''}${qual ? `“${qual}”` : ''}${leader ? '组长席位' : '席位'}`;
}
