import type { CreditKind } from '../../kernel/credit-facts.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Standing } from '../../kernel/pack-basis.ts';
import { type PaperService, type Step, serviceText, stepTaken } from './steps.ts';

/** Who is entered beside the enterprise (鸡西方案 第21项; 陈巴尔虎旗方案 第三部分第6项 names 从业人员). */
export const personCapacities = {
  'legal-representative': '法定代表人',
  principal: '主要负责人',
  controller: '实际控制人',
  employee: '从业人员',
} as const;
export type PersonCapacity = keyof typeof personCapacities;

export const defenceOutcomes = {
  none: '逾期未提出',
  waived: '书面放弃',
  accepted: '理由成立，予以采纳',
  partly: '部分采纳',
  refused: '理由不成立，不予采纳',
} as const;
export type DefenceOutcome = keyof typeof defenceOutcomes;

export const removalReasons = {
  'term-over': '期限届满',
  remedied: '列入情形已消除',
  repaired: '已完成信用修复',
  wrong: '错误列入',
} as const;
export type RemovalReason = keyof typeof removalReasons;

export interface ListMeasure {
  readonly id: number;
  readonly measureId: string;
  readonly field: string;
  readonly text: string;
  readonly article: string;
  readonly department: string;
  readonly toldOn: LocalDate;
  readonly by: string;
  readonly liftedOn: LocalDate | null;
}

export interface ListRemoval {
  readonly id: number;
  readonly reason: RemovalReason;
  readonly facts: string;
  readonly repairId: number | null;
  readonly objectionId: number | null;
  readonly proposedOn: LocalDate;
  readonly proposedBy: string;
  readonly proposedById: number;
  readonly decision: {
    readonly outcome: 'removed' | 'kept';
    readonly number: string;
    readonly opinion: string;
    readonly decidedOn: LocalDate;
    readonly publicationStoppedOn: LocalDate | null;
    readonly by: string;
  } | null;
  readonly clearing: {
    readonly clearedOn: LocalDate;
    readonly what: string;
    readonly told: string;
    readonly by: string;
  } | null;
}

/** An entry of a list with every step it has taken. */
export interface ListEntry {
  readonly id: number;
  readonly listId: string;
  readonly listName: string;
  readonly polarity: 'good' | 'bad';
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  /** Null: the enterprise itself. The identity number comes masked. */
  readonly person: { readonly name: string; readonly capacity: PersonCapacity; readonly maskedNumber: string } | null;
  readonly ground: {
    readonly id: string;
    readonly text: string;
    readonly article: string;
    readonly standing: Standing;
  };
  readonly level: { readonly id: string; readonly name: string } | null;
  readonly facts: string;
  readonly rests: readonly { readonly factId: string; readonly recordId: number | null; readonly title: string }[];
  readonly defenceDays: number | null;
  readonly termMonths: number | null;
  readonly packId: string;
  readonly packVersion: number;
  readonly proposedOn: LocalDate;
  readonly proposedBy: string;
  readonly proposedById: number;
  readonly notice: { readonly number: string; readonly issuedOn: LocalDate; readonly by: string } | null;
  readonly service: (PaperService & { readonly defenceUntil: LocalDate; readonly isEstimate: boolean }) | null;
  readonly defence: {
    readonly outcome: DefenceOutcome;
    readonly receivedOn: LocalDate | null;
    readonly statement: string;
    readonly opinion: string;
    readonly closedOn: LocalDate;
    readonly by: string;
  } | null;
  readonly decision: {
    readonly outcome: 'listed' | 'not-listed';
    readonly number: string;
    readonly opinion: string;
    readonly decidedOn: LocalDate;
    readonly untilOn: LocalDate | null;
    readonly recordId: number | null;
    readonly by: string;
  } | null;
  readonly publication: { readonly publishedOn: LocalDate; readonly place: string; readonly by: string } | null;
  readonly measures: readonly ListMeasure[];
  readonly removals: readonly ListRemoval[];
}

export const listStateTitles = {
  proposed: '拟列入',
  notified: '待送达告知书',
  served: '待陈述申辩',
  heard: '待决定',
  listed: '已列入，待公示',
  published: '已列入并公示',
  removing: '拟移出',
  clearing: '已移出，待消除影响',
  removed: '已移出',
  'not-listed': '不予列入',
} as const;
export type ListState = keyof typeof listStateTitles;

export const listStepTitles = {
  propose: '提出列入',
  notify: '制作告知书',
  serve: '送达告知书',
  hear: '陈述申辩',
  decide: '作出决定',
  publish: '公示',
  remove: '提出移出',
  'decide-removal': '决定移出',
  clear: '消除影响',
} as const;
export type ListStepId = keyof typeof listStepTitles;

