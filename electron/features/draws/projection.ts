import type { RevealScript } from '../../../shared/features/draws/reveal.ts';
import type { DrawView } from '../../../shared/features/draws/views.ts';

/** A draw as the hall sees it: groups without their grades, no recusals, no reserve. */
export function projection(draw: DrawView, bureau: string, script: RevealScript | null) {
  const groups = new Map(draw.strata.map(({ stratum, group }) => [stratum, group]));
  return {
    bureau,
    number: draw.number,
    isRehearsal: draw.isRehearsal,
    state: draw.state,
    taskTitle: draw.taskTitle,
    taskNumber: draw.taskNumber,
    mode: draw.setting.mode,
    commitment: draw.commitment,
    poolSize: draw.poolSize,
    sampleSize: draw.strata.reduce((sum, { sampleSize }) => sum + sampleSize, 0),
    groups: draw.strata.map(({ group, poolSize, excluded, mustCount, sampleSize }) => ({
      group,
      poolSize,
      excluded,
      mustCount,
      sampleSize,
    })),
    witnesses: draw.witnesses.map(({ position, name, unit, identity, isDice, digitCount, digits, confirmedAt }) => ({
      position,
      name,
      unit,
      identity,
      isDice,
      digitCount,
      digits,
      hasConfirmed: confirmedAt !== null,
    })),
    echo: draw.echo && { position: draw.echo.position, digits: draw.echo.digits },
    seed: draw.seed,
    script,
    drawn: draw.drawn.map(({ order, name, code, stratum, kind, ticket, batch, team }) => ({
      order,
      name,
      code,
      group: groups.get(stratum) ?? '',
      kind,
      ticket,
      batch,
      team: team.map((seat) => ({ name: seat.name, department: seat.department, candidates: seat.candidates })),
    })),
    // 公布: the list of officers that replaces the frozen one, by its hash alone.
    amended: draw.amendments.map(({ stage, officersHash }) => ({ stage, officersHash })).at(-1) ?? null,
    resultHash: draw.resultHash,
    recordedAt: draw.recordedAt,
    voidReason: draw.voided?.reason ?? null,
  };
}
