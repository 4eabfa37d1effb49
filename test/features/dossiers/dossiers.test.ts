import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultInput } from '../../../shared/features/inspections/schemas.ts';
import { type InspectedOffice, openInspectedOffice } from '../../support/inspected-office.ts';
import { canReadPdfs, pageTexts, solidText } from '../../support/pdf.ts';

let office: InspectedOffice;
const facts: ResultInput = {
  inspectedOn: '2026-09-15',
  completedOn: '2026-09-16',
  methods: ['on-site'],
  result: 'corrected',
  problems: [],
  findings: '一处灭火器压力不足，当场更换。',
  evidence: '照片2张',
  refusals: [],
  refusalTimes: 0,
  disposal: 'order',
  disposalNote: '已复核',
};

beforeAll(async () => {
  office = await openInspectedOffice();
  const notice = {
    inspectOn: '2026-09-15',
    address: '示例镇工业街',
    contact: '示例负责人，0470-0000000',
    items: '安全生产',
    materials: '',
  };
  await office.as('operator').inspections.issueNotice.mutate({ ...notice, inspectionId: 1 });
  await office.as('operator').inspections.issueNotice.mutate({ ...notice, inspectionId: 2 });
  await office.setNow('2026-09-17T02:00:00.000Z');
  for (const inspectionId of [1, 2]) {
    await office.as('operator').inspections.submitResult.mutate({ inspectionId, facts });
    await office.as('reviewer').inspections.reviewResult.mutate({ inspectionId, decision: 'approve', opinion: '同意' });
  }
  await office.as('operator').inspections.publish.mutate({ inspectionIds: [1] });
});
afterAll(() => office.close());

async function file(path: string): Promise<Uint8Array> {
  const response = await office.fetch('operator', `/files/${path}`);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}

const fileDossier = (inspectionId: number) =>
  office.as('operator').dossiers.file.mutate({ inspectionId, retention: '10-years', remark: '' });

test('已检查未公示的不能归档（细则第十三条）', async () => {
  expect(await fileDossier(2)).toMatchObject({ code: 'DOSSIER_INCOMPLETE', details: { lacks: ['PUBLICATION'] } });
  expect(await fileDossier(3)).toMatchObject({ details: { lacks: ['NOTICE', 'RESULT', 'PUBLICATION'] } });
});

test('归档号为年份加四位流水，每户只归一次，归档后不能改', async () => {
  expect(await fileDossier(1)).toMatchObject({ ok: true, value: { archiveNumber: '20260001' } });
  expect(await fileDossier(1)).toMatchObject({ code: 'ALREADY_FILED', details: { archiveNumber: '20260001' } });
  expect(() => office.db.prepare(`update dossiers set archive_number = '20260009'`).run()).toThrow(/not changed/);
  expect(await office.as('leader').dossiers.register.query()).toMatchObject([
    { archiveNumber: '20260001', objectName: '示例机械厂' },
  ]);
});

describe.skipIf(!canReadPdfs)('打印', () => {
  test('卷宗一键生成：封面、目录、抽取记录、通知书、记录表、审批表、公示表、备考表', async () => {
    const bytes = await file('dossiers/1.pdf');
    const pages = pageTexts(bytes);
    const contents = (pages[1] ?? '').replace(/\s+/g, ' ');
    expect(pages[0]).toContain('20260001');
    let after = -1;
    for (const title of ['随机抽取记录', '检查通知书', '现场检查记录表', '检查结果审批表', '检查结果公示表']) {
      expect(contents.indexOf(title)).toBeGreaterThan(after);
      after = contents.indexOf(title);
    }
    expect(pages.at(-1)).toContain('卷内备考表');
    expect(solidText(bytes)).toContain('一处灭火器压力不足，当场更换。');
    expect(await office.as('leader').dossiers.register.query()).toMatchObject([
      { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test('每份检查文书都能单独打印，打印记入台账', async () => {
    for (const name of ['notice', 'record', 'blank-record', 'approval', 'result']) {
      expect(solidText(await file(`inspections/1/${name}.pdf`))).toContain('示例机械厂');
    }
    const entries = await office.as('leader').ledger.lines.query({ action: 'inspection.print' });
    expect(entries.length).toBe(5);
    expect((await office.fetch('operator', '/files/inspections/3/notice.pdf')).status).toBe(409);
    expect((await office.fetch('operator', '/files/inspections/2/result.pdf')).status).toBe(409);
  });

  test('公示表不含电话、人员和处置细节', async () => {
    const [publication] = await office.as('leader').inspections.publications.query();
    const text = solidText(await file(`publications/${publication?.id}/list.pdf`));
    expect(text).toContain('91150784MA0N00001X');
    expect(text).toContain(publication?.listSha256 ?? '-');
    expect(text).not.toMatch(/0470|示例甲|示例负责人|灭火器/);
  });
});

test('公示表格和档案登记簿可下载为表格', async () => {
  const [publication] = await office.as('leader').inspections.publications.query();
  for (const path of [`publications/${publication?.id}/list.xlsx`, 'dossiers/register.xlsx']) {
    expect(
      Buffer.from(await file(path))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  }
});
