import { renderWorkbook } from '../../electron/workbooks/write.ts';
import { recordColumns } from '../../shared/features/credit/record-columns.ts';
import type { NewRecord } from '../../shared/features/credit/schemas.ts';
import { addEnterprises } from './grade-files.ts';
import { type Office, openPrepared } from './office.ts';
import { finishedJob, must } from './outcomes.ts';

export interface CreditOffice {
  readonly office: Office;
  readonly codes: readonly string[];
  /** Numbers of the enterprises, in the order of `codes`. */
  readonly ids: readonly number[];
}

/** An office with made-up enterprises and no records yet. */
export async function openCreditOffice(count = 3, today = '2026-09-07'): Promise<CreditOffice> {
  const { office, value } = await openPrepared(`${count} enterprises`, { today }, async (made) => {
    const codes = await addEnterprises(made, count);
    const { lines } = await made.as('operator').grading.list.query();
    return { codes, ids: codes.map((code) => lines.find((line) => line.code === code)?.objectId ?? 0) };
  });
  return { office, ...value };
}

type PenaltyChanges = Partial<Omit<NewRecord, 'persons'>> & {
  readonly persons?: readonly NonNullable<NewRecord['persons']>[number][] | undefined;
};

/** A penalty as the form sends it. */
export function penaltyOf(
  objectId: number,
  { persons = [{ role: 'legal', name: '示例甲' }], ...more }: PenaltyChanges = {},
): NewRecord {
  return {
    objectId,
    kind: 'penalty',
    happenedOn: '2026-09-01',
    source: '示例市场监督管理局',
    documentNumber: '示罚〔2026〕1号',
    summary: '示例违法事实，罚款',
    severity: 'ordinary',
    amountFen: 500_000,
    persons: [...persons],
    ...more,
  };
}

export async function addRecord(office: Office, record: NewRecord): Promise<number> {
  return must(await office.as('operator').credit.records.add.mutate(record)).id;
}

type Cells = Partial<Record<(typeof recordColumns)[number]['key'], string>>;

/** A workbook of records in the layout of the template. */
export function recordWorkbook(rows: readonly Cells[]): Promise<Uint8Array> {
  const columns = recordColumns.map(({ heading, width }) => ({ heading, width, kind: 'text' as const }));
  const cells = rows.map((row) => recordColumns.map(({ key }) => row[key] ?? ''));
  return renderWorkbook({
    sheets: [{ name: '信用记录', columns, rows: cells }],
    createdAt: '2026-09-01T00:00:00.000Z',
  });
}

/** Uploads it and gives the number of the checked stage. */
export async function stageRecords(
  office: Office,
  bytes: Uint8Array,
  { supplier = '', isMutual = false, fileName = '信用记录.xlsx' } = {},
): Promise<number> {
  const headers = {
    'x-file-name': encodeURIComponent(fileName),
    'x-supplier': encodeURIComponent(supplier),
    ...(isMutual ? { 'x-mutual': '1' } : {}),
  };
  const body = bytes as Uint8Array<ArrayBuffer>;
  const reply = await office.fetch('operator', '/uploads/credit/records', { method: 'POST', body, headers });
  const { jobId } = must((await reply.json()) as Parameters<typeof must<{ jobId: number }>>[0]);
  return (await finishedJob<{ stageId: number }>(office, 'operator', jobId)).stageId;
}
