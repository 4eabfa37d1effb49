import { officePack } from '../../app/office-pack.ts';
import { query, router } from '../../app/procedures.ts';

export const policiesRouter = router({
  /** The grades of the pack in force, the best first, as every screen names them. */
  grades: query().query(({ ctx }) => officePack(ctx).grades.map(({ grade, title }) => ({ grade, title }))),
});
