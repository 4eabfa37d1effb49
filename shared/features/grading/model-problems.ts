import { branchesOf, IndicatorModel, type IndicatorNode, nodesOf } from '../../kernel/indicator-model.ts';
import { isWithoutRepeats } from '../../kernel/pack-basis.ts';
import { sayThousandths } from './model-words.ts';

/** What keeps a model from being used: `id` is the indicator, veto, bonus or case it is about, null = the model itself. */
export interface ModelProblem {
  readonly id: string | null;
  readonly sentence: string;
}

/** Everything to be mended before a model can be kept, in the order it is read; empty = it can. */
export function modelProblems(model: IndicatorModel): readonly ModelProblem[] {
  const found = [
    ...headProblems(model),
    ...branchesOf(model).flatMap(branchProblems),
    ...nodesOf(model).flatMap(nodeProblems),
    ...bandProblems(model),
    ...vetoProblems(model),
    ...model.bonuses.flatMap(({ id, name, each, most }) =>
      named(id, name, most < each ? [`最多加${most / 1000}分，却少于每件加的${each / 1000}分。请改大上限。`] : []),
    ),
    ...caseProblems(model),
  ];
  if (found.length > 0) return found;
  // What the sentences above do not know: the schema has the last word.
  const parsed = IndicatorModel.safeParse(model);
  if (parsed.success) return [];
  const owners = new Set(parsed.error.issues.map(({ path }) => ownerOf(model, path)));
  return [...owners].map((id) => ({
    id,
    sentence: `${nameOf(model, id)}有一项没有填写，或者数字超出允许的范围。请检查。`,
  }));
}

function headProblems({ title, source }: IndicatorModel): readonly ModelProblem[] {
  return [
    ...(title.trim() === '' ? [{ id: null, sentence: '模型没有名称。请填写。' }] : []),
    ...basisProblems(null, '模型', source),
  ];
}

function branchProblems({ id, children }: { id: string; children: readonly IndicatorNode[] }): readonly ModelProblem[] {
  const sum = children.reduce((total, { weight }) => total + weight, 0);
  if (children.length === 0) return [{ id, sentence: '指标组下没有指标。请增加指标，或删除这个指标组。' }];
  if (sum === 1000) return [];
  const where = id === '' ? '一级指标' : '这个指标组下';
  const parts = children.map(({ name, weight }) => `${name}${sayThousandths(weight)}`).join('、');
  return [
    {
      id: id === '' ? null : id,
      sentence: `${where}的权重合计${sayThousandths(sum)}（${parts}），应为100%。请调整，或点“按比例调到100%”。`,
    },
  ];
}

function nodeProblems(node: IndicatorNode): readonly ModelProblem[] {
  const { id, name, source } = node;
  const own = named(id, name, node.node === 'facts' ? ruleProblems(node) : []);
  return [...own, ...basisProblems(id, name, source)];
}

type FactNode = Extract<IndicatorNode, { node: 'facts' }>;

function ruleProblems({ reads, rule, decay }: FactNode): readonly string[] {
  const problems: string[] = [];
  if (reads.kinds.length === 0) problems.push('没有选择读取哪些记录。请至少选择一类。');
  if (rule.kind === 'interval' && !isRising(rule.bands))
    problems.push('区间须从小到大，每一段的得分程度也须逐段增大。请调整。');
  if (rule.kind === 'linear' && rule.to <= rule.from)
    problems.push(`线性的终点${rule.to}须大于起点${rule.from}。请调整。`);
  if (rule.kind === 'ratio' && rule.of.kinds.length === 0)
    problems.push('比例没有选择分母读取哪些记录。请至少选择一类。');
  if (decay?.kind === 'linear' && decay.zeroMonths <= decay.wholeMonths) {
    problems.push(`时间衰减在${decay.wholeMonths}个月内不减少，须晚于它才减完。请把减完的月数改大。`);
  }
  if (decay?.kind === 'steps' && !isFalling(decay.steps))
    problems.push('时间衰减的各段，月数须逐段增大，计入的比例须逐段减小。请调整。');
  return problems;
}

function isRising(bands: readonly { from: number; degree: number }[]): boolean {
  return bands.every(({ from, degree }, index) => {
    const before = bands[index - 1];
    return before === undefined || (from > before.from && degree > before.degree);
  });
}

function isFalling(steps: readonly { untilMonths: number; share: number }[]): boolean {
  return steps.every(({ untilMonths, share }, index) => {
    const before = steps[index - 1];
    return before === undefined || (untilMonths > before.untilMonths && share < before.share);
  });
}

function bandProblems({ bands, scale }: IndicatorModel): readonly ModelProblem[] {
  const falls = bands.every(({ from }, index) => index === 0 || from < (bands[index - 1]?.from ?? 0));
  return [
    ...(falls ? [] : [{ id: null, sentence: '等级划分须从好到差，分数线逐级降低。请调整。' }]),
    ...(bands.at(-1)?.from === 0
      ? []
      : [{ id: null, sentence: '最差一级的分数线须为0分，使每个得分都有等级。请改为0。' }]),
    ...((bands[0]?.from ?? 0) > scale
      ? [{ id: null, sentence: `最好一级的分数线超过了满分${scale}分。请改小。` }]
      : []),
  ];
}

function vetoProblems({ vetoes, bands }: IndicatorModel): readonly ModelProblem[] {
  const given = new Set(bands.map(({ grade }) => grade));
  return vetoes.flatMap(({ id, name, grade, reads, source }) => [
    ...named(id, name, [
      ...(given.has(grade) ? [] : [`否决后定为${grade}级，而等级划分中没有这一级。请改选。`]),
      ...(reads.kinds.length === 0 ? ['没有选择读取哪些记录。请至少选择一类。'] : []),
    ]),
    ...basisProblems(id, name, source),
  ]);
}

function caseProblems({ cases }: IndicatorModel): readonly ModelProblem[] {
  return isWithoutRepeats(cases.map(({ name }) => name))
    ? []
    : [{ id: null, sentence: '有两个测试用例同名。请改名。' }];
}

function named(id: string, name: string, sentences: readonly string[]): readonly ModelProblem[] {
  const nameless = name.trim() === '' ? ['没有名称。请填写。'] : [];
  return [...nameless, ...sentences].map((sentence) => ({
    id,
    sentence: name.trim() === '' ? sentence : `“${name}”：${sentence}`,
  }));
}

function basisProblems(id: string | null, name: string, source: IndicatorModel['source']): readonly ModelProblem[] {
  const isStated = source.document.trim() !== '' && source.article.trim() !== '';
  return isStated ? [] : [{ id, sentence: `“${name}”没有写明依据的文件和条款。请填写；没有的写“本局自定”。` }];
}

/** The entry a place of the schema lies in, as far down as an id is found. */
function ownerOf(model: IndicatorModel, path: readonly PropertyKey[]): string | null {
  let at: unknown = model;
  let owner: string | null = null;
  for (const key of path) {
    if (at === null || typeof at !== 'object') break;
    at = (at as Record<PropertyKey, unknown>)[key];
    const id = at !== null && typeof at === 'object' && 'id' in at ? at.id : null;
    if (typeof id === 'string') owner = id;
  }
  return owner;
}

function nameOf(model: IndicatorModel, id: string | null): string {
  const entries = [...nodesOf(model), ...model.vetoes, ...model.bonuses, ...model.cases];
  const name = entries.find((entry) => entry.id === id)?.name ?? '';
  return name === '' ? '这个模型' : `“${name}”`;
}
