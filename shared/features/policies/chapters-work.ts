import { creditKindTitles, severityTitles } from '../../kernel/credit-facts.ts';
import { columnKindTitles, commitmentKindTitles, registerSubjectTitles } from '../../kernel/policy-work.ts';
import { count, field, list, long, named, single, text } from './chapters-grading.ts';
import type { Chapter } from './fields.ts';

/** Chapters of the pack that supervision, the records and the 台账 work with. */

const lookupRuleTitles = { licence: '行政许可', penalty: '行政处罚', inspection: '行政检查' };

const NAMED = [text('name', '名称', 60)];

export const listChapters: readonly Chapter[] = [
  list({
    key: 'lists',
    title: '名单',
    about: '各类名单的认定情形、告知和陈述申辩期限、期限、联合措施。不利名单一律先告知。',
    fields: [
      text('name', '名单', 30),
      field('polarity', '性质', { kind: 'choice', options: { good: '守信激励', bad: '失信惩戒或重点关注' } }),
      field('grounds', '认定情形', {
        kind: 'rows',
        unit: '认定情形',
        fields: [
          long('text', '情形', 200),
          field('test', '怎样由记录发现', { kind: 'test', orNone: '不由记录发现' }),
          field('level', '归入级别', { kind: 'level' }),
        ],
      }),
      field('levels', '级别', { kind: 'rows', unit: '级别', fields: [text('name', '级别', 30)] }),
      field('takesPersons', '个人', { kind: 'yes', yes: '可以列入有关个人', no: '只列企业' }),
      count('defenceWorkingDays', '陈述申辩期限', [0, 365], '个工作日'),
      count('termMonths', '列入期限', [1, 240], '个月', '移出前一直有效'),
      field('jointMeasures', '联合措施', {
        kind: 'rows',
        unit: '联合措施',
        fields: [text('field', '领域', 60), long('text', '措施', 200)],
      }),
      field('effects', '其他后果', { kind: 'words', unit: '条后果' }),
    ],
  }),
  list({ key: 'jointFields', title: '联合惩戒的领域', about: '有关部门把名单作为重要考量因素的领域。', fields: NAMED }),
  list({
    key: 'talks',
    title: '约谈',
    about: '什么情形下约谈、由谁约谈，记录是否记入企业信用记录，整改不到位的怎样办。',
    fields: [
      text('name', '约谈', 30),
      long('when', '情形', 200),
      long('by', '由谁约谈', 100),
      field('byWhoDetermined', '约谈机关', { kind: 'yes', yes: '谁认定、谁约谈', no: '由本局约谈' }),
      field('isRecorded', '约谈记录', { kind: 'yes', yes: '记入信用记录', no: '不记入信用记录' }),
      long('ifNotDone', '整改不到位的', 200),
    ],
  }),
];

export const repairChapters: readonly Chapter[] = [
  {
    key: 'deadlines',
    title: '办理期限',
    about: '各环节的期限，都按工作日计算，起算当日不计。别处的不同规定列为对照。',
    form: 'fixed',
    idKey: 'id',
    hasBasis: true,
    nameOf: named('name'),
    fields: [text('name', '环节'), text('from', '起算', 60), count('workingDays', '期限', [1, 365], '个工作日')],
  },
  {
    key: 'repair',
    title: '修复分档',
    about: '各档失信信息至少公示多久后可以申请修复、最长公示多久，自文书日期起算。',
    form: 'keyed',
    keys: severityTitles,
    idKey: 'severity',
    hasBasis: true,
    nameOf: named('name'),
    fields: [
      text('name', '失信程度', 30),
      count('minMonths', '最短公示', [0, 120], '个月'),
      count('maxMonths', '最长公示', [0, 120], '个月'),
    ],
  },
  list({
    key: 'repairWays',
    title: '修复方式',
    about: '可以用哪些方式修复、各以什么材料证明。',
    fields: [text('name', '方式', 30), long('proof', '证明材料', 200)],
  }),
  {
    ...single({
      key: 'repairWaysNeeded',
      title: '需要完成几种修复方式',
      about: '一次修复至少完成几种方式。',
      fields: [count('count', '至少', [0, 12], '种')],
    }),
    form: 'maybe',
  },
];