/** Where an entry stands, by the steps it has. */
export function listStateOf(entry: ListEntry): ListState {
  const { decision } = entry;
  if (decision === null) {
    if (entry.polarity === 'good' || entry.defence !== null) return entry.polarity === 'good' ? 'proposed' : 'heard';
    if (entry.service !== null) return 'served';
    return entry.notice === null ? 'proposed' : 'notified';
  }
  if (decision.outcome === 'not-listed') return 'not-listed';
  const removal = entry.removals.at(-1);
  if (removal !== undefined && removal.decision === null) return 'removing';
  if (removal?.decision?.outcome === 'removed') {
    return removal.reason === 'wrong' && removal.clearing === null ? 'clearing' : 'removed';
  }
  return entry.publication === null ? 'listed' : 'published';
}

/** Whether the entry binds today: listed, and not taken off. */
export function isListed(entry: ListEntry): boolean {
  return ['listed', 'published', 'removing'].includes(listStateOf(entry));
}

/** Which steps an entry takes, in order, those taken with their day. A list that honours needs no 告知. */
export function listSteps(entry: ListEntry): readonly Step<ListStepId>[] {
  const step = (id: ListStepId, taken: Step['taken'], due: Parameters<typeof stepTaken>[3] = null) =>
    stepTaken(id, listStepTitles[id], taken, due);
  const { notice, service, defence, decision, publication } = entry;
  const removal = entry.removals.findLast((one) => one.decision?.outcome !== 'kept');
  const article = entry.ground.article;
  const steps: Step<ListStepId>[] = [
    step('propose', { on: entry.proposedOn, by: entry.proposedBy, text: entry.facts }),
  ];
  if (entry.polarity === 'bad' && (decision === null || defence !== null)) {
    steps.push(
      step('notify', notice && { on: notice.issuedOn, by: notice.by, text: notice.number }),
      step('serve', service && { on: service.servedOn, by: service.by, text: serviceText(service) }),
      step(
        'hear',
        defence && {
          on: defence.closedOn,
          by: defence.by,
          text: `${defenceOutcomes[defence.outcome]}。${defence.opinion}`,
        },
        service && { on: service.defenceUntil, article, isEstimate: service.isEstimate },
      ),
    );
  }
  const outcome = decision?.outcome === 'not-listed' ? '不予列入' : '列入';
  steps.push(
    step(
      'decide',
      decision && {
        on: decision.decidedOn,
        by: decision.by,
        text: `${outcome}，${decision.number}。${decision.opinion}`,
      },
    ),
  );
  if (decision?.outcome === 'not-listed') return steps;
  steps.push(
    step('publish', publication && { on: publication.publishedOn, by: publication.by, text: publication.place }),
    step(
      'remove',
      removal === undefined
        ? null
        : {
            on: removal.proposedOn,
            by: removal.proposedBy,
            text: `${removalReasons[removal.reason]}。${removal.facts}`,
          },
      decision?.untilOn == null ? null : { on: decision.untilOn, article },
    ),
    step(
      'decide-removal',
      removal?.decision == null
        ? null
        : {
            on: removal.decision.decidedOn,
            by: removal.decision.by,
            text: `${removal.decision.number}。${removal.decision.opinion}`,
          },
    ),
  );
  if (removal?.reason === 'wrong') {
    const { clearing } = removal;
    steps.push(
      step(
        'clear',
        clearing && { on: clearing.clearedOn, by: clearing.by, text: `${clearing.what}。已告知${clearing.told}` },
      ),
    );
  }
  // A removal ends what was still to be published.
  return removal?.decision?.outcome === 'removed'
    ? steps.filter(({ id, taken }) => id !== 'publish' || taken !== null)
    : steps;
}

/** The kind of credit record a listing leaves; the names are those of 细则第十五条 and 制度第六条. */
export function creditKindOfList(list: { readonly name: string; readonly polarity: 'good' | 'bad' }): CreditKind {
  if (list.polarity === 'good') return 'trustworthy';
  if (list.name.includes('异常')) return 'abnormal-list';
  return list.name.includes('严重违法') ? 'serious-violation' : 'dishonest';
}

/** `示例企业有限公司（法定代表人 示例某）`; papers and lists call the entry so. */
export function entryName({ objectName, person }: Pick<ListEntry, 'objectName' | 'person'>): string {
  return person === null ? objectName : `${objectName}${personCapacities[person.capacity]}${person.name}`;
}
