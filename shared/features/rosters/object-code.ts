import { checkIdCard } from '../../kernel/id-card.ts';
import { checkUscc } from '../../kernel/uscc.ts';

/** An identity card number where a 统一社会信用代码 belongs: taken for one, it would be shown and published whole. */
export function isIdCardForUscc(code: string): boolean {
  return checkIdCard(code).length === 0 && checkUscc(code).length > 0;
}
