import { taskSheetDocument } from '../../../shared/features/plans/task-sheet.document.ts';
import { departmentNamed } from '../../../shared/kernel/departments.ts';
import { localDayOf } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { officePack } from '../../app/office-pack.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';

/** 抽查任务书 of one task. */
export function tasksFiles({ download }: FileRoutes): void {
  download('plans/tasks/:id/sheet.pdf', 'plans.print-task', 'anyone', async ({ ctx, param }) => {
    const task = ctx.plans.taskById(Number(param('id')));
    if (task === null) return refuse('NOT_FOUND', { what: '抽查任务' });
    const known = officePack(ctx).departments;
    const names = [task.leadDepartment, ...task.jointDepartments];
    const printed = await printedFile(
      ctx.ports,
      taskSheetDocument({
        bureau: ctx.office.bureau()?.name ?? '',
        task,
        createdOn: localDayOf(task.createdAt),
        approvedOn: task.approvedAt === null ? null : localDayOf(task.approvedAt),
        departments: names.map((name) => departmentNamed(name, known)?.name ?? name),
        printedOn: ctx.today,
      }),
    );
    if (!printed.ok) return printed;
    const entered = runCommand(ctx, 'plans.print-task', 'anyone', () => noted(null, task.number));
    return entered.ok ? printed : entered;
  });
}
