import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startingSetting } from '../../../shared/features/draws/starting-setting.ts';
import { type House, openHouse } from '../../app/house.ts';
import { sourcePlaces, sourceWorker } from '../../app/places.ts';
import { ensureFonts } from '../../build/fonts.ts';
import { databaseName } from '../../database/incoming.ts';
import { latestVersion, readMigrations } from '../../database/migrate.ts';
import { openDatabase } from '../../database/open.ts';
import { createRostersRepo } from '../../features/rosters/rosters.repo.ts';
import { type DemoOffice, must, openDemoOffice } from '../demo/demo-office.ts';
import { sampleEntry } from './object-roster.ts';

const OBJECTS = 30_000;
const NOW = '2026-09-07T01:00:00.000Z';
const DIGITS = ['3141592', '6535897', '9323846'];

/** One draw of 300 out of 30,000 through the whole service, in process: a line of JSON for each call of its ceremony. */
export async function benchDrawOffice(): Promise<void> {
  // The 验证包 holds a printed record.
  ensureFonts();
  const data = mkdtempSync(join(tmpdir(), 'mingqian-bench-'));
  let house = open(data);
  try {
    const office = await openDemoOffice({ fetch: (request) => house.app.fetch(request) });
    await house.close();
    fill(data);
    house = open(data);
    await office.signIn();
    await ceremony(office, await taskOf(office));
  } finally {
    await house.close();
    rmSync(data, { recursive: true });
  }
}

async function ceremony(office: DemoOffice, taskId: number): Promise<void> {
  const { draws } = office.as('operator');
  const start = { taskId, isRehearsal: false, ratios: null, leastOfficers: 2, jointDepartments: [] };
  const setting = { ...startingSetting(start), officerCap: 999 };
  const witnesses = DIGITS.map((digits, n) => ({
    name: `示例见证${'甲乙丙'.charAt(n)}`,
    unit: '示例单位',
    kind: 'community' as const,
    digitCount: digits.length,
  }));
  await timed('candidates', () => draws.candidates.query({ taskId }));
  await timed('preview', () => draws.preview.query(setting));
  const freeze = { setting, witnesses, supervisor: '示例监督', supervisorUnit: '示例单位', place: '会议室' };
  const { drawId } = must(await timed('freeze', () => draws.freeze.mutate(freeze)));
  for (const [index, typed] of DIGITS.entries()) {
    const position = index + 1;
    const given = { drawId, position, typed, way: 'read' as const };
    must(await timed(`digits-${position}`, () => draws.echoDigits.mutate(given)));
    must(await draws.confirmDigits.mutate({ drawId, position, digits: typed }));
  }
  for (const index of DIGITS.keys()) must(await draws.confirmSeed.mutate({ drawId, position: index + 1 }));
  must(await timed('seal', () => draws.seal.mutate({ drawId })));
  must(await timed('draw-objects', () => draws.drawObjects.mutate({ drawId })));
  must(await timed('draw-officers', () => draws.drawOfficers.mutate({ drawId })));
  must(await timed('record', () => draws.record.mutate({ drawId })));
  await timed('page', () => draws.byId.query({ drawId }));
  await timed('projector', () => draws.projector.query({ drawId }));
  await timed('tick', () => draws.tick.query({ drawId }));
  await timed('list', () => draws.list.query());
  const to = encodeURIComponent('示例纪检监察组');
  await timed('package', () =>
    office.download('operator', `/files/draws/${drawId}/package.zip?kind=discipline&to=${to}`),
  );
}

/** A task of row 22 of the plan, 规上工业企业, that asks for 300 objects. */
async function taskOf(office: DemoOffice): Promise<number> {
  const operator = office.as('operator');
  const officers = await office.stage('operator', '/uploads/rosters/officers', sample('officers-12.xlsx'), '人员.xlsx');
  must(await operator.rosters.confirmImport.mutate({ id: officers }));
  const stageId = await office.stage('operator', '/uploads/plans/import', sample('joint-plan-2023.xlsx'), '计划.xlsx');
  const { planId } = must(await operator.plans.confirmImport.mutate({ stageId, year: 2026 }));
  must(await office.as('leader').plans.approve.mutate({ id: planId }));
  const { items } = await operator.plans.items.query({ id: planId });
  const planItemId = items.find(({ number }) => number === 22)?.id ?? 0;
  const { draft } = await operator.plans.draftTask.query({ itemId: planItemId });
  const quota = { kind: 'count' as const, count: 300 };
  const dates = { fromOn: '2026-09-01', toOn: '2026-11-30' };
  return must(await operator.plans.createTask.mutate({ ...draft, planItemId, quota, ...dates })).id;
}

function fill(data: string): void {
  const opened = openDatabase(join(data, databaseName), latestVersion(readMigrations(sourcePlaces(data).migrations)));
  if (!opened.ok) throw new Error(opened.code);
  const rosters = createRostersRepo(opened.value);
  opened.value.transaction(() => {
    for (let n = 0; n < OBJECTS; n += 1) {
      rosters.insertObject({ ...sampleEntry(n), status: '存续', aboveScale: true }, NOW);
    }
  })();
  opened.value.close();
}

function open(data: string): House {
  const opened = openHouse({
    places: sourcePlaces(data),
    workerEntry: sourceWorker,
    now: () => NOW,
    passwordCost: 2 ** 10,
    restart: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

async function timed<T>(call: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const value = await work();
  const milliseconds = Math.round(performance.now() - started);
  process.stdout.write(`${JSON.stringify({ figure: `office-of-30000:${call}`, milliseconds })}\n`);
  return value;
}

function sample(name: string): Uint8Array {
  return readFileSync(join(sourcePlaces('').resources, 'samples', name));
}
