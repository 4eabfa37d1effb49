/** A room of the program; with `pages` it unfolds. */
export interface MenuRoom {
  readonly title: string;
  readonly path: string;
  readonly pages?: readonly { readonly title: string; readonly path: string }[];
}

/** The left menu in the order of the year's work: 首页、名录、事项与计划、信用、抽取、检查、公示、档案、统计、台账、设置. */
export const menu: readonly MenuRoom[] = [
  { title: '首页', path: '/' },
  {
    title: '事项与计划',
    path: '/plans',
    pages: [
      { title: '年度计划', path: '/plans' },
      { title: '抽查任务', path: '/plans/tasks' },
    ],
  },
  {
    title: '信用',
    path: '/credit',
    pages: [
      { title: '等级一览', path: '/credit' },
      { title: '国家等级导入', path: '/credit/import' },
    ],
  },
  { title: '检查', path: '/inspections' },
  { title: '公示', path: '/publications' },
  { title: '档案', path: '/dossiers' },
  { title: '台账', path: '/ledger' },
  { title: '设置', path: '/settings' },
];
