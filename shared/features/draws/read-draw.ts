import { done, type Result, refuse } from '../../kernel/result.ts';
import { badFile } from './file-problem.ts';
import { type Amendment, type Manifest, readAmendment, readManifest } from './manifest.ts';
import { type DrawPlan, readPlan } from './plan-file.ts';
import type { BadFile, DrawRefusal } from './refusals.ts';
import {
  type ListedObject,
  type ListedOfficer,
  type ListedRecusal,
  readObjects,
  readOfficers,
  readRecusals,
} from './roster-files.ts';
import type { Hash } from './ticket.ts';

/** The frozen files of a draw, as text. */
export interface DrawFiles {
  readonly manifest: string;
  readonly objects: string;
  readonly officers: string;
  readonly recusals: string;
  readonly plan: string;
  /** Repeated officer stages in order: the first is r2. */
  readonly amendments: readonly AmendmentFiles[];
}

export interface AmendmentFiles {
  readonly officers: string;
  readonly recusals: string;
  readonly amend: string;
}

/** One officer stage: 1 is the frozen one, 2 and more are amendments. */
export interface OfficerStage {
  readonly stage: number;
  readonly officers: readonly ListedOfficer[];
  readonly recusals: readonly ListedRecusal[];
}

/** A draw read from its files, each checked for form and for the hash that was committed to. */
export interface FrozenDraw {
  readonly manifest: Manifest;
  /** C: the hash of the manifest. */
  readonly commitment: string;
  readonly objects: readonly ListedObject[];
  readonly plan: DrawPlan;
  /** The last stage decides. */
  readonly stages: readonly OfficerStage[];
}

interface Committed {
  readonly file: string;
  readonly text: string;
  readonly hash: string;
}

/** The names of the files of a stage, and of the whole folder. */
export const FILE_NAMES = {
  manifest: 'manifest.txt',
  objects: 'objects.tsv',
  plan: 'plan.json',
  digits: 'digits.txt',
  /** The result of the stage that decides; a 验证包 holds no other. */
  result: 'result.tsv',
  /** How the program keeps the result of a further stage beside those before it. */
  laterResult: (stage: number) => `result.r${stage}.tsv`,
  officers: (stage: number) => (stage === 1 ? 'officers.tsv' : `officers.r${stage}.tsv`),
  recusals: (stage: number) => (stage === 1 ? 'recusals.tsv' : `recusals.r${stage}.tsv`),
  amend: (stage: number) => `amend-r${stage}.txt`,
} as const;

/** Form is checked before hashes, so that a broken line is named rather than a hash. */
export function readDraw(files: DrawFiles, hash: Hash): Result<FrozenDraw, DrawRefusal> {
  const manifest = readManifest(FILE_NAMES.manifest, files.manifest);
  if (!manifest.ok) return manifest;
  const plan = readPlan(FILE_NAMES.plan, files.plan);
  if (!plan.ok) return plan;
  const objects = readObjects(FILE_NAMES.objects, files.objects);
  if (!objects.ok) return objects;
  const fault = strayStratum(objects.value, plan.value) ?? strayMust(objects.value, plan.value);
  if (fault) return fault;
  const { plan: planHash, objects: objectsHash } = manifest.value;
  const committed: Committed[] = [
    { file: FILE_NAMES.objects, text: files.objects, hash: objectsHash },
    { file: FILE_NAMES.plan, text: files.plan, hash: planHash },
  ];
  const stages: OfficerStage[] = [];
  for (const [index, stageFiles] of [files, ...files.amendments].entries()) {
    const stage = index + 1;
    const hashes = 'amend' in stageFiles ? readAmendment(FILE_NAMES.amend(stage), stageFiles.amend) : manifest;
    if (!hashes.ok) return hashes;
    const read = readStage(stage, stageFiles);
    if (!read.ok) return read;
    stages.push(read.value);
    committed.push(...committedOf(stage, stageFiles, hashes.value));
  }
  const changed = firstChanged(committed, hash);
  if (changed) return changed;
  const commitment = hash(files.manifest);
  return done({ manifest: manifest.value, commitment, objects: objects.value, plan: plan.value, stages });
}

function readStage(stage: number, files: Pick<AmendmentFiles, 'officers' | 'recusals'>): Result<OfficerStage, BadFile> {
  const officers = readOfficers(FILE_NAMES.officers(stage), files.officers);
  if (!officers.ok) return officers;
  const recusals = readRecusals(FILE_NAMES.recusals(stage), files.recusals);
  if (!recusals.ok) return recusals;
  return done({ stage, officers: officers.value, recusals: recusals.value });
}

function committedOf(
  stage: number,
  files: Pick<AmendmentFiles, 'officers' | 'recusals'>,
  hashes: Amendment,
): Committed[] {
  return [
    { file: FILE_NAMES.officers(stage), text: files.officers, hash: hashes.officers },
    { file: FILE_NAMES.recusals(stage), text: files.recusals, hash: hashes.recusals },
  ];
}

function firstChanged(committed: readonly Committed[], hash: Hash): DrawRefusal | undefined {
  for (const { file, text, hash: expected } of committed) {
    const found = hash(text);
    if (found !== expected) return refuse('FILE_CHANGED', { file, committed: expected, found });
  }
  return undefined;
}

function strayStratum(objects: readonly ListedObject[], plan: DrawPlan): BadFile | undefined {
  const names = new Set(plan.strata.map(({ name }) => name));
  const stray = objects.findIndex(({ stratum }) => !names.has(stratum));
  if (stray >= 0) return badFile(FILE_NAMES.objects, stray + 1, 'UNKNOWN_STRATUM', objects[stray]!.stratum);
  const { joint } = plan;
  if (joint?.grade !== undefined && !names.has(joint.grade)) {
    return badFile(FILE_NAMES.plan, 1, 'UNKNOWN_STRATUM', joint.grade);
  }
  return undefined;
}

function strayMust(objects: readonly ListedObject[], plan: DrawPlan): BadFile | undefined {
  if (plan.exclude.length === 0 && plan.strata.every(({ must }) => must.length === 0)) return undefined;
  const stratumOf = new Map(objects.map(({ id, stratum }) => [id, stratum]));
  const excluded = new Set(plan.exclude.map(({ id }) => id));
  for (const { id } of plan.exclude) {
    if (!stratumOf.has(id)) return badFile(FILE_NAMES.plan, 1, 'EXCLUDED_UNKNOWN', id);
  }
  for (const { name, must } of plan.strata) {
    for (const id of must) {
      if (excluded.has(id)) return badFile(FILE_NAMES.plan, 1, 'MUST_EXCLUDED', id);
      if (stratumOf.get(id) !== name) return badFile(FILE_NAMES.plan, 1, 'MUST_OUTSIDE', id);
    }
  }
  return undefined;
}
