import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replay } from '../../../electron/commands/replay.ts';
import { inFolder } from '../../support/draw-folder.ts';
import {
  completeDraw,
  digits,
  freezeOf,
  giveDigits,
  openDrawOffice,
  sealDraw,
  voidWitnesses,
  witnesses,
} from '../../support/draw-office.ts';
import { settingOf } from '../../support/draw-setting.ts';
import { sha256 } from '../../support/draw-vectors.ts';
import { addEnterprises } from '../../support/grade-files.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { solidText } from '../../support/pdf.ts';

let office: Office;
let taskId: number;
beforeEach(async () => {
  ({ office, taskId } = await openDrawOffice());
});
afterEach(() => office.close());

const draws = () => office.as('operator').draws;
const joint = { jointDepartments: ['应急', '消防', '市监'] };
const frozen = async (part = {}) => must(await draws().freeze.mutate(freezeOf(taskId, part)));

describe('名录', () => {
  test('冻结前看到户数、排除、人员和每席人选，什么都没有写入', async () => {
    const value = await draws().preview.query(settingOf(taskId, joint));
    expect(value.refusal).toBeNull();
    expect(value.before).toBeGreaterThan(40);
    expect(value.sampleSize).toBe(2);
    expect(value.seats).toHaveLength(5);
    expect(value.barred.flatMap(({ bars }) => bars)).toContain('执法证已过期');
    expect(await draws().list.query()).toEqual([]);
  });

  test('没有人员的部门不能参加，先说明', async () => {
    const { refusal } = await draws().preview.query(settingOf(taskId, { jointDepartments: ['水务'] }));
    expect(refusal).toMatchObject({ code: 'SEAT_FOR_NOBODY', details: { seat: '水务席位' } });
  });

  test('手工排除和必检照列，两者冲突时拒绝', async () => {
    const { lines: candidates } = await draws().candidates.query({ taskId });
    const [first, second] = candidates;
    const exclude = [{ code: first!.code, reason: 'OTHER' as const, note: '本月已由上级检查' }];
    const preview = await draws().preview.query(settingOf(taskId, { exclude, must: [second!.code] }));
    expect(preview).toMatchObject({
      excluded: expect.arrayContaining([
        { code: first!.code, name: first!.name, excluded: 'OTHER', note: '本月已由上级检查' },
      ]),
      strata: [expect.objectContaining({ mustCount: 1, sampleSize: 2 })],
    });
    const clash = await draws().preview.query(settingOf(taskId, { exclude, must: [first!.code] }));
    expect(clash.refusal).toMatchObject({ code: 'MUST_IS_EXCLUDED', details: { name: first!.name } });
  });
});

