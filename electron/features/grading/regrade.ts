import type { Action } from '../../../shared/features/actions.ts';
import { countWithin, isOnAbnormalList } from '../../../shared/features/grading/credit-records.ts';
import { type GradeRefusal, gradeOf } from '../../../shared/features/grading/grade.ts';
import type { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { done, type Result } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';

export interface Regraded {
  readonly graded: number;
  readonly changed: number;
}

/**
 * Grades every object of the roster anew under the office's pack (动态管理，实时更新, 制度 第四条), within the caller's
 * transaction. `cause` is the command that made it necessary. Refuses when a national grade on file is not in the pack.
 */
export function regradeAll(ctx: Context, cause: Action): Result<Regraded, GradeRefusal> {
  const pack = officePack(ctx);
  const nationalGrades = ctx.grading.nationalGrades();
  const records = ctx.grading.creditRecordsByObject();
  const byId = ctx.account?.id ?? 0;
  let changed = 0;
  const lines = ctx.grading.gradeLines();
  for (const { objectId } of lines) {
    const nationalGrade = nationalGrades.get(objectId) ?? null;
    const grading = gradeOf(pack, inputsOf(nationalGrade, records.get(objectId) ?? [], ctx.today));
    if (!grading.ok) return grading;
    const stored = { ...grading.value, nationalGrade, ...versionOf(pack), gradedAt: ctx.now };
    if (ctx.grading.storeGrade(objectId, stored, { cause, byId })) changed += 1;
  }
  return done({ graded: lines.length, changed });
}

function inputsOf(nationalGrade: string | null, records: Parameters<typeof countWithin>[0], today: string) {
  return {
    nationalGrade,
    complaints: (months: number) => countWithin(records, 'complaint', months, today),
    seriousViolations: (months: number) => countWithin(records, 'serious-violation', months, today),
    onAbnormalList: isOnAbnormalList(records, today),
  };
}

function versionOf({ id, version }: PolicyPack): { packId: string; packVersion: number } {
  return { packId: id, packVersion: version };
}
