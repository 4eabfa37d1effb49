import { plainOrder, plainTicket } from '../../electron/commands/benches/plain-order.ts';
import { type AssignmentInput, fitsSeat } from '../../shared/features/draws/assign.ts';
import { sha256 } from './draw-vectors.ts';

/** SSJ-1 word for word, by trying everything: slow, for small cases only, and with nothing of the engine but `fitsSeat`. */

interface Stage {
  readonly input: AssignmentInput;
  readonly seats: readonly { readonly object: number; readonly k: number }[];
  readonly elig: readonly (readonly number[])[];
}

/** Tmin and the teams by object, or null where no assignment exists. */
export function assignByDefinition(input: AssignmentInput): { tmin: number; teams: string[][] } | null {
  const seats = input.objects.flatMap(({ seats: list }, object) => list.map((_, k) => ({ object, k })));
  const elig = seats.map(({ object, k }) => {
    const { id, seats: list } = input.objects[object]!;
    return [...input.officers.keys()].filter(
      (j) => fitsSeat(input.officers[j]!, list[k]!) && !input.recused(input.officers[j]!.id, id),
    );
  });
  const stage = { input, seats, elig };
  const most = Math.max(0, ...input.officers.map(({ base, cap }) => base + cap));
  let tmin = 0;
  while (!canComplete(stage, [], tmin)) if (++tmin > most) return null;
  const taken: number[] = [];
  for (const at of seats.keys()) {
    const next = inTurn(stage, taken, at).find((j) => canComplete(stage, [...taken, j], tmin + input.slack));
    if (next === undefined) throw new Error('Tmin says that this seat can be filled');
    taken.push(next);
  }
  const teams = input.objects.map((_, object) =>
    taken.filter((_, at) => seats[at]!.object === object).map((j) => input.officers[j]!.id),
  );
  return { tmin, teams };
}

function inTurn({ input, seats, elig }: Stage, taken: readonly number[], at: number): number[] {
  const { object, k } = seats[at]!;
  const keys = elig[at]!.map((j) => {
    const { id, base } = input.officers[j]!;
    const load = base + taken.filter((other) => other === j).length;
    const step = input.band === 0 ? 0 : Math.floor(load / input.band);
    return { j, step, ticket: plainTicket(`${input.objects[object]!.id}|${k}|${id}`, input.seed, sha256), id };
  });
  return keys
    .sort((a, b) => a.step - b.step || (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : a.id < b.id ? -1 : 1))
    .map(({ j }) => j);
}

/** Whether the seats taken so far are allowed under the load T, and the rest can be filled in any way at all. */
function canComplete(stage: Stage, taken: readonly number[], t: number): boolean {
  const dead = new Set<string>();
  const left = stage.input.officers.map(({ base, cap }) => Math.min(cap, Math.max(0, t - base)));
  const teams: number[][] = stage.input.objects.map(() => []);
  const fill = (at: number): boolean => {
    const seat = stage.seats[at];
    if (seat === undefined) return true;
    const team = teams[seat.object]!;
    const key = `${at} ${left} ${[...team].sort()}`;
    if (dead.has(key)) return false;
    const fixed = taken[at];
    for (const j of fixed === undefined ? stage.elig[at]! : [fixed]) {
      if (left[j]! <= 0 || team.includes(j)) continue;
      left[j]! -= 1;
      team.push(j);
      const filled = fill(at + 1);
      team.pop();
      left[j]! += 1;
      if (filled) return true;
    }
    dead.add(key);
    return false;
  };
  return fill(0);
}

interface StratumCase {
  readonly ids: readonly string[];
  readonly ask: { readonly bp: number; readonly min?: number } | { readonly count: number };
  readonly must: readonly string[];
}

/** What a draw takes of one stratum (its exclusions left out already): 必检 and drawn, and the reserve, in order. */
export function drawByDefinition({ ids, ask, must }: StratumCase, seed: string) {
  const asked = 'bp' in ask ? Math.max(ask.min ?? 0, Math.ceil((ids.length * ask.bp) / 10_000)) : ask.count;
  const n = Math.max(Math.min(ids.length, asked), must.length);
  const order = plainOrder(ids, seed, sha256).filter((id) => !must.includes(id));
  return { drawn: order.slice(0, n - must.length), reserve: order.slice(n - must.length) };
}
