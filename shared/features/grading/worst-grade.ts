import { GRADES, type Grade } from '../../kernel/pack-basis.ts';

/** The lowest of some grades. Throws where there are none. */
export function worstOf(grades: readonly Grade[]): Grade {
  const worst = GRADES.findLast((grade) => grades.includes(grade));
  if (worst === undefined) throw new Error('no grade');
  return worst;
}

export function isWorse(one: Grade, other: Grade): boolean {
  return GRADES.indexOf(one) > GRADES.indexOf(other);
}
