import type { RegisterSubject } from '../../kernel/policy-work.ts';
import { type Figure, type Figures, figureValue } from './figures.ts';
import type { Cells } from './register.ts';
import { type Section, type SummaryKind, toFill } from './summary.ts';

export interface DraftModel {
  readonly bureau: string;
  readonly kind: SummaryKind;
  readonly year: number;
  readonly field: string | null;
  readonly figures: Figures;
  /** How many entries each register of the office got in the period. */
  readonly registers: readonly { readonly name: string; readonly about: RegisterSubject; readonly count: number }[];
  /** Complete 成效案例 of the period, and of the field where there is one. */
  readonly cases: readonly Cells[];
  /** Letters in order with how many enterprises; empty in a summary for outside. */
  readonly grades: readonly { readonly title: string; readonly count: number }[];
}

/** The text a summary starts with, in the manner of the documents. What was not counted is not claimed; nothing is said of a register without entries. */
export function draftSummary(model: DraftModel): readonly Section[] {
  const sections = model.kind === 'field' ? fieldSections(model) : officeSections(model);
  return sections.map(({ heading, text }) => {
    const said = text.filter((line) => line !== '').join('\n');
    return { heading, text: said === '' && model.kind === 'field' ? `${toFill}请写明${heading}。` : said };
  });
}

interface DraftSection {
  readonly heading: string;
  readonly text: readonly string[];
}

/** 额尔古纳 总结: mechanism, commitments, 双公示, use of credit information, education; with supervision by grade and 双随机 between. */
function officeSections(model: DraftModel): readonly DraftSection[] {
  const { bureau, kind, year } = model;
  const span = kind === 'half-year' ? `${year}年上半年` : `${year}年`;
  return [
    {
      heading: '',
      text: [
        `${span}，${bureau}在社会信用体系建设工作中，切实发挥部门职能作用，持续强化工作举措，${foundation(model)}着力推进信用分级分类监管。现将有关情况总结如下。`,
      ],
    },
    { heading: '建立工作机制', text: mechanism(model) },
    { heading: '建立信用承诺制', text: commitments(model) },
    { heading: '强化和规范“双公示”工作', text: doublePublicity(model) },
    { heading: '推进信用信息应用', text: use(model) },
    { heading: '实行信用分级分类监管', text: grading(model) },
    { heading: '规范“双随机、一公开”监管', text: inspections(model) },
    { heading: '规范失信惩戒和信用修复', text: discipline(model) },
    { heading: '加大诚信宣传教育', text: education(model) },
    ...(model.cases.length === 0 ? [] : [{ heading: '成效案例', text: model.cases.map(caseText) }]),
    { heading: '存在的问题和下一步打算', text: shortfalls(model) },
  ];
}

/** 额尔古纳 总结 开头段; claimed only where the office keeps a register of it. */
function foundation({ registers }: DraftModel): string {
  const isKept = registers.some(({ about, count }) => about === 'officials' && count > 0);
  return isKept ? '以公职人员信用建设为基础、以企业信用建设为突破口，' : '';
}

/** 吴忠 第三部分（三）: 具体举措、实际评价结果、监管支撑数据、实际成效案例. */
function fieldSections(model: DraftModel): readonly DraftSection[] {
  const { field, year } = model;
  return [
    {
      heading: '',
      text: [`按照信用分级分类监管工作要求，现将${year}年${field ?? ''}信用分级分类监管工作情况总结说明如下。`],
    },
    { heading: '具体举措', text: [...mechanism(model), ...commitments(model), ...use(model), ...education(model)] },
    { heading: '实际评价结果', text: grading(model) },
    {
      heading: '监管支撑数据',
      text: [...doublePublicity(model), ...inspections(model), ...discipline(model)],
    },
    {
      heading: '实际成效案例',
      text:
        model.cases.length === 0
          ? [`${toFill}尚无要素完整的成效案例，请在“成效案例”中登记后重新起草。`]
          : model.cases.map(caseText),
    },
  ];
}

function mechanism(model: DraftModel): readonly string[] {
  return [
    ...registerText(model, 'mechanism', '健全组织领导，明确分管领导和责任股室'),
    ...registerText(model, 'systems', '梳理信用评价制度、分级分类监管制度和监管措施'),
    ...registerText(model, 'integrity', '落实廉洁和保密要求'),
    ...registerText(model, 'officials', '加强公职人员信用建设'),
    ...registerText(model, 'upper-rule', '对依据上级制度执行的事项作出书面说明并留存佐证材料'),
  ];
}

function commitments(model: DraftModel): readonly string[] {
  return [
    sentence(model, '组织企业签订信用承诺书', ['commitments', 'commitments-kept', 'commitments-broken']),
    ...registerText(model, 'voluntary-information', '引导企业自愿注册信用信息并作出承诺'),
  ];
}

function doublePublicity(model: DraftModel): readonly string[] {
  return [
    sentence(model, '严格执行“双公示”工作制度，建立“双公示”工作台账', [
      'publicity-due',
      'publicity-in-time',
      'publicity-late',
      'publicity-open',
      'publicity-overdue',
    ]),
    sentence(model, '依法归集信用信息', ['records', 'penalties', 'complaints', 'accidents']),
  ];
}

