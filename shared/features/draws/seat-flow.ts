import { fitsSeat } from './assign.ts';
import { seatName } from './infeasible.ts';
import type { SeatSpec } from './plan-file.ts';
import type { ListedOfficer } from './roster-files.ts';

/** Objects alike for the seating: so many of them, from each of which the same officers are recused. */
export interface AlikeObjects {
  readonly count: number;
  readonly recused: ReadonlySet<string>;
}

/** Why not every seat can be filled: these seats need more than those officers can supply. */
export interface Shortage {
  readonly seats: readonly SeatSpec[];
  readonly need: number;
  /** Officers who give all they may in the whole draw. */
  readonly atCap: readonly ListedOfficer[];
  /** Officers held back by one seat an object only. */
  readonly onceEach: readonly ListedOfficer[];
  readonly canSupply: number;
}

interface Graph {
  readonly add: (from: number, to: number, capacity: number) => void;
  readonly fill: (source: number, sink: number) => number;
  /** The nodes that can still be reached once it is filled: the source side of the minimum cut. */
  readonly isReached: (node: number) => boolean;
}

/**
 * Whether officers can be found for every seat at all these objects, an officer at most once an object and no oftener
 * than his cap: null, or the shortage. Objects alike are counted, not listed, so 30,000 take no longer than three: a
 * bipartite multigraph of degree n splits into n matchings (König), which makes counting exact.
 */
export function seatShortage(
  objects: readonly AlikeObjects[],
  team: readonly SeatSpec[],
  officers: readonly ListedOfficer[],
): Shortage | null {
  const kinds = seatKinds(team);
  const groups = objects.filter(({ count }) => count > 0);
  const perGroup = kinds.length + officers.length;
  const [source, sink] = [0, 1];
  const seatNode = (group: number, kind: number) => 2 + group * perGroup + kind;
  const onceNode = (group: number, officer: number) => 2 + group * perGroup + kinds.length + officer;
  const officerNode = (officer: number) => 2 + groups.length * perGroup + officer;
  const graph = createGraph(2 + groups.length * perGroup + officers.length);
  let need = 0;
  for (const [group, { count, recused }] of groups.entries()) {
    for (const [kind, { spec, seats }] of kinds.entries()) {
      need += count * seats;
      graph.add(source, seatNode(group, kind), count * seats);
      for (const [at, officer] of officers.entries()) {
        if (!fitsSeat(officer, spec) || recused.has(officer.id)) continue;
        graph.add(seatNode(group, kind), onceNode(group, at), Number.MAX_SAFE_INTEGER);
      }
    }
    for (const at of officers.keys()) graph.add(onceNode(group, at), officerNode(at), count);
  }
  for (const [at, { cap }] of officers.entries()) graph.add(officerNode(at), sink, cap);
  function shortageOf(): Shortage {
    const short = groups.flatMap(({ count }, group) =>
      kinds.flatMap(({ spec, seats }, kind) =>
        graph.isReached(seatNode(group, kind)) ? [{ spec, need: count * seats }] : [],
      ),
    );
    const atCap = officers.filter((_, at) => graph.isReached(officerNode(at)));
    const once = groups.flatMap(({ count }, group) =>
      officers.flatMap((officer, at) =>
        graph.isReached(onceNode(group, at)) && !graph.isReached(officerNode(at)) ? [{ officer, count }] : [],
      ),
    );
    const onceEach = officers.filter((officer) => once.some((one) => one.officer === officer));
    return {
      seats: kinds.map(({ spec }) => spec).filter((spec) => short.some((one) => one.spec === spec)),
      need: short.reduce((sum, one) => sum + one.need, 0),
      atCap,
      onceEach,
      canSupply: atCap.reduce((sum, { cap }) => sum + cap, 0) + once.reduce((sum, { count }) => sum + count, 0),
    };
  }

  return graph.fill(source, sink) === need ? null : shortageOf();
}

/** The shortage as a sentence for the office, with what would mend it. */
export function shortageSentence({ seats, need, atCap, onceEach, canSupply }: Shortage): string {
  const what = `${need}个${seats.map(seatName).join('、')}`;
  if (atCap.length === 0 && onceEach.length === 0) return `${what}没有符合条件的执法人员`;
  const who = [
    ...atCap.map(({ name, cap }) => `${name}（上限${cap}户）`),
    ...onceEach.map(({ name }) => `${name}（每户只占1席）`),
  ].join('、');
  return `${what}只能由${who}担任，最多排${canSupply}个，还差${need - canSupply}个`;
}

/** Seats of the same demands together, with their number at each object. */
function seatKinds(team: readonly SeatSpec[]) {
  const kinds = new Map<string, { spec: SeatSpec; seats: number }>();
  for (const spec of team) {
    const key = [spec.dept ?? '', spec.qual ?? '', spec.leader === true].join('\t');
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { spec, seats: 1 });
    else kind.seats += 1;
  }
  return [...kinds.values()];
}

/** A maximum flow by shortest augmenting paths, level by level (Dinic). Capacities are whole numbers. */
function createGraph(nodes: number): Graph {
  const edges: number[][] = Array.from({ length: nodes }, () => []);
  const to: number[] = [];
  const left: number[] = [];
  let level = new Int32Array(nodes);

  function add(from: number, target: number, capacity: number): void {
    edges[from]!.push(to.length);
    to.push(target);
    left.push(capacity);
    edges[target]!.push(to.length);
    to.push(from);
    left.push(0);
  }

  function setLevels(source: number): void {
    level = new Int32Array(nodes).fill(-1);
    level[source] = 0;
    const queue = [source];
    for (const node of queue) {
      for (const edge of edges[node]!) {
        const target = to[edge]!;
        if (left[edge]! > 0 && level[target]! < 0) {
          level[target] = level[node]! + 1;
          queue.push(target);
        }
      }
    }
  }

  function push(node: number, sink: number, most: number, next: Int32Array): number {
    if (node === sink) return most;
    for (; next[node]! < edges[node]!.length; next[node]!++) {
      const edge = edges[node]![next[node]!]!;
      const target = to[edge]!;
      if (left[edge]! <= 0 || level[target] !== level[node]! + 1) continue;
      const pushed = push(target, sink, Math.min(most, left[edge]!), next);
      if (pushed > 0) {
        left[edge]! -= pushed;
        left[edge ^ 1]! += pushed;
        return pushed;
      }
    }
    return 0;
  }

  function fill(source: number, sink: number): number {
    let total = 0;
    for (;;) {
      setLevels(source);
      if (level[sink]! < 0) return total;
      const next = new Int32Array(nodes);
      for (;;) {
        const pushed = push(source, sink, Number.MAX_SAFE_INTEGER, next);
        if (pushed === 0) break;
        total += pushed;
      }
    }
  }

  return { add, fill, isReached: (node) => level[node]! >= 0 };
}
