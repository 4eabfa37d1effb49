import { outsideText } from '../../shared/features/credit/record-sheets.ts';
import { RecordFilter } from '../../shared/features/credit/schemas.ts';
import { resultSentence } from '../../shared/features/inspections/results.ts';
import {
  gatheredKinds,
  gatheredSheet,
  listSheet,
  type PushedFirm,
  pushedLists,
  resultsPushed,
} from '../../shared/features/registers/platform.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';

export interface PushPeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * The sheets an upper platform takes in: who is on a list today (细则 第十六条), the period's records under each enterprise's
 * code, the period's published results (霍林郭勒方案 第三部分（一）、（四）). Natural persons, grades and whole names of persons
 * are not among them.
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
  const recordsOf = (asked: Pick<RecordFilter, 'kinds'> & Partial<RecordFilter>) => {
    const filter = { ...RecordFilter.parse({}), ...asked, outsideOn: ctx.today };
    const whole = { sort: 'happenedOn', descending: false, offset: 0, limit: Number.MAX_SAFE_INTEGER } as const;
    return ctx.credit.listRecords(filter, whole).lines.flatMap((line) => {
      const firm = firmOf(line.objectId);
      return firm === null ? [] : [{ firm, record: { ...line, summary: outsideText(line) } }];
    });
  };
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
    listSheet(recordsOf({ kinds: [...pushedLists] }), jointFields, ctx.today),
    gatheredSheet(recordsOf({ kinds: [...gatheredKinds], ...period })),
    resultsPushed(results, ctx.office.bureau()?.name ?? ''),
  ];
}
