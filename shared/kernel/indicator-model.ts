import { z } from 'zod';
import { accidentClassTitles, creditKinds, severityTitles } from './credit-facts.ts';
import { isLocalDate } from './local-date.ts';
import { Basis, GRADES, Grade, isWithoutRepeats, PackId } from './pack-basis.ts';

/**
 * A bureau's own 评价模型 (霍林郭勒方案 三（二）): a tree of indicators with weights, what each reads and how it scores, 一票否决, 加分,
 * grade bands. Weights, shares and degrees are thousandths; points in bonuses, cases and results are thousandths of a point,
 * `from` of a band is whole points. How it is computed stands in shared/features/grading/model-score.ts.
 */

export const MODEL_SCALES = [100, 1000] as const;

const Day = z.string().refine(isLocalDate, 'not a day');
const Thousandths = z.int().min(0).max(1000);
const Months = z.int().min(1).max(240);
const Name = z.string().trim().min(1).max(100);
const Kind = z.enum(creditKinds as [(typeof creditKinds)[number], ...(typeof creditKinds)[number][]]);
const SeverityName = z.enum(Object.keys(severityTitles) as [keyof typeof severityTitles]);
const AccidentClassName = z.enum(Object.keys(accidentClassTitles) as [keyof typeof accidentClassTitles]);

/** Which facts are read. What is left out is not asked for; `withinMonths` looks back from the day of grading. */
export const FactChoice = z.strictObject({
  kinds: z.array(Kind).min(1),
  outcome: z.enum(['good', 'bad']).optional(),
  severity: z.array(SeverityName).min(1).optional(),
  accidentClass: z.array(AccidentClassName).min(1).optional(),
  withinMonths: Months.optional(),
});
export type FactChoice = z.infer<typeof FactChoice>;

/**
 * How a fact loses weight with age, by whole months since it happened. `linear`: whole until `wholeMonths`, then the same part
 * less each month, nothing from `zeroMonths` on. `steps`: `share` thousandths until `untilMonths`, the last step ended nothing.
 */
export const Decay = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('linear'), wholeMonths: z.int().min(0).max(239), zeroMonths: Months })
    .refine(({ wholeMonths, zeroMonths }) => zeroMonths > wholeMonths, 'nothing is left before it begins to fall'),
  z.strictObject({
    kind: z.literal('steps'),
    steps: z
      .array(z.strictObject({ untilMonths: Months, share: z.int().min(1).max(1000) }))
      .min(1)
      .refine((steps) => isMonotone(steps, 'untilMonths', 1) && isMonotone(steps, 'share', -1), 'steps out of order'),
  }),
]);
export type Decay = z.infer<typeof Decay>;

/** `count` = how many facts, `amount` = their money in whole yuan; a fact that has decayed to a half counts for a half. */
const Measured = { measure: z.enum(['count', 'amount']) };
const Quantity = z.int().min(1).max(1_000_000_000);

/**
 * What an indicator makes of its facts: a degree between 0 and 1000, never falling when there are more of them.
 * 布尔 any fact = whole · 阈值 whole from `atLeast` on · 区间 the degree of the last band reached · 线性 from nothing at `from` to
 * whole at `to` · 比例 the share of its facts among those of `of`, whole at `wholeAt`, `whenNone` where there are none of either ·
 * 累计 each fact adds `each` (by severity where given), up to the whole.
 */
