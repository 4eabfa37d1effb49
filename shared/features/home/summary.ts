import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { type ApplicationCounts, applicationTodos } from './applications.ts';
import { type DecisionCounts, leaderDecisions, reviewDecisions } from './decisions.ts';
import { type FollowUpCounts, followUpTodos } from './follow-up.ts';

/** A task without a draw, or with one that is under way. */
export interface OpenTask {
  readonly number: string;
  readonly title: string;
  readonly toOn: LocalDate;
  /** The draw under way; null where none has begun. */
  readonly draw: { readonly id: number; readonly number: string; readonly state: string } | null;
}

/** Where 随机抽查事项清单 stands (细则 第五条). */
export interface CheckListFacts {
  readonly isInForce: boolean;
  /** Approved, and its publication not entered yet. */
  readonly isUnpublished: boolean;
  /** The version being worked on. */
  readonly open: {
    readonly id: number;
    /** Waiting for approval, by this person if he may. */
    readonly isApprovable: boolean;
    readonly isReturned: boolean;
  } | null;
}

/** What the home page is made of: counts and dates over all features. */
export interface HomeFacts {
  readonly today: LocalDate;
  /** When a backup was last saved elsewhere, and the ledger's head last printed; null for never. */
  readonly backupKeptOn: LocalDate | null;
  readonly headPrintedOn: LocalDate | null;
  readonly objects: number;
  readonly officers: number;
  /** Who left without handing over the inspections they sit in. */
  readonly leaversWithWork: number;
  readonly graded: number;
  /** Whether the office's pack uses national grades; otherwise it grades by its own model alone. */
  readonly usesNational: boolean;
  /** Inspections from before the program, entered and not revoked. */
  readonly pastInspections: number;
  /** Imported plans not approved: all, and those this person did not import and so may approve. */
  readonly draftPlans: number;
  readonly approvablePlans: number;
  /** 临时 tasks that wait for a leader's approval, not of the asker's own entry. */
  readonly approvableTasks: number;
  /** Draws with a 替补 or 更换检查人员 that waits for an approval this person may give. */
  readonly approvableChanges: readonly { readonly drawId: number; readonly number: string }[];
  readonly approvedPlans: number;
  readonly checkList: CheckListFacts;
  /** Tasks and recorded draws of all years, and this year's tasks: all and finished. */
  readonly tasks: {
    readonly ever: number;
    readonly recorded: number;
    readonly thisYear: number;
    readonly finished: number;
  };
  readonly undrawn: readonly OpenTask[];
  /** Finished or void draws whose signed sheet was not attached; rehearsals have none to attach. */
  readonly unsigned: readonly { readonly id: number; readonly number: string; readonly paper: string }[];
  readonly inspections: InspectionCounts;
  /** Objects inspected or to be inspected this year. */
  readonly covered: number;
  readonly followUp: FollowUpCounts;
  readonly decisions: DecisionCounts;
  readonly applications: ApplicationCounts;
  readonly dues: readonly DueLine[];
}

export interface InspectionCounts {
  readonly total: number;
  readonly withoutNotice: number;
  readonly withoutResult: number;
  readonly waitingForReview: number;
  readonly returned: number;
  readonly waitingForPublication: number;
  readonly waitingForSignature: number;
  readonly published: number;
  readonly closed: number;
  readonly filed: number;
}

/** A day that binds, with what it is about and the article behind it. */
export interface DueLine {
  readonly what: string;
  readonly subject: string;
  readonly on: LocalDate;
  readonly article: string;
  readonly isOverdue: boolean;
  /** Rests on a year whose holidays are not announced yet. */
  readonly isEstimate: boolean;
  readonly path: string;
}

export interface ToDo {
  readonly text: string;
  readonly path: string;
}

type HomeRole = 'admin' | 'operator' | 'reviewer' | 'leader' | 'principal';

