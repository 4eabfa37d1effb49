import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';

/** A screen of the program. `bare` ones stand alone, without menu and head: the projector. */
export interface Screen {
  readonly path: string;
  readonly component: RouteComponent;
  readonly isBare?: boolean;
}

const lazy = lazyRouteComponent;

/** Every screen with its address; loaded when first shown. One line each. */
export const screens: readonly Screen[] = [
  { path: '/', component: lazy(() => import('../features/home/home-page.tsx'), 'HomePage') },
  { path: '/rosters', component: lazy(() => import('../features/rosters/objects-page.tsx'), 'ObjectsPage') },
  { path: '/rosters/officers', component: lazy(() => import('../features/rosters/officers-page.tsx'), 'OfficersPage') },
  {
    path: '/rosters/officers/exchange',
    component: lazy(() => import('../features/rosters/exchange-page.tsx'), 'ExchangePage'),
  },
  { path: '/rosters/experts', component: lazy(() => import('../features/rosters/experts-page.tsx'), 'ExpertsPage') },
  { path: '/rosters/recusals', component: lazy(() => import('../features/rosters/recusals-page.tsx'), 'RecusalsPage') },
  { path: '/rosters/imports', component: lazy(() => import('../features/rosters/imports-page.tsx'), 'ImportsPage') },
  {
    path: '/rosters/batches',
    component: lazy(() => import('../features/rosters/batch-changes-page.tsx'), 'BatchChangesPage'),
  },
  { path: '/draws', component: lazy(() => import('../features/draws/draws-page.tsx'), 'DrawsPage') },
  { path: '/draws/new', component: lazy(() => import('../features/draws/new-draw-page.tsx'), 'NewDrawPage') },
  { path: '/draws/$drawId', component: lazy(() => import('../features/draws/draw-page.tsx'), 'DrawPage') },
  {
    path: '/projector/task/$taskId',
    component: lazy(() => import('../features/draws/projector-task-page.tsx'), 'ProjectorTaskPage'),
    isBare: true,
  },
  {
    path: '/projector/$drawId',
    component: lazy(() => import('../features/draws/projector-page.tsx'), 'ProjectorPage'),
    isBare: true,
  },
  {
    path: '/inspections',
    component: lazy(() => import('../features/inspections/inspections-page.tsx'), 'InspectionsPage'),
  },
  { path: '/inspections/past', component: lazy(() => import('../features/inspections/past-page.tsx'), 'PastPage') },
  {
    path: '/inspections/past/import',
    component: lazy(() => import('../features/inspections/past-import-page.tsx'), 'PastImportPage'),
  },
  {
    path: '/publications',
    component: lazy(() => import('../features/inspections/publications-page.tsx'), 'PublicationsPage'),
  },
  { path: '/dossiers', component: lazy(() => import('../features/dossiers/dossiers-page.tsx'), 'DossiersPage') },
  { path: '/plans/items', component: lazy(() => import('../features/plans/check-items-page.tsx'), 'CheckItemsPage') },
  {
    path: '/plans/items/versions',
    component: lazy(() => import('../features/plans/check-list-versions-page.tsx'), 'CheckListVersionsPage'),
  },
  {
    path: '/plans/items/compare',
    component: lazy(() => import('../features/plans/check-list-compare-page.tsx'), 'CheckListComparePage'),
  },
  {
    path: '/plans/items/$listId',
    component: lazy(() => import('../features/plans/check-list-page.tsx'), 'CheckListPage'),
  },
  {
    path: '/plans/items/$listId/import',
    component: lazy(() => import('../features/plans/check-items-import-page.tsx'), 'CheckItemsImportPage'),
  },
  { path: '/plans', component: lazy(() => import('../features/plans/plans-page.tsx'), 'PlansPage') },
  { path: '/plans/import', component: lazy(() => import('../features/plans/plan-import-page.tsx'), 'PlanImportPage') },
  { path: '/plans/classes', component: lazy(() => import('../features/plans/classes-page.tsx'), 'ClassesPage') },
  { path: '/plans/coverage', component: lazy(() => import('../features/plans/coverage-page.tsx'), 'CoveragePage') },
  { path: '/plans/tasks', component: lazy(() => import('../features/plans/tasks-page.tsx'), 'TasksPage') },
  { path: '/plans/$planId', component: lazy(() => import('../features/plans/plan-page.tsx'), 'PlanPage') },
  { path: '/credit', component: lazy(() => import('../features/grading/grades-page.tsx'), 'GradesPage') },
  { path: '/credit/moves', component: lazy(() => import('../features/grading/moves-page.tsx'), 'MovesPage') },
  {
    path: '/credit/models',
    component: lazy(() => import('../features/grading/models-page.tsx'), 'ModelsPage'),
  },
  {
    path: '/credit/models/$versionId/$modelId',
    component: lazy(() => import('../features/grading/model-page.tsx'), 'ModelPage'),
  },
  {
    path: '/credit/import',
    component: lazy(() => import('../features/grading/grade-import-page.tsx'), 'GradeImportPage'),
  },
  { path: '/credit/records', component: lazy(() => import('../features/credit/records-page.tsx'), 'RecordsPage') },
  {
    path: '/credit/records/import',
    component: lazy(() => import('../features/credit/record-import-page.tsx'), 'RecordImportPage'),
  },
  {
    path: '/credit/authorisations',
    component: lazy(() => import('../features/credit/authorisations-page.tsx'), 'AuthorisationsPage'),
  },
  {
    path: '/credit/catalogue',
    component: lazy(() => import('../features/credit/catalogue-page.tsx'), 'CataloguePage'),
  },
  {
    path: '/credit/publicity',
    component: lazy(() => import('../features/credit/publicity-page.tsx'), 'PublicityPage'),
  },
  { path: '/credit/lookups', component: lazy(() => import('../features/credit/lookups-page.tsx'), 'LookupsPage') },
  {
    path: '/enterprises/$id',
    component: lazy(() => import('../features/credit/enterprise-page.tsx'), 'EnterprisePage'),
  },
  { path: '/registers', component: lazy(() => import('../features/registers/registers-page.tsx'), 'RegistersPage') },
  {
    path: '/registers/summaries',
    component: lazy(() => import('../features/registers/summaries-page.tsx'), 'SummariesPage'),
  },
  {
    path: '/registers/summaries/$summaryId',
    component: lazy(() => import('../features/registers/summary-page.tsx'), 'SummaryPage'),
  },
  {
    path: '/registers/reports',
    component: lazy(() => import('../features/registers/reports-page.tsx'), 'ReportsPage'),
  },
  { path: '/registers/cases', component: lazy(() => import('../features/registers/cases-page.tsx'), 'CasesPage') },
  {
    path: '/registers/campaigns',
    component: lazy(() => import('../features/registers/campaigns-page.tsx'), 'CampaignsPage'),
  },
  {
    path: '/registers/campaigns/$campaignId',
    component: lazy(() => import('../features/registers/campaign-page.tsx'), 'CampaignPage'),
  },
  {
    path: '/registers/$registerId',
    component: lazy(() => import('../features/registers/register-page.tsx'), 'RegisterPage'),
  },
  {
    path: '/supervision',
    component: lazy(() => import('../features/supervision/warnings-page.tsx'), 'WarningsPage'),
  },
  {
    path: '/supervision/measures',
    component: lazy(() => import('../features/supervision/measures-page.tsx'), 'MeasuresPage'),
  },
  {
    path: '/supervision/lists',
    component: lazy(() => import('../features/supervision/lists-page.tsx'), 'ListsPage'),
  },
  {
    path: '/supervision/talks',
    component: lazy(() => import('../features/supervision/talks-page.tsx'), 'TalksPage'),
  },
  {
    path: '/supervision/repairs',
    component: lazy(() => import('../features/supervision/repairs-page.tsx'), 'RepairsPage'),
  },
  {
    path: '/supervision/objections',
    component: lazy(() => import('../features/supervision/objections-page.tsx'), 'ObjectionsPage'),
  },
  {
    path: '/supervision/commitments',
    component: lazy(() => import('../features/supervision/commitments-page.tsx'), 'CommitmentsPage'),
  },
  {
    path: '/statistics',
    component: lazy(() => import('../features/statistics/statistics-page.tsx'), 'StatisticsPage'),
  },
  { path: '/ledger', component: lazy(() => import('../features/ledger/ledger-page.tsx'), 'LedgerPage') },
  { path: '/settings', component: lazy(() => import('../features/office/accounts-page.tsx'), 'AccountsPage') },
  { path: '/settings/bureau', component: lazy(() => import('../features/office/bureau-page.tsx'), 'BureauPage') },
  {
    path: '/settings/policies',
    component: lazy(() => import('../features/policies/policies-page.tsx'), 'PoliciesPage'),
  },
  {
    path: '/settings/policies/versions',
    component: lazy(() => import('../features/policies/versions-page.tsx'), 'PolicyVersionsPage'),
  },
  {
    path: '/settings/policies/compare',
    component: lazy(() => import('../features/policies/compare-page.tsx'), 'PolicyComparePage'),
  },
  {
    path: '/settings/policies/$versionId',
    component: lazy(() => import('../features/policies/version-page.tsx'), 'PolicyVersionPage'),
  },
  { path: '/settings/password', component: lazy(() => import('../features/office/password-page.tsx'), 'PasswordPage') },
  { path: '/settings/moving', component: lazy(() => import('../features/office/moving-page.tsx'), 'MovingPage') },
  { path: '/help', component: lazy(() => import('../features/help/help-page.tsx'), 'HelpPage') },
];
