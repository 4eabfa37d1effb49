import { router } from '../../app/procedures.ts';

/** 信用监管: what follows from a record or a grade, one router a room. */
export const supervisionRouter = router({});