/** 今日待办 of a person with these roles, in the order of the work. */
export function todosOf(facts: HomeFacts, roles: readonly HomeRole[]): readonly ToDo[] {
  return [
    ...(roles.includes('admin') ? adminTodos(facts) : []),
    ...(roles.includes('leader') ? leaderTodos(facts) : []),
    ...(roles.includes('leader') || roles.includes('reviewer')
      ? [...changeTodos(facts), ...reviewDecisions(facts.decisions)]
      : []),
    ...(roles.includes('principal') ? principalTodos(facts) : []),
    ...(roles.includes('reviewer') ? reviewerTodos(facts) : []),
    ...(roles.includes('operator') ? operatorTodos(facts) : []),
  ];
}

/** Days after which a copy elsewhere, and the head on paper, are too old. */
const keepBackupEvery = 7;
const printHeadEvery = 31;

/** Nothing to keep as long as the rosters are empty. */
function adminTodos({ objects, today, backupKeptOn, headPrintedOn }: HomeFacts): readonly ToDo[] {
  const isOld = (on: LocalDate | null, days: number) => on === null || daysBetween(on, today) > days;
  const since = (on: LocalDate | null) => (on === null ? '从未办过' : `上次${on}`);
  if (objects === 0) return [];
  return [
    ...(isOld(backupKeptOn, keepBackupEvery)
      ? [{ text: `请把最新的备份保存到U盘（${since(backupKeptOn)}）`, path: '/settings/moving' }]
      : []),
    ...(isOld(headPrintedOn, printHeadEvery)
      ? [{ text: `请打印台账校验单，签名归档（${since(headPrintedOn)}）`, path: '/ledger' }]
      : []),
  ];
}

/** 替补 and 更换检查人员 of each draw, on its page. */
function changeTodos({ approvableChanges }: HomeFacts): readonly ToDo[] {
  return approvableChanges.map(({ drawId, number }) => ({
    text: `抽取${number}的替补或人员更换待批准`,
    path: `/draws/${drawId}`,
  }));
}

function leaderTodos({ approvablePlans, approvableTasks, decisions, checkList: { open } }: HomeFacts): readonly ToDo[] {
  return [
    ...(open?.isApprovable === true ? [{ text: '随机抽查事项清单待批准', path: `/plans/items/${open.id}` }] : []),
    ...when(approvablePlans, `${approvablePlans}份年度计划待批准`, '/plans'),
    ...when(approvableTasks, `${approvableTasks}个临时任务待批准`, '/plans/tasks?state=proposed'),
    ...leaderDecisions(decisions),
  ];
}

function principalTodos({ inspections: { waitingForSignature: count } }: HomeFacts): readonly ToDo[] {
  return when(count, `${count}条更正待签字`, '/inspections?l.more=correction');
}

function reviewerTodos({ inspections: { waitingForReview: count } }: HomeFacts): readonly ToDo[] {
  return when(count, `${count}条结果待审核`, '/inspections?l.state=submitted');
}

function operatorTodos({
  undrawn,
  unsigned,
  inspections,
  leaversWithWork,
  checkList,
  followUp,
  applications,
}: HomeFacts): readonly ToDo[] {
  const { returned, withoutNotice, withoutResult, waitingForPublication, published, closed, filed } = inspections;
  const waiting = undrawn.filter(({ draw }) => draw === null);
  const { open, isUnpublished } = checkList;
  return [
    ...(open?.isReturned === true ? [{ text: '随机抽查事项清单被退回', path: `/plans/items/${open.id}` }] : []),
    ...(isUnpublished ? [{ text: '随机抽查事项清单已批准，待公布', path: '/plans/items' }] : []),
    ...when(returned, `${returned}条结果被审核退回`, '/inspections?l.state=returned'),
    ...when(leaversWithWork, `${leaversWithWork}名离岗人员的检查待移交`, '/rosters/officers?l.status=离岗未移交'),
    ...undrawn.flatMap(({ draw }) =>
      draw === null ? [] : [{ text: `抽取${draw.number}尚未完成（${draw.state}）`, path: `/draws/${draw.id}` }],
    ),
    ...unsignedTodos(unsigned),
    ...when(waiting.length, `${waiting.length}项任务待抽取`, '/draws'),
    ...when(withoutNotice, `${withoutNotice}户待发检查通知书`, '/inspections?l.state=open'),
    ...when(withoutResult, `${withoutResult}户待录入检查结果`, '/inspections?l.state=open'),
    ...when(waitingForPublication, `${waitingForPublication}条结果待公示`, '/publications'),
    ...when(published - closed, `${published - closed}户处置未完结`, '/inspections?l.more=open-disposal'),
    ...when(closed - filed, `${closed - filed}户待归档`, '/dossiers'),
    ...followUpTodos(followUp),
    ...applicationTodos(applications),
  ];
}

