import { type CreditFact, type CreditKind, creditKinds } from '../../kernel/credit-facts.ts';
import { countsOn, isAdverse } from '../../kernel/fact-test.ts';
import type {
  Bonus,
  Decay,
  FactChoice,
  FactIndicator,
  IndicatorModel,
  IndicatorNode,
  IndicatorRule,
  Leaf,
  ModelVeto,
} from '../../kernel/indicator-model.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Grade } from '../../kernel/pack-basis.ts';
import { type MonthAges, monthAges, shareAt } from './month-ages.ts';

/**
 * Scores an enterprise under an indicator model, in integers: points are thousandths of a point, shares and degrees
 * thousandths. Everything that is divided is rounded down, once, where it is divided; what a leaf of direction `-` loses is
 * rounded down and taken from its points. Leaves add up to the scale: each gets what its weight leaves of its group.
 */

/** A fact that was counted, and how much of it was left (1000 = whole). */
export interface CountedFact {
  readonly fact: CreditFact;
  readonly share: number;
}

/** What one indicator or 加分 entry came to. `max` is its weight in points; of a bonus, the most it can add. */
export interface ScorePart {
  readonly id: string;
  readonly points: number;
  readonly max: number;
  /** How far the rule was met, in thousandths; of a bonus, of its most. */
  readonly degree: number;
  readonly counted: readonly CountedFact[];
}

export interface FiredVeto {
  readonly id: string;
  readonly grade: Grade;
  readonly facts: readonly CreditFact[];
}

export interface Score {
  readonly points: number;
  readonly grade: Grade;
  /** Leaves in the order of the model, then bonuses. They add up to the points, less `overflow`. */
  readonly parts: readonly ScorePart[];
  /** What the bonuses bring beyond the scale, and does not count. */
  readonly overflow: number;
  readonly vetoes: readonly FiredVeto[];
  /** The next day on which time alone may change any of it; null where none can. */
  readonly nextChangeOn: LocalDate | null;
}

export interface ScoredEnterprise {
  readonly facts: readonly CreditFact[];
  readonly nationalGrade: string | null;
}

const weighed = new WeakMap<object, readonly WeighedLeaf[]>();

/** The leaf indicators with the points each can bring; they add up to the scale exactly. Worked out once for a model. */
export function leavesOf(model: Pick<IndicatorModel, 'indicators' | 'scale'>): readonly WeighedLeaf[] {
  const known = weighed.get(model) ?? shared(model.indicators, model.scale * 1000, []);
  weighed.set(model, known);
  return known;
}

export interface WeighedLeaf {
  readonly leaf: Leaf;
  readonly max: number;
  /** Names of the groups it stands in, from above. */
  readonly path: readonly string[];
}

/** The model made ready for one day; the function scores one enterprise after the other. */
export function scorer(model: IndicatorModel, today: LocalDate): (enterprise: ScoredEnterprise) => Score {
  const ages = monthAges(today);
  const entries = [
    ...leavesOf(model).map(({ leaf, max }) => unlessBlank(readBy(leaf), scoringLeaf(leaf, max, ages))),
    ...model.bonuses.map((bonus) => unlessBlank(kindsMask(bonus.reads.kinds), scoringBonus(bonus, ages))),
  ];
  const vetoes = model.vetoes.map((veto) => ({ veto, counts: counting(veto.reads, null, ages, '-') }));
  const choices = choicesOf(model);
  const ceiling = model.scale * 1000;
  return ({ facts, nationalGrade }) => {
    const ordered = facts.toSorted(byDay);
    const found = kindsMask(facts.map(({ kind }) => kind));
    const parts = entries.map((score) => score(found, ordered, nationalGrade));
    const sum = parts.reduce((total, { points }) => total + points, 0);
    const points = Math.min(sum, ceiling);
    return {
      points,
      grade: gradeAt(model, points),
      parts,
      overflow: sum - points,
      vetoes: vetoes.flatMap(({ veto, counts }) => fired(veto, counts(ordered))),
      nextChangeOn: nextChange(choices, ordered, ages),
    };
  };
}

/** The grade of so many thousandths of a point. */
export function gradeAt({ bands }: Pick<IndicatorModel, 'bands'>, points: number): Grade {
  const band = bands.find(({ from }) => points >= from * 1000) ?? bands.at(-1);
  if (band === undefined) throw new Error('a model without bands');
  return band.grade;
}

