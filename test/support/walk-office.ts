import { parseWorkbook } from '../../electron/workbooks/parse.ts';
import type { ResultInput } from '../../shared/features/inspections/schemas.ts';
import { completeDraw } from './draw-office.ts';
import { addEnterprises, gradeWorkbook } from './grade-files.ts';
import { type Office, openPrepared, sampleBureau } from './office.ts';
import { finishedJob, must } from './outcomes.ts';
import { ownItem, ownPlan } from './plans.ts';
import type { PackName } from './policy-sources.ts';

/** An office that works by one of the five documents: nine enterprises above scale, one of each national grade, four officers. */
export interface WalkOffice {
  readonly office: Office;
  /** 统一社会信用代码 of 示例企业1 to 9. */
  readonly codes: readonly string[];
  /** Their numbers in the roster. */
  readonly ids: readonly number[];
  /** Sets the clock to nine in the morning of a day and signs everybody in again. */
  readonly on: (day: string) => Promise<void>;
}

export const nationalGrades = ['优+', '优', '良+', '良', '良-', '中+', '中', '中-', '差'] as const;

export async function openWalkOffice(packId: PackName, today = '2026-09-07'): Promise<WalkOffice> {
  const { office, value } = await openPrepared('enterprises and officers', { today, packId }, enterRosters);
  const on = async (day: string) => {
    office.setNow(`${day}T01:00:00.000Z`);
    await office.restart();
  };
  return { office, ...value, on };
}

async function enterRosters(office: Office) {
  const codes = await addEnterprises(office, nationalGrades.length);
  for (const [index, name] of ['示例甲', '示例乙', '示例丙', '示例丁'].entries()) {
    const entry = {
      name,
      department: sampleBureau.name,
      certificate: `1507840${index + 1}`,
      certificateUntil: '2028-12-31',
      established: true,
      scopes: [],
      leader: true,
      status: '在岗' as const,
      phone: '',
    };
    must(await office.as('operator').rosters.addOfficer.mutate({ entry, reason: '示例入库' }));
  }
  const { lines } = await office.as('operator').rosters.objects.query({});
  return { codes, ids: codes.map((code) => lines.find((line) => line.code === code)?.id ?? 0) };
}

/** Imports the national grades, 优+ for the first enterprise down to 差 for the ninth. */
export async function importNationalGrades({ office, codes }: WalkOffice): Promise<void> {
  const rows = nationalGrades.map(
    (grade, index) => [`示例企业${index + 1}有限公司`, codes[index] ?? '', grade, '2026-08-01'] as const,
  );
  const bytes = await gradeWorkbook(rows);
  const started = await office.upload<{ jobId: number }>('operator', '/uploads/grading/import', bytes, '等级.xlsx');
  const { stageId } = await finishedJob<{ stageId: number }>(office, 'operator', must(started).jobId);
  must(await office.as('operator').grading.confirmImport.mutate({ stageId }));
}

/** The office's own plan with one item, approved; a task of it; a whole ceremony; gives the inspections it opened. */
export async function drawOnce({ office }: WalkOffice): Promise<readonly number[]> {
  const planId = await ownPlan(office, [ownItem({ name: '示例随机抽查', objects: '规上工业企业', quota: '2家' })]);
  must(await office.as('leader').plans.approve.mutate({ id: planId }));
  const { items } = await office.as('operator').plans.items.query({ id: planId });
  const planItemId = items[0]?.id ?? 0;
  const { draft } = await office.as('operator').plans.draftTask.query({ itemId: planItemId });
  const { id: taskId } = must(
    await office.as('operator').plans.createTask.mutate({
      ...draft,
      planItemId,
      poolFilter: { aboveScale: true },
      quota: { kind: 'count', count: 2 },
      checkItems: '示例事项',
      methods: ['实地核查'],
      basis: '示例依据',
      fromOn: '2026-09-01',
      toOn: '2026-11-30',
    }),
  );
  const drawId = await completeDraw(office, taskId);
  const inspections = await office.as('operator').inspections.list.query({});
  return inspections.filter((inspection) => inspection.drawId === drawId).map(({ id }) => id);
}

/** A visit in which nothing was found. */
export const visitFacts: ResultInput = {
  inspectedOn: '2026-09-15',
  completedOn: '2026-09-16',
  methods: ['on-site'],
  result: 'no-problem',
  problems: [],
  findings: '示例：各项制度健全。',
  evidence: '',
  refusals: [],
  refusalTimes: 0,
  disposal: 'none',
  disposalNote: '',
};

/** From the notice to the publication; the clock then stands at 2026-09-17. */
export async function publishVisit(
  { office, on }: WalkOffice,
  inspectionId: number,
  change: Partial<ResultInput> = {},
): Promise<void> {
  must(
    await office.as('operator').inspections.issueNotice.mutate({
      inspectionId,
      inspectOn: '2026-09-15',
      address: '示例镇工业街1号',
      contact: '示例负责人',
      items: '示例事项',
      materials: '',
    }),
  );
  await on('2026-09-17');
  const facts = { ...visitFacts, ...change };
  must(await office.as('operator').inspections.submitResult.mutate({ inspectionId, facts }));
  must(await office.as('reviewer').inspections.reviewResult.mutate({ inspectionId, decision: 'approve', opinion: '' }));
  must(await office.as('operator').inspections.publish.mutate({ inspectionIds: [inspectionId] }));
}

/** The rows of a sheet of a workbook the program made, below its headings. */
export async function sheetRows(
  { office }: Pick<WalkOffice, 'office'>,
  path: string,
  sheet: string,
): Promise<readonly (readonly string[])[]> {
  const book = must(await parseWorkbook(await office.download('operator', path)));
  const rows = book.find(({ name }) => name === sheet)?.rows ?? [];
  return rows.slice(1).map(({ cells }) => cells.map(({ text }) => text));
}

/** Has a draft of the rule pack approved, in force from a day; the draft is what the operator made of the version in force. */
export async function approvePack(
  { office }: Pick<WalkOffice, 'office'>,
  id: number,
  inForceOn: string,
): Promise<void> {
  must(await office.as('operator').policies.submit.mutate({ id, inForceOn, because: '示例：局务会研究同意' }));
  must(await office.as('leader').policies.approve.mutate({ id, opinion: '同意' }));
}

/** A draft made of the version in force; gives it and the version. */
export async function draftPack({
  office,
}: Pick<WalkOffice, 'office'>): Promise<{ draftId: number; inForceId: number }> {
  const { policies } = office.as('operator');
  const inForceId = (await policies.versions.query()).inForceId ?? 0;
  const { id: draftId } = must(await policies.draft.mutate({ kind: 'version', id: inForceId }));
  return { draftId, inForceId };
}
