import { outsideText } from '../../shared/features/credit/record-sheets.ts';
import { RecordFilter } from '../../shared/features/credit/schemas.ts';
import {
  gatheredKinds,
  gatheredSheet,
  listSheet,
  pushedLists,
  refusalsPushed,
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
 * are not among them. Who did not cooperate has a sheet of its own (细则 第十四条). Each is read at once for all enterprises.
 */
export function platformSheets(ctx: Context, period: PushPeriod) {
  const recordsOf = (asked: Pick<RecordFilter, 'kinds'> & Partial<RecordFilter>) => {
    const filter = { ...RecordFilter.parse({}), ...asked, outsideOn: ctx.today };
    const whole = { sort: 'happenedOn', descending: false, offset: 0, limit: Number.MAX_SAFE_INTEGER } as const;
    const { lines } = ctx.credit.listRecords(filter, whole);
    const firms = ctx.rosters.firmsOf(lines.map(({ objectId }) => objectId));
    return lines.flatMap((line) => {
      const firm = firms.get(line.objectId);
      return firm === undefined ? [] : [{ firm, record: { ...line, summary: outsideText(line) } }];
    });
  };
  const results = ctx.inspections.resultsPublished(period.from, period.to);
  const agency = ctx.office.bureau()?.name ?? '';
  const jointFields = officePack(ctx).jointFields.map(({ name }) => name);
  return [
    listSheet(recordsOf({ kinds: [...pushedLists] }), jointFields, ctx.today),
    gatheredSheet(recordsOf({ kinds: [...gatheredKinds], ...period })),
    resultsPushed(results, agency),
    refusalsPushed(results, agency),
  ];
}
