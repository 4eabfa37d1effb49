import { type Grader, grader, modelOf } from '../../shared/features/grading/grade.ts';
import type { TrialGrade, TrialLine } from '../../shared/features/grading/trial.ts';
import type { PolicyPack } from '../../shared/kernel/policy-pack.ts';
import type { Context } from './context.ts';
import { creditFactsOfAll } from './credit-facts.ts';
import type { Progress } from './jobs.ts';

/** How long a trial works before it lets others have a turn, in milliseconds. */
const SLICE = 20;

/**
 * 试算: what two rule sets give every enterprise of the roster today. Nothing is written. Changes by hand are left out of both, so
 * that the rules alone are compared. Rejects where it is cancelled.
 */
export async function tryGrades(
  ctx: Context,
  { before, after }: { readonly before: PolicyPack; readonly after: PolicyPack },
  signal: AbortSignal,
  progress: Progress,
): Promise<readonly TrialLine[]> {
  const [asBefore, asAfter] = [before, after].map((pack) => grader(pack, modelOf(pack), ctx.today));
  const nationalGrades = ctx.grading.nationalGrades();
  const entries = ctx.grading.namesById();
  const lines: TrialLine[] = [];
  let until = performance.now() + SLICE;
  for (const { objectId, facts } of creditFactsOfAll(ctx)) {
    const entry = entries.get(objectId);
    const inputs = { nationalGrade: nationalGrades.get(objectId) ?? null, facts };
    if (entry !== undefined) {
      lines.push({ objectId, ...entry, before: given(asBefore!, inputs), after: given(asAfter!, inputs) });
    }
    if (performance.now() < until) continue;
    progress(lines.length, entries.size);
    await new Promise(setImmediate);
    signal.throwIfAborted();
    until = performance.now() + SLICE;
  }
  return lines;
}

function given(grade: Grader, inputs: Parameters<Grader>[0]): TrialGrade {
  const { grade: letter, points } = grade(inputs);
  return { grade: letter, points };
}