/** Facts by day, then by id, so that no order of the inputs shows. */
export function byDay(one: CreditFact, other: CreditFact): number {
  if (one.happenedOn !== other.happenedOn) return one.happenedOn < other.happenedOn ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

function shared(nodes: readonly IndicatorNode[], points: number, path: readonly string[]): readonly WeighedLeaf[] {
  let before = 0;
  return nodes.flatMap((node) => {
    const from = Math.floor((points * before) / 1000);
    before += node.weight;
    const max = Math.floor((points * before) / 1000) - from;
    return node.node === 'group' ? shared(node.children, max, [...path, node.name]) : [{ leaf: node, max, path }];
  });
}

const kindBits = new Map(creditKinds.map((kind, index) => [kind, 1 << index]));

/** Kinds as bits: most indicators find nothing of their kinds, and then need not look at the facts. */
function kindsMask(kinds: readonly CreditKind[]): number {
  return kinds.reduce((mask, kind) => mask | (kindBits.get(kind) ?? 0), 0);
}

/** The kinds a leaf looks at; null for one that looks at no facts. */
function readBy(leaf: Leaf): number | null {
  if (leaf.node === 'national') return null;
  return kindsMask([...leaf.reads.kinds, ...(leaf.rule.kind === 'ratio' ? leaf.rule.of.kinds : [])]);
}

type Scoring = (facts: readonly CreditFact[], nationalGrade: string | null) => ScorePart;

/** What an entry comes to without any of its facts is worked out once. */
function unlessBlank(mask: number | null, score: Scoring) {
  const blank = score([], null);
  return (found: number, facts: readonly CreditFact[], nationalGrade: string | null): ScorePart =>
    mask !== null && (mask & found) === 0 ? blank : score(facts, nationalGrade);
}

type Counting = (facts: readonly CreditFact[]) => readonly CountedFact[];

/** Whether a choice asks for the fact, whenever it happened. */
function asksFor({ kinds, outcome, severity, accidentClass }: FactChoice): (fact: CreditFact) => boolean {
  const asked = new Set<string>(kinds);
  return (fact) =>
    asked.has(fact.kind) &&
    (outcome === undefined || fact.outcome === outcome) &&
    (severity === undefined || (fact.severity !== null && severity.includes(fact.severity))) &&
    (accidentClass === undefined || (fact.accidentClass !== null && accidentClass.includes(fact.accidentClass)));
}

/** Adverse facts count until they are repaired or ended, all others until they end. */
function stands(fact: CreditFact, today: LocalDate): boolean {
  return countsOn(fact, today) && (fact.endedOn === null || fact.endedOn > today);
}

/** A fact that speaks for an enterprise whatever a model says of its kind. */
function speaksFor({ kind, outcome }: CreditFact): boolean {
  return outcome === 'good' || (outcome === null && (kind === 'reward' || kind === 'trustworthy'));
}

/** On the side `+` nothing adverse earns anything, on the side `-` nothing that speaks for the enterprise costs anything. */
function counting(choice: FactChoice, decay: Decay | null, ages: MonthAges, side: '+' | '-' | 'both'): Counting {
  const isAsked = asksFor(choice);
  const asks = (fact: CreditFact) =>
    isAsked(fact) && !(side === '+' ? isAdverse(fact) : side === '-' && speaksFor(fact));
  const since = choice.withinMonths === undefined ? null : ages.since(choice.withinMonths);
  return (facts) => {
    const counted: CountedFact[] = [];
    for (const fact of facts) {
      if (!asks(fact) || !stands(fact, ages.today) || (since !== null && fact.happenedOn <= since)) continue;
      const share = decay === null ? 1000 : shareAt(decay, ages.ageOf(fact.happenedOn));
      if (share > 0) counted.push({ fact, share });
    }
    return counted;
  };
}

function scoringLeaf(leaf: Leaf, max: number, ages: MonthAges) {
  if (leaf.node === 'national') {
    const degrees = new Map(leaf.degrees.map(({ national, degree }) => [national, degree]));
    return (_facts: readonly CreditFact[], nationalGrade: string | null): ScorePart => {
      const degree = (nationalGrade === null ? undefined : degrees.get(nationalGrade)) ?? leaf.whenNone;
      return { id: leaf.id, points: partOf(max, degree), max, degree, counted: [] };
    };
  }
  const counts = counting(leaf.reads, leaf.decay, ages, leaf.direction);
  const degreeOf = measuring(leaf, ages);
  return (facts: readonly CreditFact[]): ScorePart => {
    const counted = counts(facts);
    const degree = degreeOf(counted, facts);
    const moved = partOf(max, degree);
    return { id: leaf.id, points: leaf.direction === '+' ? moved : max - moved, max, degree, counted };
  };
}

function scoringBonus({ id, reads, decay, each, most }: Bonus, ages: MonthAges) {
  const counts = counting(reads, decay, ages, '+');
  return (facts: readonly CreditFact[]): ScorePart => {
    const counted = counts(facts);
    const points = Math.min(
      most,
      counted.reduce((sum, { share }) => sum + partOf(each, share), 0),
    );
    return { id, points, max: most, degree: Math.floor((1000 * points) / most), counted };
  };
}

type Measuring = (counted: readonly CountedFact[], facts: readonly CreditFact[]) => number;

/** How far the rule is met by the facts counted; never less for more of them. */
function measuring({ rule, decay, direction, reads }: FactIndicator, ages: MonthAges): Measuring {
  switch (rule.kind) {
    case 'boolean':
      return (counted) => counted.reduce((most, { share }) => Math.max(most, share), 0);
    case 'threshold':
      return (counted) => (quantityOf(rule.measure, counted) >= rule.atLeast * 1000 ? 1000 : 0);
    case 'interval': {
      const falling = rule.bands.toReversed();
      return (counted) => {
        const quantity = quantityOf(rule.measure, counted);
        return falling.find(({ from }) => quantity >= from * 1000)?.degree ?? 0;
      };
    }
    case 'linear':
      return (counted) => onLine(quantityOf(rule.measure, counted), rule);
    case 'ratio':
      return ratio(rule, counting(reads, decay, ages, direction), counting(rule.of, decay, ages, 'both'));
    case 'cumulative':
      return (counted) =>
        counted.reduce((sum, { fact, share }) => Math.min(1000, sum + partOf(weightOf(rule, fact), share)), 0);
  }
}

/** In thousandths of a fact, or of a yuan. */
export function quantityOf(measure: 'count' | 'amount', counted: readonly CountedFact[]): number {
  return counted.reduce(
    (sum, { fact, share }) => sum + (measure === 'count' ? share : Math.floor(((fact.amountFen ?? 0) * share) / 100)),
    0,
  );
}

function onLine(quantity: number, { from, to }: { readonly from: number; readonly to: number }): number {
  if (quantity <= from * 1000) return 0;
  return quantity >= to * 1000 ? 1000 : Math.floor((quantity - from * 1000) / (to - from));
}

/** Its own facts always belong to what they are a share of, so that it is never more than the whole. */
function ratio(
  { wholeAt, whenNone }: Extract<IndicatorRule, { kind: 'ratio' }>,
  own: Counting,
  base: Counting,
): Measuring {
  return (counted, facts) => {
    const all = new Map([...own(facts), ...base(facts)].map(({ fact, share }) => [fact.id, share]));
    const whole = [...all.values()].reduce((sum, share) => sum + share, 0);
    if (whole === 0) return whenNone;
    return Math.min(1000, Math.floor((quantityOf('count', counted) * 1_000_000) / (whole * wholeAt)));
  };
}

function weightOf({ each, bySeverity }: Extract<IndicatorRule, { kind: 'cumulative' }>, fact: CreditFact): number {
  return (fact.severity === null ? undefined : bySeverity?.[fact.severity]) ?? each;
}

function partOf(whole: number, thousandths: number): number {
  return Math.floor((whole * thousandths) / 1000);
}

function fired({ id, atLeast, grade }: ModelVeto, counted: readonly CountedFact[]): readonly FiredVeto[] {
  return counted.length < atLeast ? [] : [{ id, grade, facts: counted.map(({ fact }) => fact) }];
}

interface DatedChoice {
  readonly kinds: readonly CreditKind[];
  readonly asks: (fact: CreditFact) => boolean;
  readonly withinMonths: number | undefined;
  readonly decay: Decay | null;
}

/** Everything a model asks for, as far as it ages, by the kind of fact: of twenty choices a fact concerns one or two. */
function choicesOf(model: IndicatorModel): ReadonlyMap<CreditKind, readonly DatedChoice[]> {
  const dated = (reads: FactChoice, decay: Decay | null) => ({
    kinds: reads.kinds,
    asks: asksFor(reads),
    withinMonths: reads.withinMonths,
    decay,
  });
  const choices: readonly DatedChoice[] = [
    ...leavesOf(model).flatMap(({ leaf }) => {
      if (leaf.node === 'national') return [];
      const own = dated(leaf.reads, leaf.decay);
      return leaf.rule.kind === 'ratio' ? [own, dated(leaf.rule.of, leaf.decay)] : [own];
    }),
    ...model.bonuses.map(({ reads, decay }) => dated(reads, decay)),
    ...model.vetoes.map(({ reads }) => dated(reads, null)),
  ];
  return new Map(creditKinds.map((kind) => [kind, choices.filter(({ kinds }) => kinds.includes(kind))]));
}

function nextChange(
  choices: ReturnType<typeof choicesOf>,
  facts: readonly CreditFact[],
  ages: MonthAges,
): LocalDate | null {
  let next: LocalDate | null = null;
  const consider = (day: LocalDate | null) => {
    if (day !== null && day > ages.today && (next === null || day < next)) next = day;
  };
  for (const fact of facts) {
    for (const { asks, withinMonths, decay } of choices.get(fact.kind) ?? []) {
      if (!asks(fact)) continue;
      consider(fact.happenedOn);
      consider(fact.endedOn);
      consider(fact.repairedOn);
      if (!stands(fact, ages.today)) continue;
      if (withinMonths !== undefined) {
        if (fact.happenedOn <= ages.since(withinMonths)) continue;
        consider(ages.leavesOn(fact.happenedOn, withinMonths));
      }
      if (decay !== null) consider(ages.fadesOn(fact.happenedOn, decay));
    }
  }
  return next;
}
