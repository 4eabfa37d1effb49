import { afterEach, beforeEach, expect, test } from 'vitest';
import { freezeOf, openDrawOffice, voidWitnesses, witnesses } from '../../support/draw-office.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

let office: Office;
let taskId: number;
beforeEach(async () => {
  ({ office, taskId } = await openDrawOffice());
});
afterEach(() => office.close());

const draws = () => office.as('operator').draws;

test('批准计划的局领导不能作见证人', async () => {
  const approver = { ...witnesses[1]!, name: '示例分管' };
  expect(
    await draws().freeze.mutate({ ...freezeOf(taskId), witnesses: [witnesses[0]!, approver, witnesses[2]!] }),
  ).toMatchObject({ code: 'WITNESS_IS_APPROVER', details: { name: '示例分管' } });
});

test('监督人另有其人，写明单位', async () => {
  const freeze = freezeOf(taskId);
  expect(await draws().freeze.mutate({ ...freeze, supervisor: '示例经办' })).toMatchObject({
    code: 'SUPERVISOR_IS_OPERATOR',
  });
  expect(await draws().freeze.mutate({ ...freeze, supervisor: '示例见证乙' })).toMatchObject({
    code: 'SUPERVISOR_IS_WITNESS',
    details: { name: '示例见证乙' },
  });
  await expect(draws().freeze.mutate({ ...freeze, supervisorUnit: ' ' })).rejects.toThrow();
  await expect(draws().freeze.mutate({ ...freeze, place: '' })).rejects.toThrow();
  const { drawId } = must(await draws().freeze.mutate(freeze));
  expect(await draws().byId.query({ drawId })).toMatchObject({
    supervisor: '示例监督',
    supervisorUnit: '示例司法局',
    witnesses: [
      { kind: 'discipline', identity: '纪检监察人员', isDice: false },
      { kind: 'enterprise', identity: '企业代表', isDice: false },
      { kind: 'congress', identity: '人大代表', isDice: true },
    ],
  });
});

test('以前的见证人、监督人和地点可以再选，后用的在前', async () => {
  const { drawId } = must(await draws().freeze.mutate(freezeOf(taskId)));
  must(await office.as('leader').draws.void.mutate({ drawId, reason: '投影故障', witnesses: [...voidWitnesses] }));
  must(await draws().freeze.mutate({ ...freezeOf(taskId, { isRehearsal: true }), place: '一楼大厅' }));
  const known = await draws().knownAttendants.query();
  expect(known.witnesses.map(({ name, kind, words }) => [name, kind, words])).toEqual([
    ['示例见证丙', 'congress', '人大代表'],
    ['示例见证乙', 'enterprise', '企业代表'],
    ['示例见证甲', 'discipline', '纪检监察人员'],
    ['示例见证丁', 'other', '志愿者'],
  ]);
  expect(known).toMatchObject({
    supervisors: [{ name: '示例监督', unit: '示例司法局' }],
    places: ['一楼大厅', '三楼会议室'],
  });
});

test('台账写明何人在何处主持、监督和见证', async () => {
  must(await draws().freeze.mutate(freezeOf(taskId)));
  const [entry] = await office.as('operator').ledger.lines.query({ action: 'draws.freeze', limit: 1 });
  expect(entry?.actor).toBe('示例经办');
  expect(JSON.parse(entry?.details ?? '')).toMatchObject({
    rehearsal: false,
    place: '三楼会议室',
    supervisor: '示例监督（示例司法局）',
    witnesses: [
      '示例见证甲（示例纪检监察组，纪检监察人员）',
      '示例见证乙（示例企业协会，企业代表）',
      '示例见证丙（示例社区，人大代表）',
    ],
  });
});
