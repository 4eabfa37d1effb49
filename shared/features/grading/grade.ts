import type { CreditFact } from '../../kernel/credit-facts.ts';
import { factTestHolds } from '../../kernel/fact-test.ts';
import type { IndicatorModel } from '../../kernel/indicator-model.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { toHalfWidth, withoutBlanks } from '../../kernel/normalise.ts';
import type { Grade } from '../../kernel/pack-basis.ts';
import type { Factor, Measure } from '../../kernel/policy-entries.ts';
import type { PolicyPack } from '../../kernel/policy-pack.ts';
import {
  type GradeReason,
  sayFactor,
  sayManual,
  sayMapped,
  sayModel,
  saySurplus,
  sayUngraded,
  sayVeto,
} from './grade-reasons.ts';
import { type Score, type ScorePart, scorer } from './model-score.ts';
import { monthAges } from './month-ages.ts';
import { soonest, testChanges } from './test-changes.ts';
import { isWorse, worstOf } from './worst-grade.ts';

/** What is known of one enterprise on the day of grading. 制度 第四条. */
export interface GradeInputs {
  /** 国家公共信用综合评价等级 as supplied; null where there is none. */
  readonly nationalGrade: string | null;
  readonly facts: readonly CreditFact[];
  /** A change by hand that was approved; out of force after its last day. */
  readonly manual?: ManualGrade | null;
}

export interface ManualGrade {
  readonly id: number;
  readonly grade: Grade;
  readonly reason: string;
  /** The last day it holds. */
  readonly expiresOn: LocalDate;
}

/**
 * On what a grade rests. national-grade: mapped from the national one. reference: the model, or the mapping, with the national
 * grade as one of its inputs. model: the model alone. no-national-grade: the pack's own rule was taken, to be checked (待核).
 * manual: changed by hand, reviewed, until a day.
 */
export type GradeBasis = 'national-grade' | 'reference' | 'model' | 'no-national-grade' | 'manual';
export const gradeBasisTitles: Readonly<Record<GradeBasis, string>> = {
  'national-grade': '国家评价等级',
  reference: '模型，参考国家评价',
  model: '评价模型',
  'no-national-grade': '未取得国家评价',
  manual: '人工调整',
};

/** A veto of the pack or of the model that holds. */
export interface HeldVeto {
  readonly id: string;
  readonly name: string;
  readonly grade: Grade;
  readonly facts: readonly CreditFact[];
}

export interface Grading {
  readonly grade: Grade;
  readonly basis: GradeBasis;
  /** Before vetoes and any change by hand. */
  readonly computed: Grade;
  /** Thousandths of a point; null where no model was asked. */
  readonly points: number | null;
  readonly parts: readonly ScorePart[];
  readonly overflow: number;
  readonly vetoes: readonly HeldVeto[];
  readonly manualId: number | null;
  /** Factors of 制度第六条 that hold. They raise how often the object is visited, never the letter. */
  readonly raisedBy: readonly Factor['id'][];
  readonly reasons: readonly GradeReason[];
  /** The next day on which time alone may change any of it; null where none can. */
  readonly nextChangeOn: LocalDate | null;
}

export type Grader = (inputs: GradeInputs) => Grading;

/** The model a pack grades by; null where it uses none. */
export function modelOf(pack: Pick<PolicyPack, 'evaluation' | 'models'>): IndicatorModel | null {
  return pack.models.find(({ id }) => id === pack.evaluation.model) ?? null;
}

/**
 * Pack and model made ready for one day; the function grades one enterprise after the other, with every reason. A veto always
 * wins: no points and no change by hand lift a grade above it.
 */
