import { addEnterprises, gradeWorkbook } from './grade-files.ts';
import type { Office } from './office.ts';
import { finishedJob, must } from './outcomes.ts';

/** An enterprise of the roster with its number there. */
export interface Firm {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** Made-up enterprises in the roster, numbered from 1. */
export async function addFirms(office: Office, count: number): Promise<Firm[]> {
  const codes = await addEnterprises(office, count);
  const { lines } = await office.as('operator').rosters.objects.query({ limit: 2_000 });
  return codes.map((code) => {
    const line = lines.find((one) => one.code === code);
    if (line === undefined) throw new Error(`no enterprise ${code}`);
    return { id: line.id, code, name: line.name };
  });
}

/** Gives them national grades, as the upper platform hands them down; the letters follow. */
export async function gradeFirms(office: Office, grades: readonly (readonly [Firm, string])[], on = '2026-08-01') {
  const bytes = await gradeWorkbook(grades.map(([{ name, code }, grade]) => [name, code, grade, on]));
  const started = await office.upload<{ jobId: number }>('operator', '/uploads/grading/import', bytes, '等级.xlsx');
  const { stageId } = await finishedJob<{ stageId: number }>(office, 'operator', must(started).jobId);
  return must(await office.as('operator').grading.confirmImport.mutate({ stageId }));
}

/** A complaint about the enterprise, entered by hand. */
export async function complain(office: Office, firm: Firm, happenedOn: string): Promise<void> {
  const record = { objectId: firm.id, kind: 'complaint', source: '12345热线（示例）', happenedOn } as const;
  must(await office.as('operator').credit.records.add.mutate(record));
}

/** Posts what the page holds and gives the file. */
export async function makeFile(office: Office, path: string, body: unknown): Promise<Uint8Array> {
  const response = await office.fetch('operator', path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}