/** A few by number, many as a count. */
const UNSIGNED_BY_NUMBER = 3;

function unsignedTodos(unsigned: HomeFacts['unsigned']): readonly ToDo[] {
  if (unsigned.length > UNSIGNED_BY_NUMBER) {
    return [{ text: `${unsigned.length}次抽取尚未存入签字件`, path: `/draws/${unsigned[0]?.id}` }];
  }
  return unsigned.map(({ id, number, paper }) => ({
    text: `抽取${number}的${paper}尚未存入签字件`,
    path: `/draws/${id}`,
  }));
}

function when(count: number, text: string, path: string): readonly ToDo[] {
  return count > 0 ? [{ text, path }] : [];
}

export interface SetUpStep {
  readonly title: string;
  readonly isDone: boolean;
  readonly path: string;
  /** Which role does it. */
  readonly who: string;
}

/** The first weeks' checklist, in order. It is shown until every step is done. */
export function setUpSteps(facts: HomeFacts): readonly SetUpStep[] {
  const plans = facts.draftPlans + facts.approvedPlans;
  return [
    { title: '导入检查对象名录', isDone: facts.objects > 0, path: '/rosters/imports', who: '经办人' },
    { title: '导入执法检查人员名录', isDone: facts.officers > 0, path: '/rosters/imports', who: '经办人' },
    { title: '编制随机抽查事项清单', isDone: facts.checkList.isInForce, path: '/plans/items', who: '经办人' },
    { title: '导入年度抽查计划', isDone: plans > 0, path: '/plans', who: '经办人' },
    { title: '批准年度抽查计划', isDone: facts.approvedPlans > 0, path: '/plans', who: '局领导' },
    { title: '从计划下达抽查任务', isDone: facts.tasks.ever > 0, path: '/plans', who: '经办人' },
    {
      title: facts.usesNational ? '导入国家等级，评定信用等级' : '评定信用等级',
      isDone: facts.graded > 0,
      path: facts.usesNational ? '/credit/import' : '/credit',
      who: '经办人',
    },
    // An office without any has nothing to enter; its first draw settles the step.
    {
      title: '导入以往检查',
      isDone: facts.pastInspections > 0 || facts.tasks.recorded > 0,
      path: '/inspections/past',
      who: '经办人',
    },
    { title: '完成第一次随机抽取', isDone: facts.tasks.recorded > 0, path: '/draws', who: '经办人' },
  ];
}

export interface Progress {
  readonly title: string;
  readonly done: number;
  readonly of: number;
  readonly path: string;
}

/** 本年进度: 完成率 = 已公示/应检查, 完结率 = 已完结/已公示; an inspected object that is not published is not done. */
export function progressOf({ tasks, inspections, covered, objects }: HomeFacts): readonly Progress[] {
  return [
    { title: '任务完成', done: tasks.finished, of: tasks.thisYear, path: '/plans/tasks' },
    { title: '检查完成（已公示／应检查）', done: inspections.published, of: inspections.total, path: '/inspections' },
    { title: '处置完结（已完结／已公示）', done: inspections.closed, of: inspections.published, path: '/inspections' },
    { title: '归档（已归档／应检查）', done: inspections.filed, of: inspections.total, path: '/dossiers' },
    { title: '检查对象覆盖（本年抽中或已查／在册）', done: covered, of: objects, path: '/rosters' },
  ];
}
