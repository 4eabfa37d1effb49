import {
  groundsOf,
  groundsText,
  type WarningGround,
  type WarningOpens,
  warningMove,
} from '../../../shared/features/supervision/warning-rules.ts';
import type { CreditFact } from '../../../shared/kernel/credit-facts.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { gradeTitle, type PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import type { Warning } from '../../../shared/kernel/policy-work.ts';
import type { Context } from '../../app/context.ts';
import { articleOf } from './follow-measures.ts';
import type { EndingLicence, Followed } from './followed.repo.ts';
import type { RuleStanding } from './warnings.repo.ts';

/** What follow-up knows of an enterprise when it asks the rules. */
export interface WarningInputs {
  readonly enterprise: Followed;
  readonly facts: readonly CreditFact[];
  readonly licences: readonly EndingLicence[];
  readonly standing: readonly RuleStanding[];
  /** Lists it is on or proposed for: those are no longer suggested. */
  readonly lists: readonly string[];
}

/** A 预警 of the pack, or a ground of one of its lists that the records can tell. */
interface Rule extends Pick<Warning, 'id' | 'name' | 'test' | 'advice' | 'level' | 'source' | 'standing'> {
  readonly opens: WarningOpens | null;
  readonly listId: string | null;
}

/** Warnings are brought about by the program, whoever's work it follows. */
const PROGRAM = '程序';

/**
 * Asks the pack's 预警 rules of one enterprise and writes what changed, within the caller's transaction: opens, opens again,
 * closes by itself when the ground is gone.
 */
export function warningFollower(ctx: Context, pack: PolicyPack) {
  const titles = (grade: Grade) => gradeTitle(pack, grade);
  const by = { at: ctx.now, byName: PROGRAM };
  const { warnings } = ctx.supervision;
  const rules = rulesOf(pack);
  const counts = { objects: 0, opened: 0, closed: 0 };

  function ask(objectId: number, rule: Rule, inputs: WarningInputs): void {
    const { enterprise, facts, licences } = inputs;
    const asked = { facts, licences, today: ctx.today, grade: enterprise.grade, gradeBefore: enterprise.gradeBefore };
    const isListed = rule.listId !== null && inputs.lists.includes(rule.listId);
    const found = enterprise.isThere && !isListed ? groundsOf(rule.test, asked, titles) : null;
    const standing = inputs.standing.find(({ ruleId }) => ruleId === rule.id) ?? null;
    const move = warningMove(standing, found, ctx.today);
    const grounds = found ?? [];
    if (move === 'open') open(objectId, rule, grounds);
    if (standing === null) return;
    if (move === 'grounds') warnings.changeGrounds(standing.id, grounds, groundsText(grounds), by);
    if (move === 'reopen') reopen(standing.id, grounds);
    if (move === 'close') close(standing.id, closingOf(enterprise, isListed));
  }

  function open(objectId: number, rule: Rule, grounds: readonly WarningGround[]): void {
    const { id: ruleId, name, level, advice, opens } = rule;
    const cited = { article: articleOf(rule), packId: pack.id, packVersion: pack.version };
    counts.opened += 1;
    warnings.open(
      { objectId, ruleId, name, level, advice, opens, ...cited, grounds, openedOn: ctx.today },
      groundsText(grounds),
      by,
    );
  }

  function reopen(id: number, grounds: readonly WarningGround[]): void {
    counts.opened += 1;
    warnings.reopen(id, grounds, groundsText(grounds), by);
  }

  function close(id: number, why: string): void {
    counts.closed += 1;
    warnings.close(id, ctx.today, why, by);
  }

  return {
    follow(objectId: number, inputs: WarningInputs): void {
      counts.objects += 1;
      for (const rule of rules) ask(objectId, rule, inputs);
      for (const { id, ruleId } of inputs.standing) {
        if (!rules.some((rule) => rule.id === ruleId)) close(id, '规则包已不设这一预警');
      }
    },

    counts: (): Readonly<typeof counts> => counts,

    /** Notes that every warning is as the day and the pack have it. */
    enterScan(): void {
      const { id: packId, version: packVersion } = pack;
      warnings.insertScan({ scannedOn: ctx.today, packId, packVersion, ...counts, at: ctx.now });
    },
  };
}

/** The pack's 预警, and its adverse lists as suggestions: whether to enter is for the office to determine (鸡西方案 第17项). */
function rulesOf(pack: PolicyPack): readonly Rule[] {
  const suggestions = pack.lists
    .filter(({ polarity }) => polarity === 'bad')
    .flatMap(({ id: listId, name, source, standing, grounds }) =>
      grounds.flatMap(({ id, text, test }): Rule[] => {
        if (test === undefined) return [];
        const advice = `${text}。是否列入由本机关认定；列入前先告知，听取陈述申辩。`;
        const rule = { id: `list:${listId}:${id}`, name: `建议列入${name}`, test, advice, source, standing };
        return [{ ...rule, level: 'notice', opens: 'list', listId }];
      }),
    );
  return [...pack.warnings.map((rule) => ({ ...rule, listId: null })), ...suggestions];
}

function closingOf(enterprise: Followed, isListed: boolean): string {
  if (isListed) return '已提出列入或已在名单中';
  return enterprise.isThere ? '预警的依据已消除' : '企业已不在存续状态';
}

/** How far ahead the pack's rules look at licences, in days. */
export function licenceDays(pack: PolicyPack): number {
  const days = pack.warnings.map(({ test }) => (test.kind === 'licence-expires' ? test.withinDays : 0));
  return Math.max(0, ...days);
}
