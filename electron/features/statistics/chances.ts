import { ObjectList } from '../../../shared/features/rosters/schemas.ts';
import { objectChiSquare, timesDrawn } from '../../../shared/features/statistics/object-chances.ts';
import {
  type DrawnTeam,
  officerChances,
  officerChiSquare,
  pairChances,
  pairChiSquare,
} from '../../../shared/features/statistics/officer-chances.ts';
import type { ObjectChanceList, Years } from '../../../shared/features/statistics/schemas.ts';
import { verdictOf } from '../../../shared/features/statistics/verdict.ts';
import type { Context } from '../../app/context.ts';
import { type CandidateLists, drawnTeams } from '../../app/drawn-seats.ts';
import { drawsHiddenFrom } from '../../app/targets.ts';
import { onceWritten } from '../../database/written.ts';
import type { ChanceFilter, ObjectChance } from './statistics.repo.ts';

/** How often enterprises were chosen, all together. */
export function objectSummary(ctx: Context, years: Years) {
  return onceWritten(ctx.db, 'object chances', years, () => {
    const groups = ctx.statistics.chanceGroups(years);
    return {
      objects: groups.reduce((sum, { objects }) => sum + objects, 0),
      drawn: groups.reduce((sum, { objects, drawn }) => sum + objects * drawn, 0),
      verdict: verdictOf(objectChiSquare(groups)),
      times: timesDrawn(groups),
    };
  });
}

/** A page of the enterprises, as the asker may see them: what is not notified yet is not counted for who need not know. */
export function objectPage(ctx: Context, input: ObjectChanceList) {
  const { text, sort, descending, offset, limit } = input;
  const found =
    text === '' ? null : ctx.rosters.objectIds(ObjectList.parse({ text }), { sort: 'id', descending: false });
  const filter = { from: input.from, to: input.to, ids: found, times: input.times, untold: untoldTo(ctx, input) };
  const isNamed = sort === 'name' || sort === 'code';
  const chances = isNamed
    ? namedPage(ctx, filter, { sort, descending, offset, limit })
    : ctx.statistics.objectChances(
        filter,
        sort === '' ? { sort: 'over', descending: true, offset, limit } : { sort, descending, offset, limit },
      );
  const names = ctx.statistics.namesOf(chances.map(({ id }) => id));
  return {
    total: ctx.statistics.countObjectChances(filter),
    lines: chances.map((chance, index) => ({ ...chance, ...(names[index] ?? { code: '', name: '' }) })),
  };
}

/** A page in an order of the roster. */
function namedPage(
  ctx: Context,
  filter: ChanceFilter,
  { offset, limit, ...order }: { sort: 'name' | 'code'; descending: boolean; offset: number; limit: number },
): readonly ObjectChance[] {
  const whole = { sort: 'id', descending: false, offset: 0, limit: -1 } as const;
  const chances = new Map(ctx.statistics.objectChances(filter, whole).map((chance) => [chance.id, chance]));
  return ctx.rosters
    .objectIds(ObjectList.parse({}), order)
    .filter((id) => chances.has(id))
    .slice(offset, offset + limit)
    .flatMap((id) => chances.get(id) ?? []);
}

/** Objects chosen in draws of the years that the asker need not know of yet. */
function untoldTo(ctx: Context, years: Years) {
  const hidden = drawsHiddenFrom(ctx);
  return ctx.statistics
    .draws(years)
    .filter(({ id, state, mode }) => state === 'recorded' && mode === 'sample' && hidden.has(id))
    .flatMap(({ id }) => ctx.draws.unnotifiedOf(id))
    .filter(({ isSubstitute }) => !isSubstitute);
}

/** The lots of one enterprise. Where the asker need not know yet, the outcome is null for everybody of the pool who is not notified. */
export function lotsOf(ctx: Context, objectId: number, years: Years) {
  const hidden = drawsHiddenFrom(ctx);
  return ctx.statistics.lotsOf(objectId, years).map(({ isDrawn, isMust, ...lot }) => {
    const isOpen =
      !hidden.has(lot.drawId) ||
      ctx.draws.notifiedOf(lot.drawId).has(objectId) ||
      ctx.draws.unnotifiedOf(lot.drawId).length === 0;
    const outcome = isMust ? '必检' : isDrawn ? '抽中' : '未抽中';
    return { ...lot, expected: isOpen || !isMust ? lot.expected : null, outcome: isOpen ? outcome : null };
  });
}

