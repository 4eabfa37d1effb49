import { measureKindTitles } from '../../kernel/policy-entries.ts';
import type { Chapter, Entry, Field, FieldForm } from './fields.ts';

/** Chapters of the pack that name, grade and draw. */

export const text = (key: string, title: string, most = 60): Field => ({ key, title, form: { kind: 'text', most } });
export const long = (key: string, title: string, most = 500): Field => ({ key, title, form: { kind: 'long', most } });
export const count = (
  key: string,
  title: string,
  [least, most]: readonly [number, number],
  unit: string,
  orNone?: string,
): Field => ({ key, title, form: { kind: 'count', least, most, unit, ...(orNone === undefined ? {} : { orNone }) } });
export const field = (key: string, title: string, form: FieldForm): Field => ({ key, title, form });
export const named = (key: string) => (entry: Entry) => String(entry[key] ?? '');

/** A chapter of one entry that goes by the chapter's title. */
export function single(chapter: Pick<Chapter, 'key' | 'title' | 'about' | 'fields'>): Chapter {
  return { ...chapter, form: 'one', idKey: null, hasBasis: true, nameOf: () => chapter.title };
}

/** A list of entries with an id, called by their field `name`. */
export function list(chapter: Pick<Chapter, 'key' | 'title' | 'about' | 'fields'>, nameKey = 'name'): Chapter {
  return { ...chapter, form: 'many', idKey: 'id', hasBasis: true, nameOf: named(nameKey) };
}

export const headChapters: readonly Chapter[] = [
  {
    ...single({
      key: 'head',
      title: '规则包名称',
      about: '规则包叫什么、用于哪个机关、依据的主要文件是哪天的。',
      fields: [
        text('title', '名称'),
        text('office', '适用机关'),
        text('purpose', '用途', 80),
        field('datedOn', '文件日期', { kind: 'day' }),
      ],
    }),
    hasBasis: false,
  },
  {
    key: 'documents',
    title: '引用的文件',
    about: '各条依据引用的文件；依据中写的是简称。',
    form: 'many',
    idKey: null,
    hasBasis: false,
    nameOf: named('id'),
    fields: [
      text('id', '简称', 30),
      text('title', '全称', 120),
      text('issuedBy', '制定机关'),
      field('issuedOn', '印发日期', { kind: 'day', orNone: '没有写明' }),
    ],
  },
  single({
    key: 'objects',
    title: '规模以上企业',
    about: '年主营业务收入达到多少的企业列为规模以上。',
    fields: [count('annualRevenueAtLeastYuan', '年主营业务收入', [0, 100_000_000_000], '元')],
  }),
  single({
    key: 'team',
    title: '检查组',
    about: '每个检查对象至少几名执法人员，其中一人为组长。',
    fields: [count('officersAtLeast', '至少', [2, 9], '名执法人员')],
  }),
  single({
    key: 'planPublicBy',
    title: '年度抽查计划的公布',
    about: '年度抽查计划最迟哪一天公布。',
    fields: [field('monthDay', '最迟公布日', { kind: 'month-day' })],
  }),
  single({
    key: 'inspectionBasis',
    title: '检查依据',
    about: '检查通知书上开头写的执法依据，每个任务还可以改。',
    fields: [long('text', '依据')],
  }),
  {
    key: 'departments',
    title: '部门名称',
    about: '计划中各部门的写法怎样归到同一个部门。',
    form: 'many',
    idKey: null,
    hasBasis: false,
    nameOf: named('name'),
    fields: [
      text('name', '名称'),
      text('short', '简称', 12),
      field('aliases', '其他写法', { kind: 'words', unit: '个写法' }),
    ],
  },
];

export const gradeChapters: readonly Chapter[] = [
  {
    key: 'grades',
    title: '等级与国家等级的对应',
    about: '分几个等级、各叫什么、对应哪些国家公共信用综合评价等级。',
    form: 'keyed',
    keys: { A: 'A级', B: 'B级', C: 'C级', D: 'D级' },
    idKey: 'grade',
    hasBasis: true,
    nameOf: named('title'),
    fields: [
      text('title', '名称', 12),
      text('meaning', '含义', 60),
      field('national', '对应的国家等级', { kind: 'words', unit: '个国家等级' }),
    ],
  },
  single({
    key: 'ungraded',
    title: '没有国家等级的',
    about: '没有取得国家评价等级的企业怎样定级。',
    fields: [field('grade', '定为', { kind: 'grade' }), long('reason', '理由')],
  }),
];

