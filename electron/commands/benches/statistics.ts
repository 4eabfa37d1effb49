import { writePlan } from '../../../shared/features/draws/plan-file.ts';
import { writeOfficers } from '../../../shared/features/draws/roster-files.ts';
import { objectChiSquare, timesDrawn } from '../../../shared/features/statistics/object-chances.ts';
import {
  officerChances,
  officerChiSquare,
  pairChances,
  pairChiSquare,
} from '../../../shared/features/statistics/officer-chances.ts';
import { type CandidateLists, drawnTeams } from '../../app/drawn-seats.ts';
import type { Db } from '../../database/open.ts';
import { createRostersRepo } from '../../features/rosters/rosters.repo.ts';
import { createStatisticsRepo } from '../../features/statistics/statistics.repo.ts';
import { sampleEntry, withTemporaryDatabase } from './object-roster.ts';

const OBJECTS = 100_000;
const DRAWS = 60;
const POOL = 30_000;
const DRAWN = 300;
const OFFICERS = 80;
const RUNS = 5;
const years = { from: 2024, to: 2026 };
const AT = '2026-01-01T00:00:00.000Z';

/** The figures of 抽取统计 over three years of large draws: the slowest of five runs. */
export function benchStatistics(): void {
  withTemporaryDatabase((db) => {
    const started = performance.now();
    fill(db);
    print('filled', {
      milliseconds: Math.round(performance.now() - started),
      objects: OBJECTS,
      draws: DRAWS,
      pool: POOL,
    });
    const repo = createStatisticsRepo(db);
    const teamsOf = () => {
      const lists: CandidateLists = new Map();
      return repo
        .draws(years)
        .flatMap(({ id, stage }) => drawnTeams(repo.officerFiles(id), stage, repo.seatedObjects(id, stage), lists));
    };
    const groups = repo.chanceGroups(years);
    const filter = { ...years, ids: null, times: null, untold: [] };
    const teams = teamsOf();
    measure('object-groups', () => repo.chanceGroups(years).length);
    measure('object-verdict', () => (objectChiSquare(groups)?.degrees ?? 0) + timesDrawn(groups).length);
    measure(
      'object-page',
      () => repo.objectChances(filter, { sort: 'over', descending: true, offset: 0, limit: 50 }).length,
    );
    measure('object-count', () => repo.countObjectChances(filter));
    measure('lots-of-one', () => repo.lotsOf(5, years).length);
    measure('draws', () => repo.draws(years).length);
    measure('teams', () => teamsOf().length);
    measure('officers', () => {
      const pairs = pairChances(teams);
      const officers = officerChances(teams);
      return (
        officers.length +
        pairs.length +
        (officerChiSquare(officers)?.degrees ?? 0) +
        (pairChiSquare(pairs)?.degrees ?? 0)
      );
    });
    measure('in-business', () => repo.objectsInBusiness().length);
    measure('inspected', () => repo.inspectedBetween('2024-01-01', '2026-12-31').size);
    print('memory', { peakMib: Math.round(process.resourceUsage().maxRSS / 1_024) });
  });
}

function measure(figure: string, work: () => number): void {
  const runs = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return { milliseconds: performance.now() - started, processor: (user + system) / 1_000 };
  });
  const slowest = (of: (run: (typeof runs)[number]) => number) => Math.round(Math.max(...runs.map(of)) * 10) / 10;
  print(figure, {
    milliseconds: slowest(({ milliseconds }) => milliseconds),
    /** What it took of the processor: other programs do not count. */
    processor: slowest(({ processor }) => processor),
    found: work(),
  });
}

function print(figure: string, facts: object): void {
  process.stdout.write(`${JSON.stringify({ figure, ...facts })}\n`);
}

