import { afterAll, beforeAll, expect, test } from 'vitest';
import { externalReportDocument } from '../../../shared/features/credit/credit-report.document.ts';
import { publicRecordOf, type ReportedRecord } from '../../../shared/features/credit/public-record.ts';
import { addEnterprises } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  await addEnterprises(office, 1);
  must(await office.as('operator').grading.regrade.mutate());
});
afterAll(() => office.close());

const record: ReportedRecord = {
  id: 1,
  kind: 'penalty',
  happenedOn: '2026-03-01',
  endedOn: null,
  repairedOn: null,
  source: '示例部门',
  documentNumber: '示罚〔2026〕3号',
  summary: '未按规定培训，联系电话13800001234',
  outcome: 'bad',
  publicity: 'published',
  publishedOn: '2026-03-05',
};
const shown = (records: readonly ReportedRecord[]) =>
  publicRecordOf({
    enterprise: {
      name: '示例企业1有限公司',
      code: '91150784000000014C',
      kind: '企业',
      status: '存续',
      foundedOn: null,
      registeredBy: '',
      industry: '',
    },
    today: '2026-09-07',
    records,
    licences: [],
    inspections: [],
    lists: [],
    commitments: [],
  });
const numbers = (records: readonly ReportedRecord[]) =>
  shown(records).parts.flatMap(({ lines }) => lines.map(({ number }) => number));

test.each([
  ['正在公示的', {}, true],
  ['没有公示的', { publicity: 'none', publishedOn: null }, false],
  ['等待公示的', { publicity: 'pending', publishedOn: null }, false],
  ['停止公示的', { publicity: 'stopped' }, false],
  ['已经修复的', { repairedOn: '2026-09-07' }, false],
  ['已经移出的异常名录', { kind: 'abnormal-list', endedOn: '2026-09-01' }, false],
  ['凭授权归集的', { kind: 'tax' }, false],
  ['量化分级', { kind: 'quantified-grade' }, false],
] as const)('对外的报告：%s', (_what, change, isShown) => {
  expect(numbers([{ ...record, ...change }])).toEqual(isShown ? ['示罚〔2026〕3号'] : []);
});

test('对外的报告遮去电话，不写信用等级，即使摘要里写了', () => {
  const document = (summary: string) =>
    JSON.stringify(
      externalReportDocument({
        bureau: '示例局',
        number: '1',
        madeOn: '2026-09-07',
        record: shown([{ ...record, summary }]),
      }),
    );
  expect(document(record.summary)).toContain('138****1234');
  expect(document('因信用等级为D级加大检查')).not.toMatch(/信用等级|D级/);
});

test('对外的报告有编号和日期，出具即留存；内部的才有等级和说明，并标明不公开', async () => {
  const external = await office.download('operator', '/files/credit/enterprises/1/external.pdf');
  const lookup = must(
    await office.as('operator').credit.lookups.lookUp.mutate({
      objectId: 1,
      matter: 'penalty',
      subject: '示例案',
      purpose: '裁量参考',
      askedBy: '法规股',
      inspectionId: null,
    }),
  );
  const internal = await office.download('operator', `/files/credit/reports/${lookup.reportId}/report.pdf`);
  const files = await office.as('reviewer').credit.enterprise.files.query({ id: 1 });
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['信用信息报告 额工信信报〔2026〕1号', '内部信用报告（不公开） 额工信信报〔2026〕2号']),
  );
  if (!canReadPdfs) return;
  expect(solidText(external)).toContain('额工信信报〔2026〕1号');
  expect(solidText(external)).toContain('2026年9月7日');
  expect(solidText(external)).not.toMatch(/信用等级|[ABCD]级|国家评价/);
  expect(solidText(internal)).toMatch(/内部使用.*不公开/);
  expect(solidText(internal)).toContain('B级');
  expect(solidText(internal)).toContain('待核');
});