export const evaluationChapters: readonly Chapter[] = [
  single({
    key: 'evaluation',
    title: '评定办法',
    about: '国家评价结果直接使用、只作参考还是不用；是否用本局的评价模型。',
    fields: [
      field('national', '国家评价结果', {
        kind: 'choice',
        options: { direct: '直接使用', reference: '参考使用', none: '不使用' },
      }),
      field('model', '评价模型', { kind: 'entry-of', chapter: 'models', orNone: '不用模型' }),
    ],
  }),
  {
    ...list(
      {
        key: 'models',
        title: '评价模型',
        about: '规则包自带的评价模型。指标和权重在“信用 → 评价模型”中修改。',
        fields: [],
      },
      'title',
    ),
    editedAt: { path: '/credit/models', title: '评价模型' },
  },
  list({
    key: 'vetoes',
    title: '一票否决',
    about: '出现这些情形的，不论其他情况，直接定为所列等级（更差的除外）。',
    fields: [
      text('name', '情形'),
      field('test', '怎样认定', { kind: 'test' }),
      field('grade', '定为', { kind: 'grade' }),
    ],
  }),
  list({
    key: 'factors',
    title: '增加频次的情形（调整因素）',
    about: '这些情形增加检查频次，不改变等级。',
    fields: [text('name', '情形'), field('test', '怎样认定', { kind: 'test' })],
  }),
  single({
    key: 'raisedVisits',
    title: '增加的检查次数',
    about: '有增加频次情形的，12个月内允许多检查几次。',
    fields: [count('visits', '增加', [1, 12], '次')],
  }),
];

export const measureChapters: readonly Chapter[] = [
  list(
    {
      key: 'measures',
      title: '各等级的监管措施',
      about: '评为各等级后采取的措施；生成任务的，到期前要办结并留存记录。',
      fields: [
        long('text', '措施', 200),
        field('grades', '适用等级', { kind: 'grades' }),
        field('kind', '类别', { kind: 'choice', options: measureKindTitles }),
        field('opensTask', '生成任务', { kind: 'yes', yes: '逐户生成任务', no: '不生成任务' }),
        count('dueWorkingDays', '办理期限', [1, 365], '个工作日', '没有规定期限'),
      ],
    },
    'text',
  ),
];

export const rateChapters: readonly Chapter[] = [
  list({
    key: 'ratioPresets',
    title: '抽查比例和每年次数',
    about: '各等级抽查多少、12个月内每户最多检查几次。可以备几个方案，采用其中一个。',
    fields: [text('name', '方案'), field('ratios', '各等级', { kind: 'ratios' })],
  }),
  {
    ...single({
      key: 'defaultPreset',
      title: '采用的比例方案',
      about: '抽取时先按这个方案填写各等级比例，操作人可以改。',
      fields: [field('value', '采用', { kind: 'entry-of', chapter: 'ratioPresets' })],
    }),
    hasBasis: false,
  },
  {
    key: 'visitCaps',
    title: '年度检查次数上限',
    about: '同一年度对一户最多检查几次。',
    form: 'keyed',
    keys: { 'CAP-ITEM': '同一事项', 'CAP-ALL': '各类检查合计' },
    idKey: 'code',
    hasBasis: true,
    nameOf: named('name'),
    fields: [text('name', '上限'), count('visits', '最多', [1, 50], '次', '不设上限')],
  },
  {
    key: 'coverage',
    title: '覆盖周期',
    about: '重点企业、一般企业几年内至少检查一次。',
    form: 'keyed',
    keys: { key: '重点企业', ordinary: '一般企业' },
    idKey: 'objects',
    hasBasis: true,
    nameOf: named('name'),
    fields: [text('name', '企业'), count('years', '每', [1, 10], '年至少检查一次')],
  },
];
