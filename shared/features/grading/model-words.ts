import { accidentClassTitles, creditKindTitles, severityTitles } from '../../kernel/credit-facts.ts';
import type { Decay, FactChoice, IndicatorRule } from '../../kernel/indicator-model.ts';

/** An indicator model in words, as its reader and its explanation say it. */

/** `30%`, `12.5%`: thousandths as per cent, exactly. */
export function sayThousandths(thousandths: number): string {
  const rest = thousandths % 10;
  return `${Math.floor(thousandths / 10)}${rest === 0 ? '' : `.${rest}`}%`;
}

/** `近12个月的行政处罚（严重）`. */
export function sayChoice({ kinds, outcome, severity, accidentClass, withinMonths }: FactChoice): string {
  const marks = [
    ...(outcome === undefined ? [] : [outcome === 'good' ? '良好的' : '不良的']),
    ...(severity ?? []).map((one) => severityTitles[one]),
    ...(accidentClass ?? []).map((one) => accidentClassTitles[one]),
  ];
  const span = withinMonths === undefined ? '' : `近${withinMonths}个月的`;
  return `${span}${kinds.map((kind) => creditKindTitles[kind]).join('、')}${marks.length === 0 ? '' : `（${marks.join('、')}）`}`;
}

/** `每件20%，严重的每件50%，累计到100%`. */
export function sayRule(rule: IndicatorRule): string {
  const per = (one: { measure: 'count' | 'amount' }) => (one.measure === 'count' ? '件' : '元');
  switch (rule.kind) {
    case 'boolean':
      return '有即计100%';
    case 'threshold':
      return `达到${rule.atLeast}${per(rule)}计100%，不到不计`;
    case 'interval':
      return rule.bands.map(({ from, degree }) => `${from}${per(rule)}起计${sayThousandths(degree)}`).join('，');
    case 'linear':
      return `${rule.from}${per(rule)}计0%，到${rule.to}${per(rule)}计100%，其间按比例`;
    case 'ratio':
      return `占${sayChoice(rule.of)}的比例，达到${sayThousandths(rule.wholeAt)}计100%，都没有时计${sayThousandths(rule.whenNone)}`;
    case 'cumulative': {
      const others = Object.entries(rule.bySeverity ?? {}) as [keyof typeof severityTitles, number][];
      const each = others.map(([severity, degree]) => `${severityTitles[severity]}的每件${sayThousandths(degree)}`);
      return [`每件${sayThousandths(rule.each)}`, ...each, '累计到100%'].join('，');
    }
  }
}

/** `满12个月后逐月减少，满36个月不再计`. */
export function sayDecay(decay: Decay | null): string {
  if (decay === null) return '不随时间减少';
  if (decay.kind === 'linear') return `满${decay.wholeMonths}个月后逐月减少，满${decay.zeroMonths}个月不再计`;
  const steps = decay.steps.map(({ untilMonths, share }) => `${untilMonths}个月内计${sayThousandths(share)}`);
  return `${steps.join('，')}，以后不再计`;
}
