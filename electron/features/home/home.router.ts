import { homeFacts } from '../../app/home-facts.ts';
import { query, router } from '../../app/procedures.ts';

export const homeRouter = router({
  summary: query().query(({ ctx }) => homeFacts(ctx)),
});
