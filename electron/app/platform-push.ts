import { outsideText } from '../../shared/features/credit/record-sheets.ts';
import { RecordFilter } from '../../shared/features/credit/schemas.ts';
import {
  commitmentsPushed,
  entriesPushed,
  gatheredKinds,
  gatheredSheet,
  listSheet,
  type PlatformId,
  pushedLists,
  refusalsPushed,
  resultsPushed,
  sharedKinds,
} from '../../shared/features/registers/platform.ts';
import { commitmentKindTitles, fulfilmentTitles } from '../../shared/features/supervision/commitment-rules.ts';
import { isListed, personCapacities } from '../../shared/features/supervision/lists.ts';
import type { Context } from './context.ts';
import { gradeTold } from './grade-told.ts';
import { officePack } from './office-pack.ts';

export interface PushPeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * The sheets an upper platform takes in: who is on a list today (细则 第十六条), the period's records under each enterprise's
 * code, the period's published results (霍林郭勒方案 第三部分（一）、（四）). Natural persons, grades and whole names of persons
 * are not among them, but for the responsible persons whose listing is published. Who did not cooperate has a sheet of its own
 * (细则 第十四条). Each is read at once for all enterprises.
 */
export function platformSheets(ctx: Context, target: PlatformId, period: PushPeriod) {
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
  const kinds = target === 'sharing' ? sharedKinds : gatheredKinds;
  const gathered = gatheredSheet(recordsOf({ kinds: [...kinds], ...period }));
  const inspected = [resultsPushed(results, agency), refusalsPushed(results, agency)];
  if (target === 'sharing') return [...promisesAndLists(ctx, period), gathered, ...inspected];
  const jointFields = officePack(ctx).jointFields.map(({ name }) => name);
  return [listSheet(recordsOf({ kinds: [...pushedLists] }), jointFields, ctx.today), gathered, ...inspected];
}

/** 信用承诺 with 践诺, and who is on the office's own lists: responsible persons too, for it is their record (鸡西方案 第21项). */
function promisesAndLists(ctx: Context, { from, to }: PushPeriod) {
  const signed = ctx.supervision.commitments.signedIn(from, to);
  const listed = ctx.supervision.lists.entries().filter((entry) => isListed(entry) && entry.publication !== null);
  const firms = ctx.rosters.firmsOf([...signed, ...listed].map(({ objectId }) => objectId));
  const promises = signed.flatMap((line) => {
    const firm = firms.get(line.objectId);
    if (firm === undefined) return [];
    const { number, name, kind, signedOn, publishedOn, publishedAt, outcome, checkedOn } = line;
    return [
      {
        firm,
        number,
        name,
        kind: commitmentKindTitles[kind],
        signedOn: signedOn ?? '',
        published: publishedOn === null ? '' : `${publishedOn} ${publishedAt ?? ''}`,
        outcome: outcome === null ? '未核查' : fulfilmentTitles[outcome],
        checkedOn,
      },
    ];
  });
  const entries = listed.flatMap((entry) => {
    const firm = firms.get(entry.objectId);
    if (firm === undefined || entry.decision === null) return [];
    const { person, listName, level, ground, measures, decision } = entry;
    return [
      {
        firm,
        person: person?.name ?? '',
        capacity: person === null ? '' : personCapacities[person.capacity],
        list: listName,
        level: level?.name ?? '',
        ground: gradeTold(ctx, ground.text) === null ? ground.text : '',
        number: decision.number,
        decidedOn: decision.decidedOn,
        untilOn: decision.untilOn,
        measures: measures
          .filter(({ liftedOn }) => liftedOn === null)
          .map(({ text, department }) => `${text}（${department}）`)
          .join('；'),
      },
    ];
  });
  return [commitmentsPushed(promises), entriesPushed(entries)];
}
