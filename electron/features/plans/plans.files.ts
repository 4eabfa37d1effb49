import { hash } from 'node:crypto';
import { estimateOf, figuresOf } from '../../../shared/features/plans/figures.ts';
import { OWN_COLUMNS } from '../../../shared/features/plans/own-plan.ts';
import { planSheetDocument } from '../../../shared/features/plans/plan-sheet.document.ts';
import { jointPlanSheet, ownPlanSheet } from '../../../shared/features/plans/plan-sheet.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { type FileRoutes, xlsx } from '../../app/files.ts';
import { officePack } from '../../app/office-pack.ts';
import { printedFile } from '../../app/print.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import { writeWorkbook } from '../../workbooks/write.ts';
import { classPools } from './class-pools.ts';
import { festivalsFor } from './festivals.ts';
import { firstPlan, laidOut } from './plan-workbook.ts';

/** 联合抽查计划表: in as a workbook, out as a template and with the readings. */
export function plansFiles({ upload, download }: FileRoutes): void {
  /** Reads the workbook as a job; its outcome is the stage to confirm. */
  upload('plans/import', 'plans.upload', ['operator'], ({ ctx, bytes, fileName }) => {
    const accountId = ctx.account?.id ?? 0;
    const { departments } = officePack(ctx);
    const jobId = ctx.jobs.start(accountId, `读取抽查计划表 ${fileName}`, ctx.now, async (signal) => {
      const book = await readWorkbook(ctx.ports.pool, bytes, { signal });
      if (!book.ok) return book;
      const read = firstPlan(book.value, departments);
      if (!read.ok) return read;
      const { kind, plan } = read.value;
      const fileSha256 = hash('sha256', bytes, 'hex');
      return done({
        stageId: ctx.plans.stages.keep(accountId, { fileName, fileSha256, kind, plan }),
      });
    });
    return done({ jobId });
  });

  download('plans/template', 'plans.export', 'anyone', async ({ ctx, search }) => {
    const isOwn = search.get('kind') === 'own';
    const year = Number(ctx.today.slice(0, 4));
    const sheet = isOwn ? ownPlanSheet(`${year}年度抽查工作计划`, []) : jointPlanSheet(`${year}年度联合抽查计划表`, []);
    const notes = isOwn ? ownNotes : jointNotes;
    const bytes = await writeWorkbook(ctx.ports.pool, { sheets: [laidOut(sheet)], notes, createdAt: ctx.now });
    return done({ name: isOwn ? '年度抽查工作计划模板.xlsx' : '联合抽查计划表模板.xlsx', type: xlsx, bytes });
  });

  /** The plan's table in the layout of its source; with `on`, as it stood on that day. */
  download('plans/:id', 'plans.export', 'anyone', async ({ ctx, param, search }) => {
    const plan = ctx.plans.planById(Number(param('id')));
    if (plan === null) return refuse('NOT_FOUND', { what: '抽查计划' });
    const on = search.get('on') ?? undefined;
    const items = ctx.plans.items(plan.id, on).filter(({ cancelledBy }) => cancelledBy === null);
    const sheetOf = plan.kind === 'own' ? ownPlanSheet : jointPlanSheet;
    const sheet = sheetOf(
      plan.title,
      items.map(({ item }) => item),
    );
    const bytes = await writeWorkbook(ctx.ports.pool, { sheets: [laidOut(sheet)], createdAt: ctx.now });
    return done({ name: `${plan.title}${on === undefined ? '' : `（${on}）`}.xlsx`, type: xlsx, bytes });
  });

  /** 公布稿: the plan as it is made public, on paper. */
  download('plans/:id/sheet', 'plans.print', 'anyone', async ({ ctx, param }) => {
    const plan = ctx.plans.planById(Number(param('id')));
    if (plan === null) return refuse('NOT_FOUND', { what: '抽查计划' });
    const { title, kind, approvedOn, documentNumber } = plan;
    const [pools, festivals] = [classPools(ctx), festivalsFor(ctx)];
    const items = ctx.plans.items(plan.id).map(({ item, broughtBy, cancelledBy }) => ({
      item: { ...item, estimate: estimateOf(figuresOf(item, pools, festivals)) },
      amended: cancelledBy ?? broughtBy,
      isCancelled: cancelledBy !== null,
    }));
    const amendments = ctx.plans.amendments(plan.id).filter(({ state }) => state === 'approved');
    const bureau = ctx.office.bureau()?.name ?? '';
    const model = { bureau, title, kind, approvedOn, documentNumber, amendments, items, printedOn: ctx.today };
    return printedFile(ctx.ports, planSheetDocument(model));
  });
}

const jointNotes = [
  '联合抽查计划表填表说明（《随机抽查工作细则》第八条）',
  '上级下发的计划表可以原样导入：两行表头、合并单元格、重复的页标题都认得。',
  '抽查比例或数量可写：5%、不少于4%、2家、存续企业0.3%、医疗机构2家、药店10家、每部门每月抽查1户等。',
  '起止时间写成：2026年3月至11月。',
];
const ownNotes = [
  '年度抽查工作计划填表说明（《随机抽查工作细则》第八条）',
  ...OWN_COLUMNS.flatMap((column) => ('note' in column ? [`${column.heading}：${column.note}`] : [])),
];
