import { makeCheckList } from './demo-list.ts';
import type { DemoOffice } from './demo-office.ts';
import { must } from './demo-office.ts';

/** The workbooks the case is made from, by what they hold. */
export interface DemoWorkbooks {
  readonly objects: Uint8Array;
  readonly officers: Uint8Array;
  readonly plan: Uint8Array;
  readonly grades: Uint8Array;
}

/** The demo's clock: set to nine in the morning (Asia/Shanghai), so many days before today. */
export interface DemoClock {
  readonly daysAgo: (days: number) => void;
  /** The local day so many days before today. */
  readonly dayBefore: (days: number) => string;
}

/** 三名见证人的数字. A real draw takes them from the people in the room. */
const demoDigits = ['3141592', '6535897', '932384'] as const;

/** One case from end to end through the real services. Gives a line for each step, for the one who looks on. */
export async function runDemoCase(office: DemoOffice, books: DemoWorkbooks, clock: DemoClock): Promise<string[]> {
  const go = (days: number) => {
    clock.daysAgo(days);
    return office.signIn();
  };
  await go(30);
  const lines = await importRosters(office, books);
  const planId = await importPlan(office, books.plan);
  const itemId = await row22(office, planId);
  lines.push(await makeCheckList(office, itemId));
  await go(28);
  lines.push(await importGrades(office, books.grades));
  await go(25);
  const task = await makeTask(office, itemId, [clock.dayBefore(25), clock.dayBefore(0)]);
  lines.push(`任务：${task.number}`, await drawBeforeWitnesses(office, task.id));
  const inspections = await office.as('operator').inspections.list.query({ taskId: task.id });
  const ids = inspections.map(({ id }) => id);
  await go(24);
  for (const id of ids) await issueNotice(office, id, clock.dayBefore(19));
  await go(18);
  for (const [i, id] of ids.entries()) await submitResult(office, id, clock.dayBefore(19), i === 0);
  await go(16);
  for (const inspectionId of ids) {
    const review = { inspectionId, decision: 'approve' as const, opinion: '事实清楚，同意。' };
    must(await office.as('reviewer').inspections.reviewResult.mutate(review));
  }
  await go(15);
  must(await office.as('operator').inspections.publish.mutate({ inspectionIds: ids }));
  lines.push(`公示：${ids.length}条检查结果`);
  await go(14);
  for (const inspectionId of ids) {
    const dossier = { inspectionId, retention: '30-years' as const, remark: '' };
    lines.push(`归档号：${must(await office.as('operator').dossiers.file.mutate(dossier)).archiveNumber}`);
  }
  return lines;
}

async function importRosters(office: DemoOffice, books: DemoWorkbooks): Promise<string[]> {
  const lines: string[] = [];
  for (const [kind, bytes, fileName] of [
    ['objects', books.objects, '规上工业企业名录.xlsx'],
    ['officers', books.officers, '执法检查人员名录.xlsx'],
  ] as const) {
    const id = await office.stage('operator', `/uploads/rosters/${kind}`, bytes, fileName);
    const { added } = must(await office.as('operator').rosters.confirmImport.mutate({ id }));
    lines.push(`名录：${fileName}导入${added}行`);
  }
  return lines;
}

async function importPlan(office: DemoOffice, bytes: Uint8Array): Promise<number> {
  const stageId = await office.stage('operator', '/uploads/plans/import', bytes, '联合抽查计划表.xlsx');
  const { planId } = must(await office.as('operator').plans.confirmImport.mutate({ stageId, year: 2023 }));
  must(await office.as('leader').plans.approve.mutate({ id: planId }));
  return planId;
}

async function importGrades(office: DemoOffice, bytes: Uint8Array): Promise<string> {
  const stageId = await office.stage('operator', '/uploads/grading/import', bytes, '国家信用等级.xlsx');
  const { imported } = must(await office.as('operator').grading.confirmImport.mutate({ stageId }));
  return `信用：国家等级导入${imported}行`;
}

