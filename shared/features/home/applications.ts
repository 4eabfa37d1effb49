import type { ToDo } from './summary.ts';
import { waiting } from './waiting.ts';

/** What waits of 申报审核 and 许可办理. */
export interface ApplicationCounts {
  /** 许可申请 entered, and what became of them not. */
  readonly licencesOpen: number;
  /** 申报 in which nothing was found, and which rest on no 承诺书 yet. */
  readonly withoutPromise: number;
}

export const noApplications: ApplicationCounts = { licencesOpen: 0, withoutPromise: 0 };

/** For the 经办人. */
export function applicationTodos({ licencesOpen, withoutPromise }: ApplicationCounts): readonly ToDo[] {
  return waiting(
    [licencesOpen, '件许可申请待登记办理结果', '/credit/lookups?tab=licences&p.state=open'],
    [withoutPromise, '件申报还没有承诺书', '/credit/lookups?tab=applications&a.state=open'],
  );
}
