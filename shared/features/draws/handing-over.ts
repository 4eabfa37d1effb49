/** To whom a 验证包 goes: it holds grades and recusals and is never published. */
export const receiverKinds = ['witness', 'discipline', 'review'] as const;
export type ReceiverKind = (typeof receiverKinds)[number];
export const receiverKindTitles: Readonly<Record<ReceiverKind, string>> = {
  witness: '见证人',
  discipline: '纪检监察机关',
  review: '复核机关',
};

/** One handing-over, as its ledger entry keeps it. */
export interface HandingOver {
  /** Of the ledger entry. */
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly to: string;
  /** Null in entries from before it was asked for. */
  readonly kind: ReceiverKind | null;
  /** SHA-256 of the zip; the same draw gives the same bytes. */
  readonly packageHash: string | null;
}

export function isReceiverKind(text: string): text is ReceiverKind {
  return (receiverKinds as readonly string[]).includes(text);
}

/** Reads a ledger entry of 交付验证包. */
export function handingOverOf(entry: {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly details: string;
}): HandingOver {
  const {
    to = '',
    kind = '',
    packageHash = null,
  } = JSON.parse(entry.details) as {
    to?: string;
    kind?: string;
    packageHash?: string;
  };
  return { seq: entry.seq, at: entry.at, by: entry.actor, to, kind: isReceiverKind(kind) ? kind : null, packageHash };
}
