import type { Block } from '../../kernel/document.ts';
import { type PersonCapacity, personCapacities } from './lists.ts';

/** Whom a paper of the lists addresses: the enterprise, or the person with the enterprise he stands for. */
export function listSubject({
  objectName,
  objectCode,
  person,
}: {
  readonly objectName: string;
  readonly objectCode: string;
  readonly person: { readonly name: string; readonly capacity: PersonCapacity } | null;
}): string {
  const enterprise = `${objectName}（统一社会信用代码${objectCode}）`;
  return person === null ? `${enterprise}：` : `${person.name}（${enterprise}${personCapacities[person.capacity]}）：`;
}

export function groundSentence(ground: string | null): string {
  return ground === null ? '' : `上述情形属于“${ground}”。`;
}

/** The foot of a paper that is served. */
export const serviceReceipt: readonly Block[] = [
  { kind: 'title', level: 2, text: '送达回证' },
  { kind: 'signatures', places: ['受送达人', '送达人'], perRow: 2 },
];

/** `经查，…`: the opening word once, whether or not it was typed with the text. */
export function opened(word: string, text: string): string {
  const said = sentence(text);
  return said.startsWith(word) ? said : `${word}，${said}`;
}

/** Closed with a full stop, as typed or not. */
export function sentence(text: string): string {
  const said = text.trim();
  return /[。！？]$/.test(said) ? said : `${said}。`;
}
