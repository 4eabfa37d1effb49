import { router } from '../../app/procedures.ts';
import { campaignCalls } from './campaigns.router.ts';
import { entryCalls } from './entries.router.ts';
import { letterCalls } from './letters.router.ts';
import { reportCalls } from './reports.router.ts';
import { summaryCalls } from './summaries.router.ts';

/** 工作台账, 总结, 通报与报送, 成效案例, 专项治理. */
export const registersRouter = router({
  ...entryCalls,
  ...summaryCalls,
  ...letterCalls,
  ...reportCalls,
  ...campaignCalls,
});
