import { z } from 'zod';
import { reportRegisterId } from '../../../shared/features/registers/own-registers.ts';
import { officePack } from '../../app/office-pack.ts';
import { query } from '../../app/procedures.ts';
import { reportLines } from '../../app/report-dates.ts';
import { registerIn } from './register-context.ts';

/** 报送: the pack's dates, and the fields a list for the city's platform names. */
export const reportCalls = {
  reportDates: query()
    .input(z.object({ year: z.int().min(2000).max(2099) }))
    .query(({ ctx, input }) => ({
      lines: reportLines(ctx, input.year),
      register: registerIn(ctx, reportRegisterId),
    })),

  fields: query().query(({ ctx }) => officePack(ctx).fields.map(({ name }) => name)),
};
