import { type Severity, severityTitles } from '../../kernel/credit-facts.ts';
import { chineseDate, type LocalDate } from '../../kernel/local-date.ts';
import { yuanText } from '../../kernel/money.ts';
import { type PaperService, type Step, serviceText, stepTaken } from './steps.ts';

export const objectionSubjects = {
  record: '信用记录',
  'list-entry': '名单',
  grade: '信用等级',
  inspection: '检查结果',
} as const;
export type ObjectionSubject = keyof typeof objectionSubjects;

export const objectionOutcomes = { correct: '更正', withdraw: '撤销', keep: '维持' } as const;
export type ObjectionOutcome = keyof typeof objectionOutcomes;

export const objectionReactions = { accepts: '无异议', disagrees: '仍有异议' } as const;
export type ObjectionReaction = keyof typeof objectionReactions;

/** What verifying can come to: a list's entry is not corrected but withdrawn, a grade is graded anew, a 检查结果 corrected in its own procedure. */
export const fittingOutcomes: Readonly<Record<ObjectionSubject, readonly ObjectionOutcome[]>> = {
  record: ['correct', 'withdraw', 'keep'],
  'list-entry': ['withdraw', 'keep'],
  grade: ['correct', 'keep'],
  inspection: ['correct', 'keep'],
};

/** What a record should read instead; absent fields stay. */
export interface RecordCorrection {
  readonly happenedOn?: LocalDate;
  readonly source?: string;
  readonly documentNumber?: string;
  readonly summary?: string;
  readonly severity?: Severity;
  readonly amountFen?: number;
}

/** `日期更正为2026年9月1日，金额更正为3,000元`; blank where nothing is corrected. */
export function sayCorrection(correction: RecordCorrection): string {
  const { happenedOn, source, documentNumber, summary, severity, amountFen } = correction;
  const said: readonly [field: string, text: string | undefined][] = [
    ['日期', happenedOn === undefined ? undefined : chineseDate(happenedOn)],
    ['来源', source],
    ['文号', documentNumber],
    ['轻重', severity === undefined ? undefined : severityTitles[severity]],
    ['金额', amountFen === undefined ? undefined : `${yuanText(amountFen)}元`],
    ['摘要', summary === undefined ? undefined : `“${summary}”`],
  ];
  return said.flatMap(([field, text]) => (text === undefined ? [] : [`${field}更正为${text}`])).join('，');
}

/** A 信用信息异议 with every step it has taken. */
export interface ObjectionMatter {
  readonly id: number;
  readonly number: string;
  readonly subject: ObjectionSubject;
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  readonly recordId: number | null;
  readonly entryId: number | null;
  readonly inspectionId: number | null;
  readonly title: string;
  readonly objector: string;
  readonly contact: string;
  readonly claim: string;
  readonly evidence: string;
  readonly receivedOn: LocalDate;
  readonly verifyBy: LocalDate;
  readonly isEstimate: boolean;
  readonly enteredBy: string;
  readonly check: {
    readonly checkedOn: LocalDate;
    readonly supplier: string;
    readonly finding: string;
    readonly proposal: ObjectionOutcome;
    readonly correction: RecordCorrection;
    readonly by: string;
    readonly byId: number;
  } | null;
  readonly decision: {
    readonly outcome: ObjectionOutcome;
    readonly opinion: string;
    readonly isWrongful: boolean;
    readonly decidedOn: LocalDate;
    readonly answerBy: LocalDate;
    readonly by: string;
  } | null;
  readonly answer: (PaperService & { readonly answeredOn: LocalDate }) | null;
  readonly feedback: {
    readonly heardOn: LocalDate;
    readonly reaction: ObjectionReaction;
    readonly note: string;
    readonly by: string;
  } | null;
  readonly clearing: {
    readonly clearedOn: LocalDate;
    readonly what: string;
    readonly told: string;
    readonly by: string;
  } | null;
}

export const objectionStateTitles = {
  received: '待核实',
  checked: '待决定',
  decided: '待答复',
  answered: '待反馈',
  clearing: '待消除影响',
  closed: '已办结',
} as const;
export type ObjectionState = keyof typeof objectionStateTitles;

export const objectionStepTitles = {
  receive: '受理',
  check: '核实',
  decide: '作出决定',
  answer: '答复',
  clear: '消除影响',
  feedback: '登记反馈',
} as const;
export type ObjectionStepId = keyof typeof objectionStepTitles;

export function objectionStateOf(objection: ObjectionMatter): ObjectionState {
  const { check, decision, answer, feedback, clearing } = objection;
  if (check === null) return 'received';
  if (decision === null) return 'checked';
  if (answer === null) return 'decided';
  if (decision.isWrongful && clearing === null) return 'clearing';
  return feedback === null ? 'answered' : 'closed';
}

/** 检查结果 are rechecked, and the recheck is told (细则第十条). */
const recheckTitles = { ...objectionStepTitles, check: '组织复查', answer: '反馈复查情况' } as const;

/** The articles behind the two terms: of verifying, and of the answer. They are of 检查结果; other objections go by them for want of their own. */
export interface ObjectionArticles {
  readonly verify: string;
  readonly answer: string;
}

export function titlesOf({ subject }: Pick<ObjectionMatter, 'subject'>): Readonly<Record<ObjectionStepId, string>> {
  return subject === 'inspection' ? recheckTitles : objectionStepTitles;
}

export function objectionSteps(
  objection: ObjectionMatter,
  articles: ObjectionArticles,
): readonly Step<ObjectionStepId>[] {
  const step = (id: ObjectionStepId, taken: Step['taken'], due: Parameters<typeof stepTaken>[3] = null) =>
    stepTaken(id, titlesOf(objection)[id], taken, due);
  const cite = (article: string) => (objection.subject === 'inspection' ? article : `参照${article}`);
  const { check, decision, answer, feedback, clearing } = objection;
  const verify = { on: objection.verifyBy, article: cite(articles.verify), isEstimate: objection.isEstimate };
  const steps = [
    step('receive', { on: objection.receivedOn, by: objection.enteredBy, text: objection.claim }),
    step(
      'check',
      check && {
        on: check.checkedOn,
        by: check.by,
        text: `${check.supplier}${objection.subject === 'inspection' ? '复查' : '核实'}，拟${objectionOutcomes[check.proposal]}。${check.finding}`,
      },
      verify,
    ),
    step(
      'decide',
      decision && {
        on: decision.decidedOn,
        by: decision.by,
        text: `${objectionOutcomes[decision.outcome]}。${decision.opinion}`,
      },
      verify,
    ),
    step(
      'answer',
      answer && { on: answer.answeredOn, by: answer.by, text: serviceText(answer) },
      decision && { on: decision.answerBy, article: cite(articles.answer) },
    ),
  ];
  if (decision?.isWrongful === true) {
    const text = clearing === null ? '' : `${clearing.what}。已告知${clearing.told}`;
    steps.push(step('clear', clearing && { on: clearing.clearedOn, by: clearing.by, text }));
  }
  const heard = feedback && {
    on: feedback.heardOn,
    by: feedback.by,
    text: `${objectionReactions[feedback.reaction]}。${feedback.note}`,
  };
  return [...steps, step('feedback', heard)];
}
