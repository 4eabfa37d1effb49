import { fenIn } from '../../shared/kernel/money.ts';

/** Of a form's item: an amount in yuan as people write it; blank is let through. */
export const amountRule = {
  validator: async (_: unknown, typed?: string): Promise<void> => {
    if (typed !== undefined && typed.trim() !== '' && fenIn(typed) === null)
      throw new Error('金额无法识别，请写成12345.60或1.5万');
  },
};
