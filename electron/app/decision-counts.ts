import type { DecisionCounts } from '../../shared/features/home/decisions.ts';
import { listSteps } from '../../shared/features/supervision/lists.ts';
import { objectionStateOf } from '../../shared/features/supervision/objections.ts';
import { repairStateOf } from '../../shared/features/supervision/repairs.ts';
import { dueStep } from '../../shared/features/supervision/steps.ts';
import type { Context } from './context.ts';

/** What waits for a decision the asker may make: nobody decides on what is his own. */
export function decisionCounts(ctx: Context): DecisionCounts {
  const id = ctx.account?.id ?? 0;
  const { credit, supervision, registers, grading, policies } = ctx;
  const pack = policies.openVersion();
  return {
    listings: supervision.lists.entries().filter((entry) => {
      const due = dueStep(listSteps(entry))?.id;
      if (due === 'decide') return entry.proposedById !== id;
      return due === 'decide-removal' && entry.removals.at(-1)?.proposedById !== id;
    }).length,
    repairs: supervision.repairs
      .repairs()
      .filter((repair) => repairStateOf(repair) === 'checked' && !repair.handlerIds.includes(id)).length,
    objections: supervision.objections
      .objections()
      .filter((objection) => objectionStateOf(objection) === 'checked' && objection.check?.byId !== id).length,
    applications: credit.applicationsToDecide(id),
    packs: pack?.state === 'submitted' && !policies.writersOf(pack.id).includes(id) ? 1 : 0,
    manualGrades: grading.manualChanges().filter((one) => one.state === 'proposed' && one.proposedById !== id).length,
    summaries: registers
      .summaries()
      .filter((one) => one.state === 'submitted' && !registers.summaryWriters(one.id).includes(id)).length,
    letters: registers.letters().filter((one) => one.state === 'draft' && !registers.letterWriters(one.id).includes(id))
      .length,
  };
}
