import type { JointPlan } from '../../../shared/features/plans/joint-plan.ts';
import { isNotice, warningReason } from '../../../shared/features/plans/warning-text.ts';
import { shortDepartment } from '../../../shared/kernel/departments.ts';
import { sayQuota } from '../../../shared/kernel/quota-reading.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';

type Item = JointPlan['items'][number];

/** An item as the page shows it. `reading` is null where the quota was not understood. */
export function itemInWords(item: Item) {
  const {
    row,
    number,
    continues,
    texts,
    cells,
    inherited,
    period,
    initiators,
    participants,
    occasions,
    own,
    estimate,
  } = item;
  return {
    row,
    number,
    continues,
    texts,
    cells,
    inherited,
    period,
    occasions,
    own,
    estimate,
    reading: item.quota === null ? null : sayQuota(item.quota),
    initiators: initiators.departments.map(({ short, text }) => short ?? text),
    participants: participants.departments.map(({ short, text }) => short ?? text),
  };
}

/** A plan that was read, as its preview shows it. */
export function planInWords(plan: JointPlan) {
  const { title, year, dropped } = plan;
  return {
    title,
    year,
    dropped,
    items: plan.items.map(itemInWords),
    warnings: plan.warnings.map((warning) => ({
      row: warning.row,
      sheet: warning.sheet,
      sentence: warningReason(warning),
      isNotice: isNotice(warning),
    })),
  };
}

/** The office's own department by the short name plans are read with. */
export function ownDepartment(ctx: Context): string {
  return shortDepartment(ctx.office.bureau()?.department ?? '', officePack(ctx).departments);
}
