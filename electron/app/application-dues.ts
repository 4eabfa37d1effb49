import type { ApplicationCounts } from '../../shared/features/home/applications.ts';
import type { DueLine } from '../../shared/features/home/summary.ts';
import { addDays } from '../../shared/kernel/local-date.ts';
import { citeArticle } from '../../shared/kernel/pack-basis.ts';
import type { Context } from './context.ts';
import { packById } from './office-pack.ts';

/** Days before its day on which a 事后审 is first listed. */
const noticeDays = 14;

/** 事后审 of what was granted on a promise (你承诺、我先批), under the article of the path it was granted by. */
export function applicationDues(ctx: Context): readonly DueLine[] {
  return ctx.credit.afterChecksDue(addDays(ctx.today, noticeDays)).map((due) => {
    const { id, objectName, licence, dueOn, path, packId, packVersion } = due;
    const taken = packById(ctx, packId, packVersion)?.approvalPaths.find((one) => one.id === path);
    return {
      what: '事后审',
      subject: `${objectName}：${licence}`,
      on: dueOn,
      article: taken === undefined ? '' : citeArticle(taken.source),
      isOverdue: dueOn < ctx.today,
      isEstimate: false,
      path: `/credit/lookups?tab=licences&licence=${id}`,
    };
  });
}

/** Applications the 经办人 has to go on with. */
export function applicationCounts(ctx: Context): ApplicationCounts {
  return {
    licencesOpen: ctx.credit.openLicenceApplications(),
    withoutPromise: ctx.credit.applicationsWithoutPromise(),
  };
}
