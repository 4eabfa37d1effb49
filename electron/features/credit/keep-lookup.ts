import { hasAdverse, type LookupMatter, lookupNumber } from '../../../shared/features/credit/lookups.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import type { Context } from '../../app/context.ts';
import { keepReport, type RosterObject, seenOf } from '../../app/credit-report.ts';

interface Asked {
  readonly matter: LookupMatter;
  readonly subject: string;
  readonly purpose: string;
  readonly askedBy: string;
  readonly inspectionId?: number | null;
}

export interface KeptLookup {
  readonly id: number;
  readonly number: string;
  readonly reportId: number;
  readonly seen: string;
}

/** 逢办必查: keeps the lookup with the internal report of the moment, within the caller's transaction. */
export function keepLookup(ctx: Context, object: RosterObject, asked: Asked): KeptLookup {
  const accountId = ctx.account?.id ?? 0;
  const report = keepReport(ctx, object, 'internal', accountId);
  const { seen, standing } = seenOf(ctx, object.id);
  const year = yearOf(ctx.today);
  const serial = ctx.credit.nextLookupSerial(year);
  const number = lookupNumber(year, serial);
  const id = ctx.credit.insertLookup(
    {
      inspectionId: null,
      ...asked,
      year,
      serial,
      number,
      objectId: object.id,
      objectName: object.name,
      objectCode: object.code,
      seen,
      hasAdverse: hasAdverse(standing),
      reportId: report.id,
      on: ctx.today,
    },
    accountId,
    ctx.now,
  );
  return { id, number, reportId: report.id, seen };
}
