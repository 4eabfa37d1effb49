import { type IndicatorModel, type IndicatorNode, nodesOf } from '../../kernel/indicator-model.ts';

/** Changes of an indicator tree as its form makes them: each gives a new model, the old one stays as it was. */

export type NodeKind = IndicatorNode['node'];

/** Indicators stand in three levels at most (一级、二级、三级指标). */
export const DEEPEST = 3;

type Children = IndicatorModel['indicators'];

/** The children of a group, or the first level where `parentId` is null. Empty where there is no such group. */
export function childrenOf(model: IndicatorModel, parentId: string | null): readonly IndicatorNode[] {
  if (parentId === null) return model.indicators;
  const parent = nodeById(model, parentId);
  return parent?.node === 'group' ? parent.children : [];
}

export function nodeById(model: IndicatorModel, id: string): IndicatorNode | null {
  return nodesOf(model).find((node) => node.id === id) ?? null;
}

/** The group an indicator stands in; null = the first level, or no such indicator. */
export function parentOf(model: IndicatorModel, id: string): string | null {
  return (
    nodesOf(model).find((node) => node.node === 'group' && node.children.some((child) => child.id === id))?.id ?? null
  );
}

/** 1 for the first level. 0 where there is no such indicator. */
export function levelOf(model: IndicatorModel, id: string): number {
  if (nodeById(model, id) === null) return 0;
  const parent = parentOf(model, id);
  return parent === null ? 1 : levelOf(model, parent) + 1;
}

/** A new indicator at the end of a branch, with what weight the branch has left (a thousandth at least). A group comes with one indicator in it. */
export function addNode(
  model: IndicatorModel,
  parentId: string | null,
  kind: NodeKind,
): { readonly model: IndicatorModel; readonly id: string } {
  const id = freeId(model, kind === 'group' ? 'group' : 'indicator');
  const left = 1000 - childrenOf(model, parentId).reduce((sum, { weight }) => sum + weight, 0);
  const head = { id, name: kind === 'group' ? '新指标组' : '新指标', weight: Math.max(1, left), ...basisOf(model) };
  const node = kind === 'group' ? { ...head, node: kind, children: [newLeaf(model, 1000)] } : blankLeaf(head, kind);
  return { model: inBranch(model, parentId, (children) => [...children, node as IndicatorNode]), id };
}

/** Without the indicator and everything under it. */
export function removeNode(model: IndicatorModel, id: string): IndicatorModel {
  return inBranch(model, parentOf(model, id), (children) => children.filter((child) => child.id !== id));
}

/** One place up (-1) or down (1) among its branch; at the end of it nothing moves. */
export function moveNode(model: IndicatorModel, id: string, by: -1 | 1): IndicatorModel {
  return inBranch(model, parentOf(model, id), (children) => {
    const from = children.findIndex((child) => child.id === id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= children.length) return children;
    return children.with(from, children[to]!).with(to, children[from]!);
  });
}

export function replaceNode(model: IndicatorModel, node: IndicatorNode): IndicatorModel {
  return inBranch(model, parentOf(model, node.id), (children) =>
    children.map((child) => (child.id === node.id ? node : child)),
  );
}

/** Weights of a branch made a whole of 1000: in the proportion they stand in, the largest remainders rounded up first. */
export function balanceWeights(model: IndicatorModel, parentId: string | null): IndicatorModel {
  return inBranch(model, parentId, (children) => {
    const sum = children.reduce((total, { weight }) => total + weight, 0);
    const shares = children.map(({ weight }, index) => {
      const exact = weight * 1000;
      return { index, share: Math.max(1, Math.floor(exact / sum)), rest: exact % sum };
    });
    let left = 1000 - shares.reduce((total, { share }) => total + share, 0);
    for (const one of shares.toSorted((a, b) => b.rest - a.rest || a.index - b.index)) {
      if (left <= 0) break;
      one.share += 1;
      left -= 1;
    }
    // Minimums of a thousandth may have taken too much: the largest gives it back.
    const largest = shares.reduce((most, one) => (one.share > most.share ? one : most), shares[0]!);
    largest.share += left;
    return children.map((child, index) => ({ ...child, weight: shares[index]!.share }));
  });
}

/** An id no indicator, veto or bonus has: `indicator-3`. */
export function freeId(model: IndicatorModel, stem: string): string {
  const taken = new Set([...nodesOf(model), ...model.vetoes, ...model.bonuses, ...model.cases].map(({ id }) => id));
  for (let number = 1; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

function newLeaf(model: IndicatorModel, weight: number): IndicatorNode {
  const head = { id: freeId(model, 'indicator'), name: '新指标', weight, ...basisOf(model) };
  return blankLeaf(head, 'facts');
}

function blankLeaf(
  head: { id: string; name: string; weight: number } & Basis,
  kind: 'facts' | 'national',
): IndicatorNode {
  if (kind === 'national') {
    return { ...head, node: 'national', degrees: [{ national: '优', degree: 1000 }], whenNone: 500 };
  }
  return {
    ...head,
    node: 'facts',
    direction: '-',
    reads: { kinds: ['penalty'], withinMonths: 12 },
    decay: null,
    rule: { kind: 'cumulative', each: 500 },
  };
}

type Basis = Pick<IndicatorModel, 'source' | 'standing'>;

/** What is added rests on what the model rests on, as an example until somebody states the article. */
function basisOf({ source }: IndicatorModel): Basis {
  return { source: { document: source.document, article: source.article }, standing: 'example' };
}

function inBranch(
  model: IndicatorModel,
  parentId: string | null,
  change: (children: readonly IndicatorNode[]) => readonly IndicatorNode[],
): IndicatorModel {
  const within = (nodes: readonly IndicatorNode[]): readonly IndicatorNode[] =>
    nodes.map((node) => {
      if (node.node !== 'group') return node;
      const children = node.id === parentId ? change(node.children) : within(node.children);
      return { ...node, children } as IndicatorNode;
    });
  const indicators = parentId === null ? change(model.indicators) : within(model.indicators);
  // The levels are kept by who calls: a group is offered on the first two only.
  return { ...model, indicators: indicators as Children };
}