export function grader(pack: PolicyPack, model: IndicatorModel | null, today: LocalDate): Grader {
  const score = model === null ? null : scorer(model, today);
  const ages = monthAges(today);
  const packVetoes = pack.vetoes.map((veto) => ({ veto, ...testChanges(veto.test, ages) }));
  const factors = pack.factors.map((factor) => ({ factor, ...testChanges(factor.test, ages) }));
  return (inputs) => {
    const { facts } = inputs;
    const letter = letterOf(pack, model, score, inputs);
    const vetoes = [
      ...packVetoes.flatMap(({ veto, mayHold }) => {
        if (!mayHold(facts)) return [];
        const { holds, found } = factTestHolds(veto.test, { facts, today, grade: letter.grade });
        return holds ? [{ ...veto, facts: found }] : [];
      }),
      ...vetoesOf(model, letter.score),
    ];
    const manual = manualIn(pack, inputs.manual, today);
    const grade = worstOf([manual?.grade ?? letter.grade, ...vetoes.map((veto) => veto.grade)]);
    const raising = factors.flatMap(({ factor, mayHold }) => {
      if (!mayHold(facts)) return [];
      const outcome = factTestHolds(factor.test, { facts, today, grade });
      return outcome.holds ? [{ factor, outcome }] : [];
    });
    return {
      grade,
      basis: manual === null ? letter.basis : 'manual',
      computed: letter.grade,
      points: letter.score?.points ?? null,
      parts: letter.score?.parts ?? [],
      overflow: letter.score?.overflow ?? 0,
      vetoes,
      manualId: manual?.id ?? null,
      raisedBy: raising.map(({ factor }) => factor.id),
      reasons: [
        ...letter.reasons,
        ...(manual === null ? [] : [sayManual(pack, manual, letter.grade)]),
        ...vetoes.map((veto) => sayVeto(pack, veto, grade)),
        ...raising.map(({ factor, outcome }) => sayFactor(pack, factor, grade, outcome.found)),
      ],
      nextChangeOn: soonest([
        letter.score?.nextChangeOn ?? null,
        manual === null ? null : addDays(manual.expiresOn, 1),
        ...[...packVetoes, ...factors].map(({ changesOn }) => changesOn(facts)),
      ]),
    };
  };
}

/** A change by hand that holds: not over, and to a grade the pack still has. */
function manualIn(pack: PolicyPack, manual: ManualGrade | null | undefined, today: LocalDate): ManualGrade | null {
  if (manual == null || manual.expiresOn < today) return null;
  return pack.grades.some(({ grade }) => grade === manual.grade) ? manual : null;
}

/** The grade of one enterprise under a pack and the model it names. */
export function gradeOf(pack: PolicyPack, { today, ...inputs }: GradeInputs & { readonly today: LocalDate }): Grading {
  return grader(pack, modelOf(pack), today)(inputs);
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
  readonly basis: GradeBasis;
  readonly score: Score | null;
  readonly reasons: readonly GradeReason[];
}

/** 国家评价结果直接使用, else the model, else the mapping as a reference, else the pack's rule for those without any. */
function letterOf(
  pack: PolicyPack,
  model: IndicatorModel | null,
  scoreOf: ((enterprise: GradeInputs) => Score) | null,
  inputs: GradeInputs,
): Letter {
  const use = pack.evaluation.national;
  const national =
    use === 'none' || inputs.nationalGrade === null ? null : normaliseNationalGrade(inputs.nationalGrade);
  const mapped = national === null ? undefined : pack.grades.find((rule) => rule.national.includes(national));
  if (use === 'direct' && mapped !== undefined && national !== null) {
    const reasons = [sayMapped(pack, mapped, national)];
    return { grade: mapped.grade, basis: 'national-grade', score: null, reasons };
  }
  if (model !== null && scoreOf !== null) {
    const score = scoreOf({ ...inputs, nationalGrade: national });
    const isReferred = use === 'reference' && national !== null;
    const reasons = sayModel(pack, model, score, isReferred ? { national, mapped: mapped ?? null } : null);
    return { grade: score.grade, basis: isReferred ? 'reference' : 'model', score, reasons };
  }
  if (mapped !== undefined && national !== null) {
    return { grade: mapped.grade, basis: 'reference', score: null, reasons: [sayMapped(pack, mapped, national)] };
  }
  const reasons = [...(national === null ? [] : [saySurplus(pack, national)]), sayUngraded(pack)];
  return { grade: pack.ungraded.grade, basis: 'no-national-grade', score: null, reasons };
}

function vetoesOf(model: IndicatorModel | null, score: Score | null): readonly (HeldVeto & SaidBasis)[] {
  if (model === null || score === null) return [];
  return score.vetoes.flatMap(({ id, facts }) => {
    const veto = model.vetoes.find((candidate) => candidate.id === id);
    return veto === undefined ? [] : [{ ...veto, facts }];
  });
}

type SaidBasis = Pick<IndicatorModel, 'source' | 'standing'>;

/** Whether a change by hand to this grade would be held down by a veto that stands. */
export function vetoAgainst(grading: Pick<Grading, 'vetoes'>, wanted: Grade): HeldVeto | null {
  return grading.vetoes.find(({ grade }) => isWorse(grade, wanted)) ?? null;
}
