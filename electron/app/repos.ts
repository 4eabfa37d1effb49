import type { Db } from '../database/open.ts';
import { type AttachmentsRepo, createAttachmentsRepo } from '../features/attachments/attachments.repo.ts';
import { type CreditRepo, createCreditRepo } from '../features/credit/credit.repo.ts';
import { createDossiersRepo, type DossiersRepo } from '../features/dossiers/dossiers.repo.ts';
import { createDrawsRepo, type DrawsRepo } from '../features/draws/draws.repo.ts';
import { createGradingRepo, type GradingRepo } from '../features/grading/grading.repo.ts';
import { createInspectionsRepo, type InspectionsRepo } from '../features/inspections/inspections.repo.ts';
import { createLedgerRepo, type LedgerRepo } from '../features/ledger/ledger.repo.ts';
import { createOfficeRepo, type OfficeRepo } from '../features/office/office.repo.ts';
import { createPlansRepo, type PlansRepo } from '../features/plans/plans.repo.ts';
import { createPoliciesRepo, type PoliciesRepo } from '../features/policies/policies.repo.ts';
import { createRegistersRepo, type RegistersRepo } from '../features/registers/registers.repo.ts';
import { createRostersRepo, type RostersRepo } from '../features/rosters/rosters.repo.ts';
import { createStatisticsRepo, type StatisticsRepo } from '../features/statistics/statistics.repo.ts';
import { createSupervisionRepo, type SupervisionRepo } from '../features/supervision/supervision.repo.ts';

/** Every feature's tables, by feature. */
export interface Repos {
  readonly office: OfficeRepo;
  readonly ledger: LedgerRepo;
  readonly rosters: RostersRepo;
  readonly plans: PlansRepo;
  readonly policies: PoliciesRepo;
  readonly attachments: AttachmentsRepo;
  readonly credit: CreditRepo;
  readonly grading: GradingRepo;
  readonly draws: DrawsRepo;
  readonly inspections: InspectionsRepo;
  readonly dossiers: DossiersRepo;
  readonly statistics: StatisticsRepo;
  readonly registers: RegistersRepo;
  readonly supervision: SupervisionRepo;
}

export function createRepos(db: Db): Repos {
  return {
    office: createOfficeRepo(db),
    ledger: createLedgerRepo(db),
    rosters: createRostersRepo(db),
    plans: createPlansRepo(db),
    policies: createPoliciesRepo(db),
    attachments: createAttachmentsRepo(db),
    credit: createCreditRepo(db),
    grading: createGradingRepo(db),
    draws: createDrawsRepo(db),
    inspections: createInspectionsRepo(db),
    dossiers: createDossiersRepo(db),
    statistics: createStatisticsRepo(db),
    registers: createRegistersRepo(db),
    supervision: createSupervisionRepo(db),
  };
}