interface DrawnTeams {
  readonly drawId: number;
  readonly number: string;
  readonly year: number;
  readonly taskTitle: string;
  readonly teams: readonly DrawnTeam[];
}

/** The teams of every recorded draw of the years; one read of the files for all that is asked of officers. */
function teamsOf(ctx: Context, { from, to }: Years): readonly DrawnTeams[] {
  const lists: CandidateLists = new Map();
  return onceWritten(ctx.db, 'drawn teams', { from, to }, () =>
    ctx.statistics
      .draws({ from, to })
      .filter(({ state, mode }) => state === 'recorded' && mode === 'sample')
      .map(({ id, number, year, taskTitle, stage }) => {
        const seated = ctx.statistics.seatedObjects(id, stage);
        return {
          drawId: id,
          number,
          year,
          taskTitle,
          teams: drawnTeams(ctx.statistics.officerFiles(id), stage, seated, lists),
        };
      }),
  );
}

/** Officers, pairs of them, and the load they and their departments carried. */
export function officerFigures(ctx: Context, years: Years) {
  return onceWritten(ctx.db, 'officer figures', years, () => {
    const teams = teamsOf(ctx, years).flatMap((draw) => draw.teams);
    const chances = new Map(officerChances(teams).map((chance) => [chance.officer, chance]));
    const pairs = pairChances(teams);
    const past = ctx.statistics.pastSeats(years);
    const carried = carriedIn(ctx, years);
    const roster = ctx.rosters.drawOfficers();
    const names = new Map(roster.map(({ code, name }) => [code, name]));
    const officers = roster.flatMap(({ id, code, name, department }) => {
      const { officer: _code, ...chance } = chances.get(code) ?? { officer: code, ...noChance };
      const line = { id, code, name, department, ...chance, past: past.get(id) ?? 0, carried: carried.get(id) ?? 0 };
      return line.expected + line.past + line.carried === 0 ? [] : [line];
    });
    return {
      seats: teams.reduce((sum, team) => sum + team.length, 0),
      officers,
      departments: departmentsOf(officers),
      pairs: pairs.map((pair) => ({
        ...pair,
        oneName: names.get(pair.one) ?? pair.one,
        otherName: names.get(pair.other) ?? pair.other,
      })),
      officerVerdict: verdictOf(officerChiSquare([...chances.values()])),
      pairVerdict: verdictOf(pairChiSquare(pairs)),
    };
  });
}

const noChance = { seats: 0, expected: 0, led: 0, expectedLed: 0, alone: 0 };

/** Seats held in own inspections, handovers counted, and in past ones. */
function carriedIn(ctx: Context, { from, to }: Years): ReadonlyMap<number, number> {
  const carried = new Map<number, number>();
  for (let year = from; year <= to; year += 1) {
    for (const [id, seats] of ctx.inspections.seatsThisYear(year)) carried.set(id, (carried.get(id) ?? 0) + seats);
  }
  return carried;
}

/** What an officer, or a department, was drawn for and carried. */
export interface Load {
  readonly department: string;
  readonly seats: number;
  readonly past: number;
  readonly carried: number;
}

function departmentsOf(officers: readonly Load[]): readonly (Load & { readonly officers: number })[] {
  const departments = new Map<string, Load & { readonly officers: number }>();
  for (const { department, seats, past, carried } of officers) {
    const sum = departments.get(department) ?? { department, officers: 0, seats: 0, past: 0, carried: 0 };
    departments.set(department, {
      department,
      officers: sum.officers + 1,
      seats: sum.seats + seats,
      past: sum.past + past,
      carried: sum.carried + carried,
    });
  }
  return [...departments.values()].sort((a, b) => b.carried - a.carried);
}

/** One officer's draws: his seats against expectation in each. No objects are named. */
export function drawsOfOfficer(ctx: Context, code: string, years: Years) {
  return teamsOf(ctx, years).flatMap(({ teams, ...draw }) => {
    const chance = officerChances(teams).find(({ officer }) => officer === code);
    return chance === undefined ? [] : [{ ...draw, ...chance }];
  });
}
