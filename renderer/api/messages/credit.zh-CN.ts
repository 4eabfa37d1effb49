import type { CreditRefusals } from '../../../shared/features/credit/refusals.ts';
import { lookupMessages } from './lookups.zh-CN.ts';
import type { Messages } from './messages.ts';

export const creditMessages = {
  ...lookupMessages,
} satisfies Messages<CreditRefusals>;
