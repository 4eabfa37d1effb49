import { resultSentence } from '../../shared/features/inspections/results.ts';
import { gatheredSheet, listSheet, type PushedFirm, resultsPushed } from '../../shared/features/registers/platform.ts';
import { authorisedKinds } from '../../shared/kernel/credit-facts.ts';
import type { Context } from './context.ts';
import { creditFactsOfAll } from './credit-facts.ts';
import { officePack } from './office-pack.ts';

export interface PushPeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * The sheets an upper platform takes in: who is on a list today (细则 第十六条), the period's records under each enterprise's
 * code, the period's published results (霍林郭勒方案 第三部分（一）、（四）). Natural persons and grades are not among them.
 */
export function platformSheets(ctx: Context, period: PushPeriod) {
  const firms = new Map<number, PushedFirm>();
  const firmOf = (objectId: number): PushedFirm | null => {
    const known = firms.get(objectId);
    if (known !== undefined) return known;
    const object = ctx.rosters.objectById(objectId);
    if (object?.uscc == null) return null;
    const firm = { name: object.name, code: object.uscc };
    firms.set(objectId, firm);
    return firm;
  };
  const rows = [...creditFactsOfAll(ctx)].flatMap(({ objectId, facts }) => {
    const firm = facts.length === 0 ? null : firmOf(objectId);
    if (firm === null) return [];
    return ctx.credit
      .recordsOf(objectId)
      .filter(({ kind }) => !authorisedKinds.has(kind))
      .map((record) => ({ firm, record }));
  });
  const results = ctx.inspections.list({ year: null, taskId: null }).flatMap((row) => {
    const { publishedOn, result, problems, objectId, taskNumber, taskTitle, completedOn } = row;
    if (publishedOn === null || result === null || publishedOn < period.from || publishedOn > period.to) return [];
    const firm = firmOf(objectId);
    return firm === null
      ? []
      : [{ firm, taskNumber, taskTitle, completedOn, publishedOn, result: resultSentence({ result, problems }) }];
  });
  const jointFields = officePack(ctx).jointFields.map(({ name }) => name);
  return [
    listSheet(rows, jointFields, ctx.today),
    gatheredSheet(rows, period),
    resultsPushed(results, ctx.office.bureau()?.name ?? ''),
  ];
}