function use(model: DraftModel): readonly string[] {
  return [
    sentence(model, '认真落实“逢办必查”要求，在办理行政许可、行政处罚、行政检查等事项时先查询企业信用信息', [
      'lookups',
    ]),
    sentence(model, '在项目申报、资金审核、奖补中审核企业信用', ['reviews', 'reviews-refused']),
    ...registerText(model, 'sharing', '推动信用信息共享、推送和互认'),
    ...registerText(model, 'service', '为企业提供指导和服务'),
  ];
}

function grading({ figures, grades, ...model }: DraftModel): readonly string[] {
  const distribution = grades.map(({ title, count }) => `${title}${count}户`).join('、');
  return [
    sentence({ ...model, grades, figures }, '依据公共信用综合评价结果和信用记录，对监管对象实行分级分类、动态管理', [
      'objects',
      'graded',
      'national-grades',
      'grade-changes',
    ]),
    grades.every(({ count }) => count === 0) ? '' : `截至${dayWords(figures.asOf)}，${distribution}。`,
    sentence({ ...model, grades, figures }, '按照信用等级落实差异化监管措施', [
      'measures',
      'measures-done',
      'certificates',
    ]),
  ];
}

function inspections(model: DraftModel): readonly string[] {
  return [
    sentence(model, '坚持“双随机、一公开”，公开随机抽取检查对象和执法人员', ['draws', 'drawn', 'inspections']),
    sentence(model, '依法公示检查结果', ['published', 'published-in-time', 'problems', 'closed']),
  ];
}

function discipline(model: DraftModel): readonly string[] {
  return [
    sentence(model, '依法依规认定名单，规范告知、陈述申辩和决定程序', ['listed', 'delisted']),
    sentence(model, '对失信企业开展约谈', ['talks']),
    sentence(model, '引导失信企业纠正失信行为、消除不良影响', ['repairs-asked', 'repairs']),
    sentence(model, '受理并核实信用异议', ['objections', 'objections-upheld']),
    sentence(model, '向有关部门通报', ['letters', 'letters-answered']),
    sentence(model, '开展重点领域失信问题专项治理', ['campaigns', 'campaign-objects', 'campaign-done']),
    ...registerText(model, 'list-effects', '应用信用奖惩对象名单，形成应用成效和奖惩案例'),
    ...registerText(model, 'exposure', '对失信主体及时予以曝光'),
    ...registerText(model, 'honours', '对列入黑名单的停止评优评先'),
  ];
}

function education(model: DraftModel): readonly string[] {
  return registerText(model, 'education', '通过多种形式开展信用宣传教育，普及信用知识，营造诚实守信的社会信用环境');
}

function shortfalls(model: DraftModel): readonly string[] {
  const { figures } = model;
  const at = (id: string) => figureValue(figures, id) ?? 0;
  const late = at('publicity-late') + at('publicity-overdue');
  const open = [
    late > 0 ? `有${late}条行政许可、行政处罚等信息未在规定时限内公示` : '',
    at('inspections') - at('published') > 0 ? `有${at('inspections') - at('published')}户抽查结果尚未公示` : '',
    at('measures') - at('measures-done') > 0 ? `有${at('measures') - at('measures-done')}项措施任务尚未办结` : '',
    at('objects') - at('graded') > 0 ? `有${at('objects') - at('graded')}户企业尚未评定等级` : '',
  ].filter((text) => text !== '');
  return [
    open.length === 0 ? '' : `${open.join('；')}。`,
    '下一步，将继续健全以信用监管为核心的新型监管机制，对信用较好的企业减少日常检查，对信用较差的企业加强重点检查和监管，促进企业依法诚信经营。',
  ];
}

/** `lead。label value unit，…。`; nothing where none of the figures was counted or all are nought. */
function sentence({ figures }: Pick<DraftModel, 'figures' | 'grades'>, lead: string, ids: readonly string[]): string {
  const counted = ids.flatMap((id) => figures.list.find((figure) => figure.id === id) ?? []);
  if (counted.every(({ value }) => value === 0)) return '';
  return `${lead}，${counted.map(figureText).join('，')}。`;
}

function figureText({ label, value, unit }: Figure): string {
  return `${label}${value}${unit}`;
}

function registerText({ registers }: DraftModel, about: RegisterSubject, lead: string): readonly string[] {
  const found = registers.filter((register) => register.about === about && register.count > 0);
  if (found.length === 0) return [];
  return [`${lead}，登记${found.map(({ name, count }) => `${name}${count}条`).join('、')}。`];
}

function caseText(cells: Cells): string {
  const at = (id: string) => {
    const cell = cells[id];
    return typeof cell === 'object' ? cell.name : `${cell ?? ''}`;
  };
  return `${at('name')}。${dayWords(at('when'))}，在${at('where')}，${at('who')}${lead(at('how'))}。${ended(at('effect'))}`;
}

const withoutStop = (text: string) => text.trim().replace(/[。；，]$/, '');
const lead = (text: string) => (text === '' ? '' : `：${withoutStop(text)}`);
const ended = (text: string) => `${withoutStop(text)}。`;

function dayWords(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return month === undefined || day === undefined ? on : `${year}年${month}月${day}日`;
}
