import { router } from '../../app/procedures.ts';
import { counterRouter } from './counter.router.ts';
import { enterpriseRouter } from './enterprise.router.ts';
import { lookupsRouter } from './lookups.router.ts';

/** 归集 and 查询, one router a room. */
export const creditRouter = router({
  enterprise: enterpriseRouter,
  lookups: lookupsRouter,
  counter: counterRouter,
});
