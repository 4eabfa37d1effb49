import { cadreLetterBody, jointLetterBody } from '../../shared/features/registers/letter.ts';
import { type Linked, type Register, titleOfCells } from '../../shared/features/registers/register.ts';
import type { RegisterEntry } from '../../shared/features/registers/views.ts';
import { isListed, type ListEntry } from '../../shared/features/supervision/lists.ts';
import { chineseDate } from '../../shared/kernel/local-date.ts';
import type { Context } from './context.ts';
import { packById } from './office-pack.ts';
import { officeRegisters } from './office-registers.ts';

/** Something a letter can be about, with the text its form starts with. */
export interface LetterSource {
  readonly source: 'list-entry' | 'register-entry';
  readonly id: number;
  readonly label: string;
  readonly objectId: number | null;
  readonly subjectName: string;
  readonly title: string;
  readonly body: string;
}

export interface Link {
  readonly id: number;
  readonly name: string;
}

/** Entries of lists in force, of one enterprise where it is named. */
export function listLinks(ctx: Context, objectId: number | null): readonly Link[] {
  const { lists } = ctx.supervision;
  return (objectId === null ? lists.entries() : lists.entriesOf(objectId)).filter(isListed).map(linkOf);
}

/** Also one that was taken off since. */
export function listLinkById(ctx: Context, id: number): Linked | null {
  const entry = ctx.supervision.lists.entryById(id);
  return entry === null || entry.decision?.outcome !== 'listed' ? null : linkOf(entry);
}

function linkOf(entry: ListEntry): Link {
  return { id: entry.id, name: `${entry.listName}：${subjectOf(entry)}` };
}

function subjectOf({ objectName, person }: ListEntry): string {
  return person === null ? objectName : `${objectName}${person.name}`;
}

/** 通报函 starts from an adverse list in force, 干部失信通报 from what the registers hold of officials. */
export function letterSources(ctx: Context): readonly LetterSource[] {
  const listed = ctx.supervision.lists.entries().filter((entry) => entry.polarity === 'bad' && isListed(entry));
  const registers = officeRegisters(ctx).filter(({ about }) => about === 'officials');
  return [
    ...listed.map((entry) => listSource(ctx, entry)),
    ...registers.flatMap((register) =>
      ctx.registers
        .entriesOf(register.id)
        .filter(({ withdrawn }) => withdrawn === null)
        .map((entry) => cadreSource(register, entry)),
    ),
  ];
}

function listSource(ctx: Context, entry: ListEntry): LetterSource {
  const { id, objectId, objectName, person, listId, listName, level, ground, decision, packId, packVersion } = entry;
  const uscc = ctx.rosters.objectById(objectId)?.uscc ?? null;
  const list = packById(ctx, packId, packVersion)?.lists.find((one) => one.id === listId);
  const who = person === null ? objectName : `${objectName}（${person.name}）`;
  return {
    source: 'list-entry',
    id,
    label: `${listName}：${subjectOf(entry)}`,
    objectId,
    subjectName: who,
    title: `关于通报${objectName}失信情况的函`,
    body: jointLetterBody({
      name: who,
      code: uscc,
      list: `${listName}${level === null ? '' : `（${level.name}）`}`,
      ground: ground.text,
      decidedOn: decision === null ? '' : chineseDate(decision.decidedOn),
      document: decision?.number ?? '',
      untilOn: decision?.untilOn == null ? null : chineseDate(decision.untilOn),
      measures: (list?.jointMeasures ?? []).map(({ text }) => text.replace(/[。；]$/, '')),
    }),
  };
}

function cadreSource(register: Register, entry: RegisterEntry): LetterSource {
  const people = ['officer', 'text'].flatMap((kind) => register.columns.filter((column) => column.kind === kind));
  const [named] = people.filter(({ id }) => id in entry.cells);
  const cell = named === undefined ? undefined : entry.cells[named.id];
  const name = typeof cell === 'object' ? cell.name : `${cell ?? ''}`;
  const long = register.columns.find(({ kind }) => kind === 'long');
  return {
    source: 'register-entry',
    id: entry.id,
    label: `${register.name}：${titleOfCells(register, entry.cells)}`,
    objectId: null,
    subjectName: name,
    title: '关于干部失信情况的通报',
    body: cadreLetterBody({ name, conduct: long === undefined ? '' : `${entry.cells[long.id] ?? ''}` }),
  };
}
