import type { ExclusionReason } from './ceremony.ts';

/** Where a batch of a 批次顺序 stands. */
export const batchStates = ['waiting', 'handed', 'running', 'done'] as const;
export type BatchState = (typeof batchStates)[number];
export const batchStateTitles: Readonly<Record<BatchState, string>> = {
  waiting: '未开始',
  handed: '已下达',
  running: '检查中',
  done: '已完成',
};

/** Left out when the batch was handed down, with the reason of that day. */
export interface BatchLeftOut {
  readonly code: string;
  readonly name: string;
  readonly reason: ExclusionReason;
  readonly note: string;
}

export interface BatchLine {
  /** From 1, in the order drawn. */
  readonly batch: number;
  readonly state: BatchState;
  readonly size: number;
  /** The task that carries it out; null before it is handed down, or where nobody of it could be inspected. */
  readonly task: { readonly id: number; readonly number: string; readonly drawId: number | null } | null;
  readonly handedAt: string | null;
  readonly handedBy: string | null;
  /** Why it came before the batch ahead of it; null in order. */
  readonly early: string | null;
  readonly leftOut: readonly BatchLeftOut[];
  readonly inspected: number;
  readonly published: number;
}

/** `批次顺序抽取2026-001第2批`: why the objects of a batch are inspected; printed as the ground of 必检. */
export function batchGround(drawNumber: string, batch: number): string {
  return `批次顺序抽取${drawNumber}第${batch}批`;
}

/** The first batch that is not handed down; null when all are. */
export function nextBatch(lines: readonly Pick<BatchLine, 'batch' | 'state'>[]): number | null {
  return lines.find(({ state }) => state === 'waiting')?.batch ?? null;
}
