import type { NewRecord } from '../../shared/features/credit/schemas.ts';
import { addEnterprises } from './grade-files.ts';
import { type Office, openPrepared, sampleBureau } from './office.ts';
import { must } from './outcomes.ts';
import { scannedPdf } from './scans.ts';

/** An office with three made-up enterprises in its roster, and short ways to set a matter up. */
export interface SupervisedOffice {
  readonly office: Office;
  /** Numbers of the enterprises in the roster. */
  readonly ids: readonly [number, number, number];
  /** Sets the clock to nine in the morning of a day and signs everybody in again. */
  readonly on: (day: string) => Promise<void>;
  /** Registers a credit record of this office's own; gives its number. */
  readonly record: (objectId: number, record: Partial<NewRecord> & Pick<NewRecord, 'kind'>) => Promise<number>;
  /** The grade that holds now. */
  readonly gradeOf: (objectId: number) => Promise<string | undefined>;
  readonly attach: (subject: string, id: number, files?: number) => Promise<void>;
}

export async function openSupervisedOffice(packId: string, today = '2026-09-07'): Promise<SupervisedOffice> {
  const { office, value: ids } = await openPrepared('three graded enterprises', { today, packId }, async (made) => {
    const codes = await addEnterprises(made, 3);
    const { lines } = await made.as('operator').rosters.objects.query({});
    const [one = 0, two = 0, three = 0] = codes.map((code) => lines.find((line) => line.code === code)?.id ?? 0);
    must(await made.as('operator').grading.regrade.mutate());
    return [one, two, three] as const;
  });
  return {
    office,
    ids,
    on: async (day) => {
      office.setNow(`${day}T01:00:00.000Z`);
      await office.restart();
    },
    record: async (objectId, record) => {
      const entry = { happenedOn: today, source: sampleBureau.name, ...record, objectId };
      return must(await office.as('operator').credit.records.add.mutate(entry)).id;
    },
    gradeOf: async (objectId) =>
      (await office.as('reviewer').grading.list.query()).lines.find((line) => line.objectId === objectId)?.current
        ?.grade,
    attach: async (subject, id, files = 1) => {
      for (let page = 1; page <= files; page++) {
        const bytes = await scannedPdf(page);
        must(await office.upload('operator', `/uploads/attachments/${subject}/${id}`, bytes, `示例材料${page}.pdf`));
      }
    },
  };
}
