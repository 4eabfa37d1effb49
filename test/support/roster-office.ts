import { readFileSync } from 'node:fs';
import { type Office, openPrepared } from './office.ts';
import { finishedJob, must } from './outcomes.ts';

export const sampleFile = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../resources/samples/${name}`, import.meta.url)));

/** An office with the sample rosters: 55 objects, 12 officers of four departments, 4 recusals. */
export async function openRosterOffice(packId?: string): Promise<Office> {
  const setting = packId === undefined ? {} : { packId };
  return (await openPrepared('rosters', setting, importRosters)).office;
}

/** Imports the sample rosters. */
export async function importRosters(office: Office): Promise<void> {
  for (const [kind, name] of [
    ['objects', 'objects-60.xlsx'],
    ['officers', 'officers-12.xlsx'],
  ] as const) {
    const stageId = await staged(office, `/uploads/rosters/${kind}`, sampleFile(name));
    must(await office.as('operator').rosters.confirmImport.mutate({ id: stageId }));
  }
}

/** Uploads a workbook and waits until it is read; gives its stage. */
export async function staged(office: Office, path: string, bytes: Uint8Array, name = '示例.xlsx'): Promise<number> {
  const { jobId } = must(await office.upload<{ jobId: number }>('operator', path, bytes, name));
  return (await finishedJob<{ stageId: number }>(office, 'operator', jobId)).stageId;
}

/** An officer's entry as the form would send it again, with some of it changed. */
export async function officerForm(office: Office, id: number) {
  const officer = await office.as('operator').rosters.officer.query({ id });
  return {
    name: officer.name,
    department: officer.unit,
    section: officer.section,
    post: officer.post,
    certificate: officer.certificateNumber,
    ...(officer.certificateExpiresOn === null ? {} : { certificateUntil: officer.certificateExpiresOn }),
    established: officer.hasEstablishment,
    scopes: [...officer.scopes],
    leader: officer.isLeaderQualified,
    status: officer.status,
    leaves: officer.leaves.map((leave) => ({ ...leave })),
    phone: officer.maskedPhone,
  };
}
