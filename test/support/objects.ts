import type { ObjectForm } from '../../shared/features/rosters/schemas.ts';
import { makeUscc } from '../../shared/kernel/uscc.ts';
import type { Office } from './office.ts';
import { finishedJob, must } from './outcomes.ts';

/** An entry of the form with nothing but what has to be there; name and code are for the test to give. */
export const blankObject: Omit<ObjectForm, 'name' | 'code'> = {
  kind: '企业',
  address: '',
  principal: '',
  phone: '',
  industry: '',
  town: '',
  registrar: '',
  status: '存续',
  aboveScale: false,
  priority: false,
  tags: [],
  licences: [],
};

/** Enters an object by form and gives its number; `n` makes its code, and no two may have the same. */
export async function addObject(office: Office, name: string, n: number, part: Partial<ObjectForm> = {}) {
  const entry = { ...blankObject, name, code: makeUscc('91150784', n), ...part };
  return must(await office.as('operator').rosters.addObject.mutate({ entry, reason: '新登记' })).id;
}

type ExportInput = Parameters<Office['anyone']['rosters']['exportObjects']['mutate']>[0];

/** Every field of every object. */
export const everything: ExportInput = { filter: {}, columns: null };

/** Exports objects as a job and gives the workbook; with a reason the numbers are whole. */
export async function exportedObjects(
  office: Office,
  role: 'operator' | 'leader',
  input: ExportInput,
  reason?: string,
): Promise<Uint8Array> {
  const { rosters } = office.as(role);
  const started =
    reason === undefined
      ? await rosters.exportObjects.mutate(input)
      : await rosters.exportObjectsFull.mutate({ ...input, reason });
  const { exportId } = await finishedJob<{ exportId: number }>(office, role, must(started).jobId);
  return office.download(role, `/files/rosters/exports/${exportId}`);
}
