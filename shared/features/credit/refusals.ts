import type { LookupRefusals } from './lookup-refusals.ts';

/** Why a command of this feature is not done; each room adds its own. */
export interface CreditRefusals extends LookupRefusals {}
