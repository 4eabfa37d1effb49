import type { Severity } from '../../kernel/credit-facts.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import type { Standing } from '../../kernel/pack-basis.ts';
import { type PaperService, type Step, stepTaken } from './steps.ts';

/** What an application must bring (发改委令第36号). */
export const repairMaterials = { fulfilment: '履行证明', commitment: '信用承诺书' } as const;
export type RepairMaterial = keyof typeof repairMaterials;

/** A 信用修复 with every step it has taken. */
export interface RepairMatter {
  readonly id: number;
  readonly number: string;
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  readonly severity: Severity;
  readonly tier: { readonly name: string; readonly article: string; readonly standing: Standing };
  readonly documentOn: LocalDate;
  readonly earliestOn: LocalDate;
  readonly applicant: string;
  readonly appliedOn: LocalDate;
  readonly remedy: string;
  readonly waysNeeded: number;
  readonly enteredBy: string;
  readonly handlerIds: readonly number[];
  readonly subjects: readonly {
    readonly recordId: number | null;
    readonly entryId: number | null;
    readonly title: string;
  }[];
  readonly materials: readonly {
    readonly kind: RepairMaterial;
    readonly title: string;
    readonly datedOn: LocalDate;
    readonly by: string;
  }[];
  readonly ways: readonly {
    readonly wayId: string;
    readonly name: string;
    readonly doneOn: LocalDate;
    readonly proof: string;
    readonly attendance: string;
    readonly by: string;
  }[];
  readonly acceptance: { readonly acceptedOn: LocalDate; readonly by: string } | null;
  readonly check: {
    readonly checkedOn: LocalDate;
    readonly isPassed: boolean;
    readonly finding: string;
    readonly by: string;
  } | null;
  readonly decision: {
    readonly outcome: 'repaired' | 'refused';
    readonly opinion: string;
    readonly decidedOn: LocalDate;
    readonly by: string;
    readonly effects: readonly string[];
  } | null;
}

export const repairStateTitles = {
  applied: '待受理',
  accepted: '待核查',
  checked: '待决定',
  repaired: '已修复',
  refused: '不予修复',
} as const;
export type RepairState = keyof typeof repairStateTitles;

export const repairStepTitles = { apply: '登记申请', accept: '受理', check: '核查', decide: '作出决定' } as const;
export type RepairStepId = keyof typeof repairStepTitles;

export function repairStateOf({ acceptance, check, decision }: RepairMatter): RepairState {
  if (decision !== null) return decision.outcome;
  if (check !== null) return 'checked';
  return acceptance === null ? 'applied' : 'accepted';
}

export function repairSteps(repair: RepairMatter): readonly Step<RepairStepId>[] {
  const step = (id: RepairStepId, taken: Step['taken']) => stepTaken(id, repairStepTitles[id], taken);
  const { acceptance, check, decision } = repair;
  const steps = [
    step('apply', { on: repair.appliedOn, by: repair.enteredBy, text: `${repair.applicant}申请。${repair.remedy}` }),
    step('accept', acceptance && { on: acceptance.acceptedOn, by: acceptance.by, text: '材料齐全，予以受理' }),
    step(
      'check',
      check && {
        on: check.checkedOn,
        by: check.by,
        text: `${check.isPassed ? '核查通过' : '核查未通过'}。${check.finding}`,
      },
    ),
    step(
      'decide',
      decision && {
        on: decision.decidedOn,
        by: decision.by,
        text: `${decision.outcome === 'repaired' ? '准予修复' : '不予修复'}。${decision.opinion}`,
      },
    ),
  ];
  // A refusal ends it wherever it stood.
  return decision?.outcome === 'refused' ? steps.filter(({ taken }) => taken !== null) : steps;
}

/** What an application still lacks before it can be accepted; `field` is where it is filled in. */
export interface RepairLack {
  readonly field: 'materials' | 'ways' | 'attachments';
  readonly text: string;
}

export function repairLacks(
  { materials, ways, waysNeeded }: Pick<RepairMatter, 'materials' | 'ways' | 'waysNeeded'>,
  attachments: number,
): readonly RepairLack[] {
  const lacks: RepairLack[] = [];
  for (const kind of ['fulfilment', 'commitment'] as const) {
    if (!materials.some((material) => material.kind === kind)) {
      lacks.push({ field: 'materials', text: repairMaterials[kind] });
    }
  }
  const missing = waysNeeded - ways.length;
  if (missing > 0) lacks.push({ field: 'ways', text: `修复方式（规则包要求${waysNeeded}种，还差${missing}种）` });
  const papers = Object.keys(repairMaterials).length;
  if (attachments < papers) {
    lacks.push({ field: 'attachments', text: `材料的附件（应有${papers}份，现有${attachments}份）` });
  }
  return lacks;
}

/** The first day a repair can be applied for: the shortest publication, counted from the document's day. 发改委令第36号 (待核). */
export function earliestRepairOn(documentOn: LocalDate, minMonths: number): LocalDate {
  return addMonths(documentOn, minMonths);
}

const order: readonly Severity[] = ['minor', 'ordinary', 'serious'];

/** The tier several records together fall under: of the most serious of them. Null where none says it. */
export function severestOf(severities: readonly (Severity | null)[]): Severity | null {
  return order.findLast((severity) => severities.includes(severity)) ?? null;
}

/** Whether a tier is one for less than what is recorded. */
export function isBelowTier(severity: Severity, recorded: Severity): boolean {
  return order.indexOf(severity) < order.indexOf(recorded);
}

/** A penalty with its 信用修复告知书 (两书同达). */
export interface PenaltyNotice {
  readonly recordId: number;
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  readonly documentNumber: string;
  readonly happenedOn: LocalDate;
  readonly summary: string;
  readonly severity: Severity | null;
  readonly notice: { readonly number: string; readonly severity: Severity; readonly issuedOn: LocalDate } | null;
  readonly service: PaperService | null;
}
