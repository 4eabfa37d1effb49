import { accidentClassTitles, type CreditKind, creditKindTitles, severityTitles } from '../../kernel/credit-facts.ts';
import {
  type Bonus,
  type Decay,
  type FactChoice,
  type FactIndicator,
  type IndicatorRule,
  type Leaf,
  ruleKindTitles,
} from '../../kernel/indicator-model.ts';
import { sayPoints } from './grade-reasons.ts';

/** What an indicator reads and how it scores, as one sentence for a screen. */
export function sayLeaf(leaf: Leaf): string {
  if (leaf.node === 'national') {
    const degrees = leaf.degrees.map(({ national, degree }) => `${national}得${sayShare(degree)}`);
    return `国家评价等级${degrees.join('、')}，未评价的得${sayShare(leaf.whenNone)}。`;
  }
  const { reads, decay, rule } = leaf;
  return `${ruleKindTitles[rule.kind]}：${sayChoice(reads)}，${sayRule(leaf, rule)}${sayDecay(decay)}。`;
}

export function sayBonus({ reads, decay, each, most }: Bonus): string {
  return `加分：${sayChoice(reads)}，每件加${sayPoints(each)}分，最多${sayPoints(most)}分${sayDecay(decay)}。`;
}

/** `近12个月的投诉举报`, `行政处罚（严重）`. */
export function sayChoice({ kinds, outcome, severity, accidentClass, withinMonths }: FactChoice): string {
  const marks = [
    ...(outcome === undefined ? [] : [outcome === 'good' ? '守信或未发现问题的' : '违诺或发现问题的']),
    ...(severity ?? []).map((name) => severityTitles[name]),
    ...(accidentClass ?? []).map((name) => accidentClassTitles[name]),
  ];
  const names = kinds.map((kind: CreditKind) => creditKindTitles[kind]).join('、');
  const span = withinMonths === undefined ? '' : `近${withinMonths}个月的`;
  return `${span}${names}${marks.length === 0 ? '' : `（${marks.join('、')}）`}`;
}

function sayRule({ direction }: FactIndicator, rule: IndicatorRule): string {
  const does = direction === '+' ? '得' : '扣';
  switch (rule.kind) {
    case 'boolean':
      return `有即${does}全部分值`;
    case 'threshold':
      return `达到${sayQuantity(rule.measure, rule.atLeast)}${does}全部分值`;
    case 'interval':
      return rule.bands
        .map(({ from, degree }) => `${sayQuantity(rule.measure, from)}起${does}${sayShare(degree)}`)
        .join('、');
    case 'linear':
      return `${sayQuantity(rule.measure, rule.from)}起按比例${does}分，到${sayQuantity(rule.measure, rule.to)}${does}全部分值`;
    case 'ratio': {
      const whole = rule.wholeAt === 1000 ? '' : `，占到${sayShare(rule.wholeAt)}即${does}全部分值`;
      return `按占${sayChoice(rule.of)}的比例${does}分${whole}，都没有的${does}${sayShare(rule.whenNone)}`;
    }
    case 'cumulative': {
      const weights = Object.entries(rule.bySeverity ?? {}).map(
        ([name, weight]) => `${severityTitles[name as keyof typeof severityTitles]}${sayShare(weight)}`,
      );
      return `每件${does}${sayShare(rule.each)}${weights.length === 0 ? '' : `（${weights.join('、')}）`}，${does}完为止`;
    }
  }
}

function sayDecay(decay: Decay | null): string {
  if (decay === null) return '';
  if (decay.kind === 'linear') {
    const whole = decay.wholeMonths === 0 ? '自发生起' : `满${decay.wholeMonths}个月后`;
    return `；${whole}逐月减少，满${decay.zeroMonths}个月不再计`;
  }
  const steps = decay.steps.map(({ untilMonths, share }) => `不满${untilMonths}个月按${sayShare(share)}计`);
  return `；${steps.join('、')}，以后不再计`;
}

/** Thousandths as per cent: `30%`, `12.5%`. */
export function sayShare(thousandths: number): string {
  return `${thousandths / 10}%`;
}

function sayQuantity(measure: 'count' | 'amount', quantity: number): string {
  return measure === 'count' ? `${quantity}件` : `${quantity}元`;
}