export const recordChapters: readonly Chapter[] = [
  list({
    key: 'catalogue',
    title: '采集目录',
    about: '采集哪些信用信息、由谁提供、多久一次、几个工作日内公示。',
    fields: [
      text('name', '信息', 60),
      field('kind', '类别', { kind: 'choice', options: creditKindTitles }),
      text('supplier', '提供单位', 60),
      count('everyMonths', '每', [1, 60], '个月采集一次', '随时产生随时采集'),
      count('dueWorkingDays', '公示期限', [1, 365], '个工作日', '不要求公示'),
      field('needsAuthorisation', '授权', { kind: 'yes', yes: '须企业授权', no: '不须授权' }),
    ],
  }),
  list({
    key: 'warnings',
    title: '预警',
    about: '出现哪些情形时提醒、怎样处理。一般提醒可以只确认知晓。',
    fields: [
      text('name', '预警', 30),
      field('test', '怎样认定', { kind: 'test' }),
      long('advice', '处理建议', 200),
      field('opens', '可直接发起', {
        kind: 'choice',
        options: { talk: '约谈', measure: '措施任务' },
        orNone: '不发起',
      }),
      field('level', '轻重', { kind: 'choice', options: { urgent: '紧要', notice: '一般提醒' } }),
    ],
  }),
  list({
    key: 'commitments',
    title: '承诺事项与承诺书',
    about: '哪些事项作信用承诺、承诺书怎样写、是否公示。',
    fields: [
      text('name', '事项', 60),
      field('kind', '类型', { kind: 'choice', options: commitmentKindTitles }),
      long('text', '承诺书正文', 4_000),
      field('publicised', '公示', { kind: 'yes', yes: '主动公示', no: '不公示' }),
    ],
  }),
  list({
    key: 'approvalPaths',
    title: '按信用办理审批',
    about: '按申请企业的信用状况分别怎样办理；自上而下，以最先符合的一条为准。',
    fields: [
      text('name', '办理方式', 30),
      field('grades', '适用等级', { kind: 'grades', orNone: '不限等级' }),
      field('test', '还要符合', { kind: 'test', orNone: '没有其他条件' }),
      field('effect', '办理的性质', {
        kind: 'choice',
        options: { ordinary: '按所写办理', 'promise-first': '凭承诺书先批，事后审', refuse: '申报不予上报' },
      }),
      long('text', '怎样办理', 300),
    ],
  }),
  {
    ...single({
      key: 'lookups',
      title: '逢办必查',
      about: '办理哪些事项前必须先查询企业信用。没有查询的列入待办。',
      fields: [field('matters', '先查询的事项', { kind: 'choices', options: lookupRuleTitles })],
    }),
    form: 'maybe',
  },
];

export const workChapters: readonly Chapter[] = [
  list({
    key: 'registers',
    title: '工作台账',
    about: '本局要记的台账和各台账的栏目。停用的不再登记，已登记的保留。',
    fields: [
      text('name', '台账', 30),
      long('purpose', '用途', 200),
      field('about', '内容', { kind: 'choice', options: registerSubjectTitles }),
      field('columns', '栏目', {
        kind: 'rows',
        unit: '栏目',
        fields: [
          text('title', '栏目', 30),
          field('kind', '填写', { kind: 'choice', options: columnKindTitles }),
          field('choices', '选项', { kind: 'words', unit: '个选项' }),
          field('required', '必填', { kind: 'yes', yes: '必填', no: '可不填' }),
          field('remindDays', '到期前提醒（只用于日期）', {
            kind: 'count',
            least: 1,
            most: 365,
            unit: '天',
            orNone: '不提醒',
            isLeftOut: true,
          }),
        ],
      }),
      field('isPublic', '公开', { kind: 'yes', yes: '可以公开', no: '内部使用' }),
      field('needsAttachment', '附件', { kind: 'yes', yes: '须附材料', no: '可不附材料' }),
      field('isUsed', '使用', { kind: 'yes', yes: '使用', no: '停用' }),
    ],
  }),
  list({
    key: 'reportDates',
    title: '报送日期',
    about: '每年哪一天前报送什么。',
    fields: [text('name', '报送', 30), field('monthDay', '最迟', { kind: 'month-day' }), long('what', '报送内容', 300)],
  }),
  list({ key: 'fields', title: '重点领域', about: '按领域开展信用监管、分别形成总结的领域。', fields: NAMED }),
  list({ key: 'campaignFields', title: '专项治理的领域', about: '可以开展失信问题专项治理的领域。', fields: NAMED }),
  list({ key: 'notifiedDepartments', title: '通报的部门', about: '失信情况通报给哪些部门和机构。', fields: NAMED }),
];