export const IndicatorRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('boolean') }),
  z.strictObject({ kind: z.literal('threshold'), ...Measured, atLeast: Quantity }),
  z.strictObject({
    kind: z.literal('interval'),
    ...Measured,
    bands: z
      .array(z.strictObject({ from: Quantity, degree: Thousandths }))
      .min(1)
      .refine((bands) => isMonotone(bands, 'from', 1) && isMonotone(bands, 'degree', 1), 'bands out of order'),
  }),
  z
    .strictObject({
      kind: z.literal('linear'),
      ...Measured,
      from: z.int().min(0).max(1_000_000_000),
      to: Quantity,
    })
    .refine(({ from, to }) => to > from, 'a line that does not rise'),
  z.strictObject({
    kind: z.literal('ratio'),
    of: FactChoice,
    wholeAt: z.int().min(1).max(1000),
    whenNone: Thousandths,
  }),
  z.strictObject({
    kind: z.literal('cumulative'),
    each: Thousandths,
    bySeverity: z.partialRecord(SeverityName, Thousandths).optional(),
  }),
]);
export type IndicatorRule = z.infer<typeof IndicatorRule>;

export const ruleKindTitles: Readonly<Record<IndicatorRule['kind'], string>> = {
  interval: '区间',
  threshold: '阈值',
  linear: '线性',
  ratio: '比例',
  cumulative: '累计',
  boolean: '布尔',
};

const Head = { id: PackId, name: Name, weight: z.int().min(1).max(1000), ...Basis };

/** An indicator scored from facts. `+` earns its points by what it finds, `-` has them and loses them. */
const FactIndicator = z.strictObject({
  node: z.literal('facts'),
  ...Head,
  direction: z.enum(['+', '-']),
  reads: FactChoice,
  decay: Decay.nullable(),
  rule: IndicatorRule,
});
export type FactIndicator = z.infer<typeof FactIndicator>;

/** An indicator scored from 国家公共信用综合评价等级 taken as a reference (参考使用, 吴忠方案 一): a degree for each national grade. */
const NationalIndicator = z.strictObject({
  node: z.literal('national'),
  ...Head,
  degrees: z.array(z.strictObject({ national: z.string().min(1).max(10), degree: Thousandths })).min(1),
  whenNone: Thousandths,
});
export type NationalIndicator = z.infer<typeof NationalIndicator>;

const Leaf = z.discriminatedUnion('node', [FactIndicator, NationalIndicator]);
export type Leaf = z.infer<typeof Leaf>;

const SecondGroup = z.strictObject({ node: z.literal('group'), ...Head, children: z.array(Leaf).min(1) });
const SecondLevel = z.discriminatedUnion('node', [SecondGroup, FactIndicator, NationalIndicator]);
const FirstGroup = z.strictObject({ node: z.literal('group'), ...Head, children: z.array(SecondLevel).min(1) });
const FirstLevel = z.discriminatedUnion('node', [FirstGroup, FactIndicator, NationalIndicator]);

/** An indicator of any level: a group of others, or a leaf that scores. Three levels at most (一级、二级、三级指标). */
export type IndicatorNode = z.infer<typeof FirstLevel> | z.infer<typeof SecondLevel>;

/** 一票否决: from so many facts on, the grade is `grade` whatever the points, or worse where another veto says so. */
const ModelVeto = z.strictObject({
  id: PackId,
  name: Name,
  reads: FactChoice,
  atLeast: z.int().min(1).max(1000),
  grade: Grade,
  ...Basis,
});
export type ModelVeto = z.infer<typeof ModelVeto>;

/** 加分: each fact adds `each` thousandths of a point, all together at most `most`; never beyond the scale. */
const Bonus = z.strictObject({
  id: PackId,
  name: Name,
  reads: FactChoice,
  decay: Decay.nullable(),
  each: z.int().min(1).max(1_000_000),
  most: z.int().min(1).max(1_000_000),
  ...Basis,
});
export type Bonus = z.infer<typeof Bonus>;

/** From so many whole points on; the next better band begins where this one ends. */
const Band = z.strictObject({ grade: Grade, from: z.int().min(0).max(1000), ...Basis });

/** A fact as a test case gives it. */
export const CaseFact = z.strictObject({
  kind: Kind,
  happenedOn: Day,
  endedOn: Day.optional(),
  repairedOn: Day.optional(),
  severity: SeverityName.optional(),
  accidentClass: AccidentClassName.optional(),
  amountFen: z.int().min(0).optional(),
  outcome: z.enum(['good', 'bad']).optional(),
});
export type CaseFact = z.infer<typeof CaseFact>;

