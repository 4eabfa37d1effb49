import { hash } from 'node:crypto';
import { readJointPlan } from '../../../shared/features/plans/joint-plan.ts';
import { PLAN_COLUMN_KEYS, PLAN_COLUMNS } from '../../../shared/features/plans/plan-columns.ts';
import type { Department } from '../../../shared/kernel/policy-pack.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Sheet } from '../../../shared/kernel/sheet.ts';
import { type FileRoutes, xlsx } from '../../app/files.ts';
import { officePack } from '../../app/office-pack.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import { type ColumnSpec, writeWorkbook } from '../../workbooks/write.ts';

const LONG: readonly string[] = ['initiatorItems', 'participantItems', 'focus', 'name', 'objects'];

const columns: readonly ColumnSpec[] = PLAN_COLUMN_KEYS.map((key) => ({
  heading: PLAN_COLUMNS[key],
  kind: 'text',
  width: key === 'number' ? 6 : LONG.includes(key) ? 32 : 18,
}));

/** 联合抽查计划表: in as a workbook, out as a template and with the readings. */
export function plansFiles({ upload, download }: FileRoutes): void {
  /** Reads the workbook as a job; its outcome is the stage to confirm. */
  upload('plans/import', 'plans.upload', ['operator'], ({ ctx, bytes, fileName }) => {
    const accountId = ctx.account?.id ?? 0;
    const { departments } = officePack(ctx);
    const jobId = ctx.jobs.start(accountId, `读取抽查计划表 ${fileName}`, ctx.now, async (signal) => {
      const book = await readWorkbook(ctx.ports.pool, bytes, { signal });
      if (!book.ok) return book;
      const plan = firstPlan(book.value, departments);
      if (!plan.ok) return plan;
      const fileSha256 = hash('sha256', bytes, 'hex');
      return done({
        stageId: ctx.plans.stages.keep(accountId, { fileName, fileSha256, kind: 'joint', plan: plan.value }),
      });
    });
    return done({ jobId });
  });

  download('plans/template', 'plans.export', 'anyone', async ({ ctx }) => {
    const notes = [
      '联合抽查计划表填表说明（《随机抽查工作细则》第八条）',
      '上级下发的计划表可以原样导入：两行表头、合并单元格、重复的页标题都认得。',
      '抽查比例或数量可写：5%、不少于4%、2家、存续企业0.3%、医疗机构2家、药店10家、每部门每月抽查1户等。',
      '起止时间写成：2026年3月至11月。',
    ];
    const sheets = [{ name: '抽查计划表', columns, rows: [] }];
    const bytes = await writeWorkbook(ctx.ports.pool, { sheets, notes, createdAt: ctx.now });
    return done({ name: '联合抽查计划表模板.xlsx', type: xlsx, bytes });
  });

  download('plans/:id', 'plans.export', 'anyone', async ({ ctx, param }) => {
    const plan = ctx.plans.planById(Number(param('id')));
    if (plan === null) return refuse('NOT_FOUND', { what: '抽查计划' });
    const rows = ctx.plans.items(plan.id).map(({ item }) => PLAN_COLUMN_KEYS.map((key) => item.texts[key]));
    const sheets = [{ name: '抽查计划表', columns, rows }];
    const bytes = await writeWorkbook(ctx.ports.pool, { sheets, createdAt: ctx.now });
    return done({ name: `${plan.title}.xlsx`, type: xlsx, bytes });
  });
}

/** The plan of the first visible sheet that has its header; else the refusal of the first sheet. */
function firstPlan(sheets: readonly Sheet[], departments: readonly Department[]) {
  const readings = sheets.filter(({ hidden }) => !hidden).map((sheet) => readJointPlan(sheet, departments));
  return readings.find(({ ok }) => ok) ?? readings[0] ?? refuse('PLAN_HEADER_NOT_FOUND', { sheet: '' });
}