describe('从冻结到验证包', () => {
  test('一步一步走完，验证包用三种办法复算都一致', async () => {
    const { drawId, number, commitment } = await frozen(joint);
    expect(number).toBe('2026-001');
    const atFreezing = await draws().byId.query({ drawId });
    expect(atFreezing).toMatchObject({ state: 'frozen', seed: null, drawn: [], resultHash: null });
    await sealDraw(office, drawId);
    expect(await draws().byId.query({ drawId })).toMatchObject({ seed: [commitment, ...digits].join('|') });
    expect(must(await draws().drawObjects.mutate({ drawId }))).toEqual({ drawn: 2 });
    const { resultHash } = must(await draws().drawOfficers.mutate({ drawId }));
    must(await draws().record.mutate({ drawId }));

    const view = await draws().byId.query({ drawId });
    expect(view.state).toBe('recorded');
    expect(view.drawn.map(({ team }) => team.map(({ department }) => department))).toEqual([
      ['工信', '工信', '应急', '消防', '市监'],
      ['工信', '工信', '应急', '消防', '市监'],
    ]);

    const bytes = await office.download(
      'operator',
      `/files/draws/${drawId}/package.zip?kind=discipline&to=${encodeURIComponent('示例纪检监察组')}`,
    );
    const entries = unzipSync(bytes);
    expect(Object.keys(entries).sort()).toEqual([
      'SHA256SUMS',
      'digits.txt',
      'lines.txt',
      'manifest.txt',
      'objects.tsv',
      'officers.tsv',
      'plan.json',
      'recusals.tsv',
      'result.tsv',
      'verify.html',
      'verify.py',
      '抽取记录.pdf',
      '说明.txt',
      '过程记录.txt',
    ]);
    const text = (name: string) => strFromU8(entries[name]!);
    expect(sha256(text('manifest.txt'))).toBe(commitment);
    expect(sha256(text('result.tsv'))).toBe(resultHash);
    const files = Object.fromEntries(Object.entries(entries).map(([name, content]) => [name, Buffer.from(content)]));
    await inFolder(files, (folder) => {
      expect(replay(folder)).toMatchObject({ exit: 0, stdout: text('result.tsv') });
      expect(spawnSync('python3', [join(folder, 'verify.py'), folder]).status).toBe(0);
    });
    const [entry] = await office.as('operator').ledger.lines.query({ limit: 1 });
    expect(entry).toMatchObject({ action: 'draws.hand-over', subject: '2026-001' });
  });

  test('没有名单号不交付，没有收件人不交付', async () => {
    const { drawId } = await frozen();
    const early = await office.fetch('operator', `/files/draws/${drawId}/package.zip?kind=witness&to=x`);
    expect([early.status, await early.json()]).toMatchObject([409, { code: 'DRAW_STATE' }]);
    const nobody = await office.fetch('operator', `/files/draws/${drawId}/package.zip`);
    expect(nobody.status).toBe(409);
  });

  test('笔录之后每户有一次检查，任务转为执行中', async () => {
    const drawId = await completeDraw(office, taskId, joint);
    const inspections = await office.as('operator').inspections.list.query({ year: null, taskId });
    const { drawn } = await draws().byId.query({ drawId });
    expect(inspections.map(({ objectName }) => objectName)).toEqual(drawn.map(({ name }) => name));
    expect(inspections[0]?.team).toEqual(drawn[0]?.team.map(({ name }) => name));
    expect((await draws().forTask.query({ taskId })).task.state).toBe('running');
  });

  test('重启之后停在原来的一步，接着走', async () => {
    const { drawId } = await frozen();
    await giveDigits(office, drawId, 1, digits[0]!);
    await office.restart();
    const view = await draws().byId.query({ drawId });
    expect(view.state).toBe('seeding');
    expect(view.witnesses.map((witness) => witness.digits)).toEqual([digits[0], null, null]);
    await giveDigits(office, drawId, 2, digits[1]!);
  });

  test('冻结前先备份', async () => {
    office.setNow('2026-09-07T01:05:00.000Z');
    await frozen();
    expect(readdirSync(join(office.data, 'backups')).some((name) => name.endsWith('-draw.db'))).toBe(true);
  });
});

