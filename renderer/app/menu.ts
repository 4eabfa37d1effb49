/** A room of the program; with `pages` it unfolds. */
export interface MenuRoom {
  readonly title: string;
  readonly path: string;
  readonly pages?: readonly { readonly title: string; readonly path: string }[];
}

/** The left menu in the order of the year's work: 首页、名录、事项与计划、信用、信用监管、抽取、检查、公示、档案、工作台账、统计、操作台账、设置. */
export const menu: readonly MenuRoom[] = [
  { title: '首页', path: '/' },
  {
    title: '名录',
    path: '/rosters',
    pages: [
      { title: '检查对象', path: '/rosters' },
      { title: '执法检查人员', path: '/rosters/officers' },
      { title: '回避', path: '/rosters/recusals' },
      { title: '专家库', path: '/rosters/experts' },
      { title: '批量变更', path: '/rosters/batches' },
      { title: '导入', path: '/rosters/imports' },
    ],
  },
  {
    title: '事项与计划',
    path: '/plans',
    pages: [
      { title: '抽查事项清单', path: '/plans/items' },
      { title: '年度计划', path: '/plans' },
      { title: '对象类别', path: '/plans/classes' },
      { title: '覆盖预测', path: '/plans/coverage' },
      { title: '抽查任务', path: '/plans/tasks' },
    ],
  },
  {
    title: '信用',
    path: '/credit',
    pages: [
      { title: '等级一览', path: '/credit' },
      { title: '等级变动', path: '/credit/moves' },
      { title: '国家等级导入', path: '/credit/import' },
      { title: '评价模型', path: '/credit/models' },
      { title: '信用记录', path: '/credit/records' },
      { title: '采集目录', path: '/credit/catalogue' },
      { title: '双公示台账', path: '/credit/publicity' },
      { title: '信用查询', path: '/credit/lookups' },
    ],
  },
  {
    title: '信用监管',
    path: '/supervision',
    pages: [
      { title: '预警', path: '/supervision' },
      { title: '措施任务', path: '/supervision/measures' },
      { title: '名单', path: '/supervision/lists' },
      { title: '约谈', path: '/supervision/talks' },
      { title: '信用修复', path: '/supervision/repairs' },
      { title: '信用异议', path: '/supervision/objections' },
      { title: '信用承诺', path: '/supervision/commitments' },
    ],
  },
  { title: '抽取', path: '/draws' },
  {
    title: '检查',
    path: '/inspections',
    pages: [
      { title: '检查办理', path: '/inspections' },
      { title: '以往检查', path: '/inspections/past' },
    ],
  },
  { title: '公示', path: '/publications' },
  { title: '档案', path: '/dossiers' },
  {
    title: '工作台账',
    path: '/registers',
    pages: [
      { title: '台账目录', path: '/registers' },
      { title: '总结', path: '/registers/summaries' },
      { title: '通报与报送', path: '/registers/reports' },
      { title: '成效案例', path: '/registers/cases' },
      { title: '专项治理', path: '/registers/campaigns' },
    ],
  },
  { title: '统计', path: '/statistics' },
  { title: '操作台账', path: '/ledger' },
  {
    title: '设置',
    path: '/settings',
    pages: [
      { title: '账号', path: '/settings' },
      { title: '本机关', path: '/settings/bureau' },
      { title: '规则包', path: '/settings/policies' },
      { title: '修改密码', path: '/settings/password' },
      { title: '迁移与备份', path: '/settings/moving' },
    ],
  },
];
