import type { CreditFact } from '../../kernel/credit-facts.ts';
import { factTestHolds, type TestedEnterprise } from '../../kernel/fact-test.ts';
import { citeArticle } from '../../kernel/pack-basis.ts';
import type { ApprovalPath } from '../../kernel/policy-work.ts';

/** Why a path holds, or what bars an application: a sentence with its article and the facts it rests on. */
export interface PathReason {
  readonly text: string;
  readonly article: string;
  /** Ids of facts: `record:12`. */
  readonly facts: readonly string[];
}

export interface PathChoice {
  readonly path: ApprovalPath;
  readonly reasons: readonly PathReason[];
}

/** What a path is asked of: the enterprise on the day, and what its grade is called; null while ungraded. */
export interface Applicant extends TestedEnterprise {
  readonly gradeTitle: string | null;
}

/** The path of a licence application: the first that fits (陈巴尔虎旗方案 第2项). Paths that only bar 申报 are passed over. */
export function pathFor(paths: readonly ApprovalPath[], applicant: Applicant): PathChoice | null {
  for (const path of paths) {
    if (path.effect === 'refuse') continue;
    const fit = fitOf(path, applicant);
    if (fit !== null) return { path, reasons: [reasonOf(path, applicant, fit)] };
  }
  return null;
}

/** What bars an application for a project, funds or a reward (工作方案: 对出现诚信问题的企业和项目，坚决不予上报). Empty = nothing does. */
export function applicationFindings(paths: readonly ApprovalPath[], applicant: Applicant): readonly PathReason[] {
  return paths.flatMap((path) => {
    if (path.effect !== 'refuse') return [];
    const fit = fitOf(path, applicant);
    if (fit === null) return [];
    const named = fit.map(({ title, happenedOn }) => `${title}（${happenedOn}）`).join('、');
    const text = named === '' ? path.text : `${named}：${path.text}`;
    return [{ text, article: citeArticle(path.source), facts: fit.map(({ id }) => id) }];
  });
}

/** The facts by which a path fits; null where it does not. */
function fitOf({ grades, test }: ApprovalPath, applicant: Applicant): readonly CreditFact[] | null {
  if (grades !== null && (applicant.grade == null || !grades.includes(applicant.grade))) return null;
  if (test === undefined) return [];
  const outcome = factTestHolds(test, applicant);
  return outcome.holds ? outcome.found : null;
}

function reasonOf(path: ApprovalPath, { gradeTitle }: Applicant, facts: readonly CreditFact[]): PathReason {
  const graded = gradeTitle === null ? '尚未评定信用等级' : `信用等级为${gradeTitle}`;
  const found = facts.map(({ title, happenedOn }) => `${title}（${happenedOn}）`).join('、');
  const ground = path.test === undefined ? graded : `${graded}，有${found}`;
  const text = `${ground}，适用“${path.name}”：${path.text.replace(/。$/, '')}。`;
  return { text, article: citeArticle(path.source), facts: facts.map(({ id }) => id) };
}
