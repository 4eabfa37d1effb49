import type { LocalDate } from '../../kernel/local-date.ts';
import { GRADES, type Grade } from '../../kernel/pack-basis.ts';

/** Which measures of the pack become tasks for an enterprise, and which tasks a change of grade takes back. 制度 第八条至第十一条. */

export const measureKindTitles = {
  talk: '约谈',
  training: '培训指导',
  monitoring: '重点监控',
  rectification: '限期整改',
  publicity: '政策宣传',
  'green-channel': '绿色通道',
  service: '增益性服务',
  other: '其他措施',
} as const;
export type MeasureKind = keyof typeof measureKindTitles;

export const measureStateTitles = { open: '待办', done: '已办结', cancelled: '已取消' } as const;
export type MeasureState = keyof typeof measureStateTitles;

export const measureOriginTitles = { grade: '等级变动', round: '年度措施', hand: '逐户新增' } as const;
export type MeasureOrigin = keyof typeof measureOriginTitles;

/** A measure of the pack, as far as these rules read it. */
export interface PackMeasure {
  readonly id: string;
  readonly grades: readonly Grade[];
  readonly kind: MeasureKind;
  readonly opensTask: boolean;
}

/** A measure task of one enterprise. */
export interface StandingMeasure {
  readonly id: number;
  readonly measureId: string;
  readonly year: number;
  readonly state: MeasureState;
  readonly origin: MeasureOrigin;
}

/** The measures a grade brings that become a task; the others are standing treatment. */
export function measuresOpening<M extends PackMeasure>(measures: readonly M[], grade: Grade): readonly M[] {
  return measures.filter((measure) => measure.opensTask && measure.grades.includes(grade));
}

/** What a 绿色通道证 says of itself: the best grade's 绿色通道 and services that not every grade has; none without a 绿色通道. */
export function measuresOfChannel<M extends PackMeasure>(
  measures: readonly M[],
  grades: readonly Grade[],
): readonly M[] {
  const [best] = grades;
  if (best === undefined) return [];
  const own = measures.filter((measure) => {
    const isKind = measure.kind === 'green-channel' || measure.kind === 'service';
    return isKind && !measure.opensTask && measure.grades.includes(best) && !isForAll(measure, grades);
  });
  return own.some(({ kind }) => kind === 'green-channel') ? own : [];
}

/** 增益性服务 that an enterprise is offered whatever its grade: what 重点企业 are owed a year (陈巴尔虎旗方案 第5项). */
export function measuresOfService<M extends PackMeasure>(
  measures: readonly M[],
  grades: readonly Grade[],
): readonly M[] {
  return measures.filter((measure) => measure.kind === 'service' && isForAll(measure, grades));
}

function isForAll(measure: PackMeasure, grades: readonly Grade[]): boolean {
  return grades.every((grade) => measure.grades.includes(grade));
}

/** A year's round: what the grade brings and an enterprise neither has open nor was given in that year. */
export function measuresOfRound<M extends PackMeasure>(
  measures: readonly M[],
  grade: Grade,
  tasks: readonly StandingMeasure[],
  year: number,
): readonly M[] {
  return measuresOpening(measures, grade).filter(
    ({ id }) =>
      !tasks.some(
        (task) => task.measureId === id && (task.state === 'open' || (task.state === 'done' && task.year === year)),
      ),
  );
}

export interface GradeMove {
  /** Null for the first grade. */
  readonly from: Grade | null;
  readonly to: Grade;
}

export interface MeasuresMoved<M, T> {
  readonly opens: readonly M[];
  readonly cancels: readonly T[];
}

/**
 * What a change of grade opens and takes back. A measure the new grade brings anew opens though it was done before; one
 * the old grade had too opens only where the year's was not done. Open tasks of the old grade that the new one does not
 * bring are cancelled; what was added by hand stays.
 */
export function measuresMoved<M extends PackMeasure, T extends StandingMeasure>(
  measures: readonly M[],
  move: GradeMove,
  tasks: readonly T[],
  year: number,
): MeasuresMoved<M, T> {
  const brought = measuresOpening(measures, move.to);
  const had = new Set(move.from === null ? [] : measuresOpening(measures, move.from).map(({ id }) => id));
  const opens = brought.filter(({ id }) => {
    const own = tasks.filter(({ measureId }) => measureId === id);
    if (own.some(({ state }) => state === 'open')) return false;
    return !(had.has(id) && own.some((task) => task.state === 'done' && task.year === year));
  });
  const kept = new Set(brought.map(({ id }) => id));
  const cancels = tasks.filter(
    ({ state, origin, measureId }) => state === 'open' && origin !== 'hand' && !kept.has(measureId),
  );
  return { opens, cancels };
}

/** True where the grade became worse. */
export function isFall(from: Grade | null, to: Grade): boolean {
  return from !== null && GRADES.indexOf(to) > GRADES.indexOf(from);
}

/** Why a measure was opened or taken back: `等级由B级降为C级`. `titles` are the pack's names of the grades. */
export function moveText(from: Grade | null, to: Grade, titles: (grade: Grade) => string): string {
  if (from === null) return `首次评定为${titles(to)}`;
  return `等级由${titles(from)}${isFall(from, to) ? '降为' : '升为'}${titles(to)}`;
}

/** 逾期 = open past its day. */
export function isMeasureOverdue(
  task: { readonly state: MeasureState; readonly dueOn: LocalDate | null },
  today: LocalDate,
) {
  return task.state === 'open' && task.dueOn !== null && task.dueOn < today;
}
