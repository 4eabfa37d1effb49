import type { CreditFact } from '../../kernel/credit-facts.ts';
import { type CountTest, factTestHolds } from '../../kernel/fact-test.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { toHalfWidth, withoutBlanks } from '../../kernel/normalise.ts';
import { citeArticle, type Grade } from '../../kernel/pack-basis.ts';
import type { Factor, Measure } from '../../kernel/policy-entries.ts';
import { gradeTitle, type PolicyPack } from '../../kernel/policy-pack.ts';
import { done, type RefusalOf, type Result, refuse } from '../../kernel/result.ts';
import type { GradingRefusals } from './refusals.ts';

/** What is known of one enterprise on the day of grading; the dates of the counts are the caller's. 制度 第四条. */
export interface GradeInputs {
  /** 国家公共信用综合评价等级 as supplied; null where there is none. */
  readonly nationalGrade: string | null;
  readonly facts: readonly CreditFact[];
  readonly today: LocalDate;
}

/** One sentence of the explanation, with the article it rests on (`制度第五条`). */
export interface GradeReason {
  readonly text: string;
  readonly article: string;
}

export interface Grading {
  readonly grade: Grade;
  /** no-national-grade: the pack's own rule was taken, to be checked (待核). */
  readonly basis: 'national-grade' | 'no-national-grade';
  /** Factors of 制度第六条 that hold. They raise how often the object is visited, never the letter. */
  readonly raisedBy: readonly Factor['id'][];
  readonly reasons: readonly GradeReason[];
}

export type GradeRefusal = RefusalOf<Pick<GradingRefusals, 'NATIONAL_GRADE_UNKNOWN'>>;

/** The grade of an enterprise under a pack, with every reason. Refuses a national grade the pack does not map (there is no 优-). */
export function gradeOf(pack: PolicyPack, inputs: GradeInputs): Result<Grading, GradeRefusal> {
  const letter = letterOf(pack, inputs.nationalGrade);
  if (!letter.ok) return letter;
  const { grade, basis, reason } = letter.value;
  const raising = pack.factors.flatMap((factor) => {
    const fact = factOf(pack, factor, grade, inputs);
    return fact === null ? [] : [{ factor, fact }];
  });
  const raisedReasons = raising.map(({ factor, fact }) => ({
    text: `${fact}，增加检查频次（不改变等级）。`,
    article: citeArticle(factor.source),
  }));
  return done({ grade, basis, raisedBy: raising.map(({ factor }) => factor.id), reasons: [reason, ...raisedReasons] });
}

/** A national grade as the nine are written (`优＋` → `优+`); null for blank or 无. Unknown texts come back as typed. */
export function normaliseNationalGrade(typed: string): string | null {
  const plain = toHalfWidth(withoutBlanks(typed))
    .replace(/[\u2010-\u2015\u2212一]$/, '-')
    .replace(/级$/, '');
  return plain === '' || /^(?:无|未评价|暂无|未评级|-|\/)$/.test(plain) ? null : plain;
}

/** What a grade brings, in the order of the articles. 制度 第八条至第十一条. */
export function measuresOf(pack: PolicyPack, grade: Grade): readonly Measure[] {
  return pack.measures.filter(({ grades }) => grades.includes(grade));
}

/** Visits one object may have in 12 months under a preset; factors add the pack's raise. null = as needed. */
export function visitsPerYear(
  pack: PolicyPack,
  presetId: string,
  grading: Pick<Grading, 'grade' | 'raisedBy'>,
): number | null {
  const preset = pack.ratioPresets.find(({ id }) => id === presetId);
  if (preset === undefined) throw new Error(`pack ${pack.id} has no preset ${presetId}`);
  const visits = preset.ratios[grading.grade]?.visitsPerYear ?? null;
  return visits === null ? null : visits + (grading.raisedBy.length > 0 ? pack.raisedVisits.visits : 0);
}

interface Letter {
  readonly grade: Grade;
  readonly basis: Grading['basis'];
  readonly reason: GradeReason;
}

function letterOf(pack: PolicyPack, nationalGrade: string | null): Result<Letter, GradeRefusal> {
  const national = nationalGrade === null ? null : normaliseNationalGrade(nationalGrade);
  if (national === null) {
    const { grade, reason, source } = pack.ungraded;
    const text = `未取得国家评价等级，${reason}，定为${gradeTitle(pack, grade)}（待核）。`;
    return done({ grade, basis: 'no-national-grade', reason: { text, article: citeArticle(source) } });
  }
  const rule = pack.grades.find((candidate) => candidate.national.includes(national));
  if (rule === undefined) {
    const known = pack.grades.flatMap((candidate) => candidate.national);
    return refuse('NATIONAL_GRADE_UNKNOWN', { found: national, known });
  }
  const text = `国家评价等级为“${national}”，对应${rule.title}（${rule.meaning}）。`;
  return done({ grade: rule.grade, basis: 'national-grade', reason: { text, article: citeArticle(rule.source) } });
}

/** The fact that makes a factor hold, in words; null where it does not. */
function factOf(pack: PolicyPack, { name, test }: Factor, grade: Grade, inputs: GradeInputs): string | null {
  const { holds, found } = factTestHolds(test, { ...inputs, grade });
  if (!holds) return null;
  if (test.kind === 'grade') return `${name}（${gradeTitle(pack, grade)}）`;
  return test.kind === 'count' ? `${name}（${sayCount(test, found.length)}）` : name;
}

function sayCount({ withinDays, withinMonths, atLeast }: CountTest, found: number): string {
  const span =
    withinDays !== undefined ? `${withinDays}天内` : withinMonths !== undefined ? `${withinMonths}个月内` : '';
  return `${span}${found}件，标准为${atLeast}件`;
}