/** 工业企业安全生产检查, the bureau's own item of the joint plan. */
async function row22(office: DemoOffice, planId: number): Promise<number> {
  const { items } = await office.as('operator').plans.items.query({ id: planId });
  const item = items.find(({ number }) => number === 22);
  if (item === undefined) throw new Error('row 22 is in the plan');
  return item.id;
}

/** The plan's item as a task of this year. */
async function makeTask(office: DemoOffice, planItemId: number, [fromOn, toOn]: readonly [string, string]) {
  const operator = office.as('operator');
  const { draft } = await operator.plans.draftTask.query({ itemId: planItemId });
  const quota = draft.quotas[0]?.quota;
  if (quota === undefined) throw new Error('row 22 has a quota');
  return must(await operator.plans.createTask.mutate({ ...draft, planItemId, quota, fromOn, toOn }));
}

async function drawBeforeWitnesses(office: DemoOffice, taskId: number): Promise<string> {
  const operator = office.as('operator');
  const { task, preset } = await operator.draws.forTask.query({ taskId });
  const setting = {
    taskId,
    isRehearsal: false,
    mode: 'sample' as const,
    batchSize: 1,
    quota: 'plain' as const,
    ratios: preset.ratios,
    must: [],
    mustGround: '',
    exclude: [],
    leadSeats: 2,
    jointDepartments: [...task.jointDepartments],
    scope: '',
    officerCap: 30,
  };
  const witnesses = [
    { name: '示例纪检', unit: '示例纪检监察组', kind: 'discipline' as const },
    { name: '示例代表', unit: '示例企业协会', kind: 'enterprise' as const },
    { name: '示例群众', unit: '示例社区', kind: 'community' as const },
  ].map((witness, i) => ({ ...witness, digitCount: demoDigits[i]?.length ?? 0 }));
  const attending = { witnesses, supervisor: '示例监督', supervisorUnit: '示例司法局', place: '局会议室' };
  const frozen = await operator.draws.freeze.mutate({ setting, ...attending });
  const { drawId, number } = must(frozen);
  for (const [i, typed] of demoDigits.entries()) {
    const echoed = must(await operator.draws.echoDigits.mutate({ drawId, position: i + 1, typed, way: 'read' }));
    must(await operator.draws.confirmDigits.mutate({ drawId, position: i + 1, digits: echoed.digits }));
  }
  for (const i of demoDigits.keys()) must(await operator.draws.confirmSeed.mutate({ drawId, position: i + 1 }));
  must(await operator.draws.seal.mutate({ drawId }));
  const { drawn } = must(await operator.draws.drawObjects.mutate({ drawId }));
  const { resultHash } = must(await operator.draws.drawOfficers.mutate({ drawId }));
  must(await operator.draws.record.mutate({ drawId }));
  return `抽取：${number}，抽中${drawn}户，结果摘要${resultHash}`;
}

async function issueNotice(office: DemoOffice, inspectionId: number, inspectOn: string): Promise<void> {
  const operator = office.as('operator');
  const draft = await operator.inspections.noticeDraft.query({ id: inspectionId });
  if (draft === null) throw new Error('an inspection of the draw has a notice draft');
  const materials = '营业执照、安全生产责任制文件、安全培训台账、安全投入凭证';
  must(await operator.inspections.issueNotice.mutate({ inspectionId, inspectOn, materials, ...draft }));
}

async function submitResult(office: DemoOffice, inspectionId: number, on: string, isClean: boolean): Promise<void> {
  const found = isClean
    ? {
        result: 'no-problem' as const,
        findings: '安全生产责任制、培训台账、安全投入均符合要求，未发现问题。',
        disposal: 'none' as const,
      }
    : {
        result: 'corrected' as const,
        findings: '一处灭火器压力不足，企业当场更换；其余未发现问题。',
        disposal: 'order' as const,
      };
  const facts = { inspectedOn: on, completedOn: on, methods: ['on-site' as const], ...found };
  must(await office.as('operator').inspections.submitResult.mutate({ inspectionId, facts }));
}
