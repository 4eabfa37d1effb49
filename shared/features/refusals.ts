import type { Refusal, RefusalOf } from '../kernel/result.ts';
import type { WorkbookRefusals } from '../kernel/sheet.ts';
import type { StagingRefusals } from '../kernel/staging.ts';
import type { AttachmentRefusals } from './attachments/refusals.ts';
import type { CreditRefusals } from './credit/refusals.ts';
import type { DossierRefusals } from './dossiers/refusals.ts';
import type { DrawsRefusals } from './draws/refusals.ts';
import type { GradingRefusals } from './grading/refusals.ts';
import type { InspectionRefusals } from './inspections/refusals.ts';
import type { OfficeRefusals } from './office/refusals.ts';
import type { PlansRefusals } from './plans/refusals.ts';
import type { PoliciesRefusals } from './policies/refusals.ts';
import type { RegistersRefusals } from './registers/refusals.ts';
import type { RostersRefusals } from './rosters/refusals.ts';
import type { SupervisionRefusals } from './supervision/refusals.ts';

/** Refusals any call can meet. */
export interface CommonRefusals {
  BAD_INPUT: { readonly problems: readonly { readonly field: string; readonly sentence: string }[] };
  NOT_FOUND: { readonly what: string };
  DISK_FULL: Record<never, never>;
  CANCELLED: Record<never, never>;
  UPLOAD_TOO_LARGE: { readonly mostMb: number };
  /** A print met a character that no font has. */
  CHARACTER_WITHOUT_FONT: { readonly character: string; readonly codePoint: string; readonly text: string };
}

/** Every refusal of the program; renderer/api/messages.zh-CN.ts has a sentence for each, or does not compile. */
export interface AllRefusals
  extends CommonRefusals,
    OfficeRefusals,
    DrawsRefusals,
    GradingRefusals,
    AttachmentRefusals,
    CreditRefusals,
    PlansRefusals,
    WorkbookRefusals,
    StagingRefusals,
    PoliciesRefusals,
    RostersRefusals,
    RegistersRefusals,
    InspectionRefusals,
    DossierRefusals,
    CreditRefusals,
    SupervisionRefusals {}

export type AnyRefusal = RefusalOf<AllRefusals>;

/** Any refusal as a caller sees it. It has a name of its own: written out, the codes of all features would stand in the type of every call. */
export interface Refused extends Refusal<keyof AllRefusals & string, object> {}