function fill(db: Db): void {
  const rosters = createRostersRepo(db);
  db.transaction(() => {
    for (let n = 0; n < OBJECTS; n += 1) rosters.insertObject(sampleEntry(n), AT);
  })();
  const officers = Array.from({ length: OFFICERS }, (_, n) => ({
    id: `ZF${String(n).padStart(3, '0')}`,
    name: `示例${n}`,
    department: '工信',
    leader: n % 2 === 0,
    scopes: [],
    base: 0,
    cap: 99,
  }));
  db.exec(`
    insert into accounts (id, login, name, password_hash, is_operator, created_at) values (1, 'a', '示例', 'x', 1, '${AT}'), (2, 'b', '示例领导', 'x', 1, '${AT}');
    insert into plans (id, kind, year, title, state, made_by, made_at) values (1, 'own', 2026, '示例计划', 'draft', 1, '${AT}');
    insert into plan_items (id, plan_id, position, name, reading, warnings, from_on, to_on)
    values (1, 1, 1, '示例事项', '{}', '[]', '2026-01-01', '2026-12-31');
    update plans set state = 'approved', approved_by = 2, approved_at = '${AT}', approved_on = '2026-01-01' where id = 1;`);
  const insertOfficer = db.prepare(
    `insert into officers (code, name, unit, department, section, post, certificate_number, has_establishment,
       is_leader_qualified, scopes, status, phone, created_at, updated_at)
     values (:id, :name, :department, :department, '', '', :id, 1, 1, '[]', '在岗', '', '${AT}', '${AT}')`,
  );
  for (const officer of officers) insertOfficer.run(officer);
  for (let n = 0; n < DRAWS; n += 1) db.transaction(() => record(db, n, writeOfficers(officers)))();
}

/** One recorded draw, as the ceremony leaves it in the tables: every third object in the pool, 300 of them chosen, two seats each. */
function record(db: Db, n: number, officers: string): void {
  const id = n + 1;
  const year = 2024 + (n % 3);
  const hash = 'a'.repeat(64);
  const plan = writePlan({ strata: { '*': { count: DRAWN } }, team: [{ leader: true }, {}] });
  db.exec(`
    insert into tasks (id, year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
      quota_count, item_kind, from_on, to_on, state, check_items, check_focus, methods, basis, created_by, created_at)
    values (${id}, 2026, ${id}, '示例抽查〔2026〕${id}号', 1, '示例事项', '工信', '[]', '{}', 'count', ${DRAWN}, 'ordinary',
      '2026-01-01', '2026-12-31', 'running', '', '', '[]', '', 1, '${AT}');
    insert into draws (id, year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor,
      operator_name, frozen_at, frozen_by, seed, sealed_at, drawn_at, staffed_at, result_hash)
    values (${id}, ${year}, ${id}, 0, '${year}-${String(id).padStart(3, '0')}', ${id}, 'staffed', '{"mode":"sample"}', '${hash}', '', '', '示例',
      '${AT}', 1, 'S', '${AT}', '${AT}', '${AT}', '${hash}');
    insert into draw_files (draw_id, name, content) values (${id}, 'plan.json', '${plan}'), (${id}, 'officers.tsv', '${officers}'),
      (${id}, 'recusals.tsv', '');
    insert into draw_officers (draw_id, stage, officer_id, code, name, department)
      select ${id}, 1, id, code, name, department from officers;
    insert into draw_pool (draw_id, object_id, code, name, stratum, excluded, note, is_must)
      select ${id}, id, code, name, '*', null, '', 0 from objects where (id * 7 + ${n} * 13) % 10 < 3;
    insert into draw_objects (draw_id, object_id, code, stratum, kind, meeting_order, ticket)
      select ${id}, object_id, code, '*', '随机', row_number() over (order by object_id), '0.1' from draw_pool
       where draw_id = ${id} order by (object_id * 7919 + ${n} * 104729) % 99991 limit ${DRAWN};
    insert into draw_seats (draw_id, stage, object_id, seat, officer_id, candidates)
      select ${id}, 1, object_id, seat.value, (meeting_order * 2 + seat.value + ${n}) % ${OFFICERS} + 1, ${OFFICERS}
        from draw_objects, json_each('[0,1]') seat where draw_id = ${id};
    update draws set state = 'recorded', recorded_at = '${AT}' where id = ${id};`);
}
