import { hash as hashOnce } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SeatSpec } from '../../shared/features/draws/plan-file.ts';
import type { DrawFiles } from '../../shared/features/draws/read-draw.ts';

/** The known answers of SSJ-1 (test/fixtures/draws), typed as they stand in the files. */

export interface SamplerCase {
  readonly name: string;
  readonly seed: string;
  readonly seed_utf8_hex: string;
  readonly seed_sha256: string;
  readonly n: number;
  readonly take: number;
  readonly sample: readonly string[];
  readonly sample_sha256: string;
  readonly order_sha256: string;
  readonly first_tickets: readonly (readonly [string, string])[];
  readonly last_id: string;
  readonly cutoff: readonly [string, string];
}

export interface SamplerVectors {
  readonly ids: readonly string[];
  readonly ids_sha256: string;
  readonly input_order_irrelevant: boolean;
  readonly cases: readonly SamplerCase[];
}

export interface PublishedVectors {
  readonly examples: readonly { readonly where: string; readonly expected: unknown; readonly reproduced: boolean }[];
  readonly unequal_length_tickets: {
    readonly seed: string;
    readonly rows: readonly (readonly [string, number, string])[];
  };
}

export interface AssignCase {
  readonly objects: readonly string[];
  readonly spec: Readonly<Record<string, readonly SeatSpec[]>>;
  readonly officers: Readonly<
    Record<
      string,
      {
        readonly dept: string;
        readonly leader: boolean;
        readonly quals: string[];
        readonly base: number;
        readonly cap: number;
      }
    >
  >;
  readonly recuse: readonly (readonly [string, string])[];
}

export interface ExpectedAssignCase extends AssignCase {
  readonly seed: string;
  readonly slack: number;
  readonly band: number;
  readonly task: string;
  readonly expected:
    | { readonly infeasible: true }
    | { readonly Tmin: number; readonly res: Readonly<Record<string, readonly string[]>> };
}

export interface QuotaVectors {
  readonly quotas: readonly { readonly N: number; readonly bp: number; readonly min: number; readonly n: number }[];
  readonly infeasible: readonly (AssignCase & {
    readonly name: string;
    readonly cut: {
      readonly seats: readonly (readonly [string, number])[];
      readonly need: number;
      readonly officers_at_cap: Readonly<Record<string, number>>;
      readonly one_seat_pairs: readonly (readonly [string, string])[];
      readonly can_supply: number;
    };
  })[];
}

export interface CeremonyCase {
  readonly name: string;
  readonly manifest: string;
  readonly commit: string;
  readonly digits: readonly string[];
  readonly seed: string;
  readonly objects_tsv: string;
  readonly officers_tsv: string;
  readonly recusals_tsv: string;
  readonly plan_json: string;
  readonly Tmin?: number;
  readonly rows: readonly (readonly (string | number)[])[];
  readonly result_sha256: string;
  readonly r2?: {
    readonly officers_tsv: string;
    readonly recusals_tsv: string;
    readonly amend: string;
    readonly Tmin: number;
    readonly rows: readonly (readonly (string | number)[])[];
  };
}

export interface FullExample extends CeremonyCase {
  readonly spec: string;
  readonly objects_tsv_sha256: string;
  readonly strata: Readonly<
    Record<
      string,
      {
        readonly N: number;
        readonly n: number;
        readonly must: readonly string[];
        readonly drawn: readonly string[];
        readonly reserve_first5: readonly string[];
      }
    >
  >;
}

export function sha256(text: string): string {
  return hashOnce('sha256', text);
}

export function vectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../fixtures/draws/${name}.json`, import.meta.url), 'utf8')) as T;
}

/** The full example and the variants, the full example first. */
export function ceremonies(): CeremonyCase[] {
  const full = vectors<FullExample>('ssj1_full_example');
  return [{ ...full, name: 'full example' }, ...vectors<{ cases: CeremonyCase[] }>('ssj1_variants').cases];
}

export function ceremony(name: string): CeremonyCase {
  const found = ceremonies().find((one) => one.name === name);
  if (!found) throw new Error(`no ceremony ${name}`);
  return found;
}

/** The frozen files of a ceremony; with its second stage only if asked. */
export function filesOf(example: CeremonyCase, secondStage = false): DrawFiles {
  return {
    manifest: example.manifest,
    objects: example.objects_tsv,
    officers: example.officers_tsv,
    recusals: example.recusals_tsv,
    plan: example.plan_json,
    amendments:
      secondStage && example.r2
        ? [{ officers: example.r2.officers_tsv, recusals: example.r2.recusals_tsv, amend: example.r2.amend }]
        : [],
  };
}

export function rowsText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}