describe('次序不能颠倒', () => {
  test('每一步只能在它的前一步之后', async () => {
    const { drawId } = await frozen();
    const states = async () => (await draws().byId.query({ drawId })).state;
    for (const step of [draws().seal, draws().drawObjects, draws().drawOfficers, draws().record]) {
      expect(await step.mutate({ drawId })).toMatchObject({ code: 'DRAW_STATE', details: { state: 'frozen' } });
    }
    await sealDraw(office, drawId);
    expect(await draws().seal.mutate({ drawId })).toMatchObject({ code: 'DRAW_STATE' });
    expect(await draws().echoDigits.mutate({ drawId, position: 1, typed: '1234567', way: 'own' })).toMatchObject({
      code: 'DRAW_STATE',
    });
    expect(await draws().record.mutate({ drawId })).toMatchObject({ code: 'DRAW_STATE' });
    must(await draws().drawObjects.mutate({ drawId }));
    expect(await draws().drawObjects.mutate({ drawId })).toMatchObject({ code: 'DRAW_STATE' });
    expect(await states()).toBe('drawn');
  });

  test('见证人至少两名、合计20位，操作人不能作见证人', async () => {
    const few = witnesses.map((witness) => ({ ...witness, digitCount: 6 }));
    expect(await draws().freeze.mutate({ ...freezeOf(taskId), witnesses: few })).toMatchObject({
      code: 'TOO_FEW_DIGITS',
      details: { witnesses: 3, digits: 18 },
    });
    const self = [...witnesses.slice(0, 2), { ...witnesses[2]!, name: '示例经办' }];
    expect(await draws().freeze.mutate({ ...freezeOf(taskId), witnesses: self })).toMatchObject({
      code: 'WITNESS_IS_OPERATOR',
    });
    const spaced = [...witnesses.slice(0, 2), { ...witnesses[2]!, name: '示例 经办' }];
    expect(await draws().freeze.mutate({ ...freezeOf(taskId), witnesses: spaced })).toMatchObject({
      code: 'WITNESS_IS_OPERATOR',
    });
    const twice = [witnesses[0]!, { ...witnesses[1]!, name: witnesses[0]!.name }, witnesses[2]!];
    expect(await draws().freeze.mutate({ ...freezeOf(taskId), witnesses: twice })).toMatchObject({
      code: 'WITNESS_TWICE',
      details: { name: witnesses[0]!.name },
    });
  });

  test('每户不少于两名检查人员；必检写明理由，不超过抽取户数', async () => {
    const freeze = freezeOf(taskId);
    const attempt = (part: Partial<typeof freeze.setting>) =>
      draws().freeze.mutate({ ...freeze, setting: { ...freeze.setting, ...part } });
    expect(await attempt({ leadSeats: 1, jointDepartments: [] })).toMatchObject({
      code: 'TOO_FEW_SEATS',
      details: { seats: 1, least: 2 },
    });
    const { lines: candidates } = await draws().candidates.query({ taskId });
    const codes = candidates.map(({ code }) => code);
    expect(await attempt({ must: codes.slice(0, 1), mustGround: ' ' })).toMatchObject({ code: 'MUST_WITHOUT_GROUND' });
    expect(await attempt({ must: codes.slice(0, 5) })).toMatchObject({
      code: 'MUST_ABOVE_QUOTA',
      details: { must: 5 },
    });
  });

  test('同一任务只有一次有效抽取；演练不限', async () => {
    await frozen();
    expect(await draws().freeze.mutate(freezeOf(taskId))).toMatchObject({
      code: 'TASK_HAS_DRAW',
      details: { number: '2026-001' },
    });
    expect((await frozen({ isRehearsal: true })).number).toBe('YL2026-001');
    expect((await frozen({ isRehearsal: true })).number).toBe('YL2026-002');
  });

  test('只有经办人主持，只有局领导作废', async () => {
    expect(await office.as('reviewer').draws.freeze.mutate(freezeOf(taskId))).toMatchObject({ code: 'NOT_ALLOWED' });
    const { drawId } = await frozen();
    const reason = { drawId, reason: '投影故障', witnesses: [...voidWitnesses] };
    expect(await draws().void.mutate(reason)).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

test('演练走完全程，不产生检查，不改任务', async () => {
  const drawId = await completeDraw(office, taskId, { isRehearsal: true });
  expect(await office.as('operator').inspections.list.query({ year: null, taskId })).toEqual([]);
  expect((await draws().forTask.query({ taskId })).task.state).toBe('waiting');
  const text = solidText(await office.download('operator', `/files/draws/${drawId}/record.pdf`));
  expect(text).toContain('演练');
});

test('批次顺序：全部对象排序分批，不抽人员', async () => {
  const drawId = await completeDraw(office, taskId, { mode: 'batch', batchSize: 20, isRehearsal: true });
  const { drawn, poolSize, tmin } = await draws().byId.query({ drawId });
  expect(drawn).toHaveLength(poolSize);
  expect(drawn.map(({ batch }) => batch)).toEqual(drawn.map((_, index) => Math.floor(index / 20) + 1));
  expect(tmin).toBeNull();
});

test('冻结以后名录再变，不影响本次抽取', async () => {
  const { drawId } = await frozen();
  const before = await draws().byId.query({ drawId });
  await addEnterprises(office, 5, 5_000);
  await sealDraw(office, drawId);
  must(await draws().drawObjects.mutate({ drawId }));
  expect((await draws().byId.query({ drawId })).poolSize).toBe(before.poolSize);
});

test('投影只有组别：不出现等级、回避和递补', async () => {
  const drawId = await completeDraw(office, taskId, joint);
  const shown = await office.as('operator').draws.projector.query({ drawId });
  expect(shown.groups.map(({ group }) => group)).toEqual(['全部']);
  expect(Object.keys(shown.drawn[0]!)).toEqual(['order', 'name', 'code', 'group', 'kind', 'ticket', 'batch', 'team']);
  expect(JSON.stringify(shown)).not.toMatch(/stratum|grade|recus|reserve/);
});

test('冻结单和抽取记录：承诺值、数字、票号和人员都在纸上', async () => {
  const drawId = await completeDraw(office, taskId, joint);
  const view = await draws().byId.query({ drawId });
  const groups = view.commitment.match(/.{4}/g)!;
  const sheet = solidText(await office.download('operator', `/files/draws/${drawId}/freeze-sheet.pdf`));
  for (const group of groups) expect(sheet).toContain(group);
  expect(sheet).toContain('示例见证甲');
  const record = solidText(await office.download('operator', `/files/draws/${drawId}/record.pdf`)).replaceAll(
    /\s/g,
    '',
  );
  for (const typed of digits) expect(record).toContain(typed);
  for (const { name, ticket, team } of view.drawn) {
    expect(record).toContain(name);
    expect(record).toContain(ticket);
    for (const seat of team) expect(record).toContain(seat.name);
  }
  expect(record).toContain(view.resultHash!.match(/.{4}/g)!.slice(0, 4).join(''));
});

describe('抽出对象之后人员排不满', () => {
  /** Five enterprises from which all but two of the leading department must stay away, each officer once: two visits cannot be staffed. */
  async function stuckDraw() {
    const { lines: candidates } = await draws().candidates.query({ taskId });
    const pool = candidates.slice(0, 5).map(({ code }) => code);
    const exclude = candidates.slice(5).map(({ code }) => ({ code, reason: 'SUSPENDED' as const, note: '' }));
    const { lines } = await office.as('operator').rosters.objects.query({ limit: 2_000 });
    const officers = (await office.as('operator').rosters.officers.query()).filter(
      ({ department }) => department === '工信',
    );
    const recused = new Set((await office.as('operator').rosters.recusals.query()).map(({ officerId }) => officerId));
    const free = officers.filter(({ id, bars }) => bars.length === 0 && !recused.has(id));
    const leader = free.find(({ isLeaderQualified }) => isLeaderQualified);
    const member = free.find(({ id }) => id !== leader?.id);
    for (const { id: officerId } of officers.filter(({ id }) => id !== leader?.id && id !== member?.id)) {
      for (const { id: objectId } of lines.filter(({ code }) => pool.includes(code))) {
        await office.as('operator').rosters.addRecusal.mutate({
          officerId,
          objectId,
          reason: '本人申请',
          evidence: '示例',
          fromOn: '2026-09-07',
        });
      }
    }
    const { drawId } = await frozen({ exclude, officerCap: 1 });
    await sealDraw(office, drawId);
    must(await draws().drawObjects.mutate({ drawId }));
    return drawId;
  }

  test('说明原因；对象和种子不变，公布新名单后只重抽人员，验证包复算一致', async () => {
    const drawId = await stuckDraw();
    const before = await draws().byId.query({ drawId });
    expect(await draws().drawOfficers.mutate({ drawId })).toMatchObject({
      code: 'SEATS_INFEASIBLE',
      details: { cause: expect.stringContaining('人员无法排满') },
    });
    expect(await draws().amendOfficers.mutate({ drawId, reason: '补充人员' })).toMatchObject({
      code: 'OFFICERS_UNCHANGED',
    });
    for (const { id } of await office.as('operator').rosters.recusals.query()) {
      must(await office.as('operator').rosters.liftRecusal.mutate({ id, on: '2026-09-07', reason: '回避情形消除' }));
    }
    expect(must(await draws().amendOfficers.mutate({ drawId, reason: '回避情形消除' })).stage).toBe(2);
    expect(await draws().amendOfficers.mutate({ drawId, reason: '再换' })).toMatchObject({ code: 'OFFICERS_FEASIBLE' });
    must(await draws().drawOfficers.mutate({ drawId }));
    must(await draws().record.mutate({ drawId }));

    const after = await draws().byId.query({ drawId });
    expect([after.seed, after.drawn.map(({ code }) => code)]).toEqual([
      before.seed,
      before.drawn.map(({ code }) => code),
    ]);
    expect([after.stage, after.amendments.map(({ reason }) => reason)]).toEqual([2, ['回避情形消除']]);
    // The hall sees by its hash which list of officers was drawn from.
    const officersHash = after.amendments[0]!.officersHash;
    expect((await draws().projector.query({ drawId })).amended).toEqual({ stage: 2, officersHash });
    const bytes = await office.download('operator', `/files/draws/${drawId}/package.zip?kind=witness&to=x`);
    const files = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content)]),
    );
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['amend-r2.txt', 'officers.r2.tsv', 'recusals.r2.tsv']));
    expect(hash('sha256', files['officers.r2.tsv']!)).toBe(officersHash);
    await inFolder(files, (folder) => {
      expect(replay(folder).exit).toBe(0);
      expect(spawnSync('python3', [join(folder, 'verify.py'), folder]).status).toBe(0);
    });
    const record = solidText(await office.download('operator', `/files/draws/${drawId}/record.pdf`));
    expect(record).toContain('人员名单第2次公布：回避情形消除');
  });
});

test('操作人的屏幕锁定时，投影照常', async () => {
  const { drawId } = await frozen();
  must(await office.as('operator').office.lock.mutate());
  await expect(draws().byId.query({ drawId })).rejects.toThrow('LOCKED');
  expect((await draws().projector.query({ drawId })).state).toBe('frozen');
});