/** A test case kept with the model: what an enterprise with these facts gets on a day; points only where they are to be checked. */
export const ModelCase = z.strictObject({
  id: PackId,
  name: Name,
  on: Day,
  nationalGrade: z.string().min(1).max(10).nullable(),
  facts: z.array(CaseFact),
  expected: z.strictObject({ grade: Grade, points: z.int().min(0).max(1_000_000).optional() }),
});
export type ModelCase = z.infer<typeof ModelCase>;

export const IndicatorModel = z
  .strictObject({
    id: PackId,
    version: z.int().min(1),
    title: Name,
    scale: z.union([z.literal(100), z.literal(1000)]),
    indicators: z.array(FirstLevel).min(1),
    vetoes: z.array(ModelVeto),
    bonuses: z.array(Bonus),
    bands: z.array(Band).min(2).max(GRADES.length),
    cases: z.array(ModelCase),
    ...Basis,
  })
  .superRefine((model, issues) => {
    const problem = (message: string) => issues.addIssue({ code: 'custom', message });
    const nodes = nodesOf(model);
    if (!isWithoutRepeats([...nodes, ...model.vetoes, ...model.bonuses].map(({ id }) => id)))
      problem('an id used twice');
    if (!isWithoutRepeats(model.cases.map(({ id }) => id))) problem('a test case named twice');
    for (const { id, children } of branchesOf(model)) {
      const sum = children.reduce((total, { weight }) => total + weight, 0);
      if (sum !== 1000) problem(`the weights under ${id} add up to ${sum} thousandths`);
    }
    for (const { id, degrees } of nodes.filter((node) => node.node === 'national')) {
      if (!isWithoutRepeats(degrees.map(({ national }) => national))) problem(`a national grade stated twice in ${id}`);
    }
    if (!isMonotone(model.bands, 'from', -1) || model.bands.at(-1)?.from !== 0) {
      problem('the grade bands do not go from the best down to nothing');
    }
    if ((model.bands[0]?.from ?? 0) > model.scale) problem('a grade band beyond the scale');
    const letters = model.bands.map(({ grade }) => GRADES.indexOf(grade));
    if (letters.some((letter, index) => index > 0 && letter <= (letters[index - 1] ?? -1)))
      problem('grades out of order');
    const given = new Set(model.bands.map(({ grade }) => grade));
    for (const { id, grade } of model.vetoes)
      if (!given.has(grade)) problem(`the veto ${id} gives a grade without a band`);
  });
export type IndicatorModel = z.infer<typeof IndicatorModel>;

/** Every indicator of every level, groups before their children. */
export function nodesOf({ indicators }: Pick<IndicatorModel, 'indicators'>): readonly IndicatorNode[] {
  return indicators.flatMap((first) =>
    first.node === 'group'
      ? [
          first,
          ...first.children.flatMap((second) => (second.node === 'group' ? [second, ...second.children] : [second])),
        ]
      : [first],
  );
}

/** Every set of indicators whose weights make a whole: the first level and each group. */
export function branchesOf(model: Pick<IndicatorModel, 'indicators'>) {
  const groups = nodesOf(model).filter((node) => node.node === 'group');
  return [{ id: '', children: model.indicators as readonly IndicatorNode[] }, ...groups] as readonly {
    readonly id: string;
    readonly children: readonly IndicatorNode[];
  }[];
}

/** Whether a number rises (`sign` 1) or falls (-1) from entry to entry; degrees of bands may not even stay. */
function isMonotone<Key extends string>(
  entries: readonly Readonly<Record<Key, number>>[],
  key: Key,
  sign: 1 | -1,
): boolean {
  return entries.every((entry, index) => {
    const before = entries[index - 1];
    return before === undefined || sign * (entry[key] - before[key]) > 0;
  });
}
