import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addRecord,
  type CreditOffice,
  openCreditOffice,
  penaltyOf,
  recordWorkbook,
  stageRecords,
} from '../../support/credit-office.ts';
import { must } from '../../support/outcomes.ts';
import { scannedPdf } from '../../support/scans.ts';

let it: CreditOffice;
beforeAll(async () => {
  it = await openCreditOffice(2);
});
afterAll(() => it.office.close());

const credit = () => it.office.as('operator').credit;
const taxOf = (happenedOn: string) =>
  penaltyOf(it.ids[0] ?? 0, { kind: 'tax', happenedOn, documentNumber: `示税${happenedOn}`, outcome: 'good' });

test('没有授权、授权书未存入、日期不在授权内，都不能归集纳税信息；齐备后可以', async () => {
  const add = (on: string) => credit().records.add.mutate(taxOf(on));
  expect(await add('2026-06-30')).toMatchObject({ code: 'CREDIT_UNAUTHORISED', details: { lack: 'none' } });
  const authorisation = {
    objectId: it.ids[0] ?? 0,
    kinds: ['tax', 'power'] as ('tax' | 'power')[],
    fromOn: '2026-01-01',
    untilOn: '2026-12-31',
    givenBy: '示例甲（法定代表人）',
  };
  expect(await credit().authorisations.add.mutate({ ...authorisation, kinds: ['penalty'] })).toMatchObject({
    code: 'AUTHORISATION_NOT_NEEDED',
  });
  const { id } = must(await credit().authorisations.add.mutate(authorisation));
  expect(await add('2026-06-30')).toMatchObject({ code: 'CREDIT_UNAUTHORISED', details: { lack: 'no-document' } });
  must(
    await it.office.upload('operator', `/uploads/attachments/authorisation/${id}`, await scannedPdf(1), '授权书.pdf'),
  );
  expect(await add('2025-12-31')).toMatchObject({ code: 'CREDIT_UNAUTHORISED', details: { lack: 'not-that-day' } });
  const recordId = await addRecord(it.office, taxOf('2026-06-30'));
  expect(await credit().records.record.query({ id: recordId })).toMatchObject({ authorisation: { id, holds: true } });
});

test('导入时逐行核对授权', async () => {
  const row = (n: number, kind: string, happenedOn: string) => ({
    kind,
    code: it.codes[n] ?? '',
    source: '示例税务局',
    happenedOn,
    outcome: '正常',
    documentNumber: `示${kind}${happenedOn}`,
  });
  const rows = [
    row(0, '纳税', '2026-03-31'),
    row(0, '用水', '2026-03-31'),
    row(0, '用电', '2025-03-31'),
    row(1, '纳税', '2026-03-31'),
  ];
  const stageId = await stageRecords(it.office, await recordWorkbook(rows));
  const stage = await credit().imports.stage.query({ stageId });
  expect(stage?.good).toBe(1);
  expect(stage?.problems.map(({ row: at, code }) => [at, code])).toEqual([
    [3, 'RECORD_UNAUTHORISED'],
    [4, 'RECORD_UNAUTHORISED'],
    [5, 'RECORD_UNAUTHORISED'],
  ]);
});

test('撤回以后不再归集，已归集的留在办公室内，不再对外', async () => {
  const outside = async () => {
    const { jobId } = must(await credit().exports.platform.mutate({ kinds: ['tax'] }));
    return jobId;
  };
  await outside();
  const [one] = await credit().authorisations.list.query({});
  expect(one?.state).toBe('effective');
  const withdraw = (on: string) =>
    credit().authorisations.withdraw.mutate({ id: one?.id ?? 0, on, reason: '企业来函撤回' });
  expect(await withdraw('2025-12-31')).toMatchObject({ code: 'AUTHORISATION_BEFORE' });
  must(await withdraw('2026-09-07'));
  expect(await withdraw('2026-09-07')).toMatchObject({ code: 'AUTHORISATION_WITHDRAWN' });
  expect(await credit().records.add.mutate(taxOf('2026-09-07'))).toMatchObject({ details: { lack: 'not-that-day' } });
  expect(await credit().exports.platform.mutate({ kinds: ['tax'] })).toMatchObject({
    code: 'CREDIT_NOTHING_TO_EXPORT',
  });
  const { lines, total } = await credit().records.list.query({ kinds: ['tax'] });
  expect(total).toBe(1);
  expect(await credit().records.record.query({ id: lines[0]?.id ?? 0 })).toMatchObject({
    authorisation: { holds: false },
  });
});
