import { nameKey } from '../../kernel/normalise.ts';
import { type FormerEmployer, formerText, type Relative } from './officer-facts.ts';

/** What an officer declared in writing about himself. */
export interface Declaration {
  readonly officerId: number;
  readonly formerEmployers: readonly FormerEmployer[];
  readonly relatives: readonly Relative[];
}

export interface PossibleObject {
  readonly id: number;
  readonly name: string;
  /** 负责人. */
  readonly personInCharge: string;
}

/** 建议回避: an officer and an object that a declaration brings together. */
export interface FoundRecusal {
  readonly officerId: number;
  readonly objectId: number;
  readonly reason: '亲属' | '曾任职';
  /** For the reader. Relatives are not named: it may be exported. */
  readonly evidence: string;
  /** Everything it rests on, names included: another basis is another finding. Not for showing. */
  readonly basis: string;
}

interface Clue {
  readonly reason: FoundRecusal['reason'];
  readonly evidence: string;
  readonly basis: string;
}

/**
 * Officers whose 曾任职单位 is an object's name, or whose declared relative is its 负责人 or works there. Names are compared by
 * `nameKey`: brackets, dots, blanks and widths do not count. One finding a pair, with all its evidence; in order of objects.
 */
export function findRecusals(
  declarations: readonly Declaration[],
  objects: Iterable<PossibleObject>,
): readonly FoundRecusal[] {
  const { formers, relatives, companies } = indexOf(declarations);
  const found: FoundRecusal[] = [];
  for (const object of objects) {
    const clues = new Map<number, Clue[]>();
    const add = (officerId: number, clue: Clue) => clues.set(officerId, [...(clues.get(officerId) ?? []), clue]);
    const name = nameKey(object.name);
    const person = relatives.size === 0 ? '' : nameKey(object.personInCharge);
    for (const [officerId, relative] of person === '' ? [] : (relatives.get(person) ?? []))
      add(officerId, relativeClue(relative, person, name));
    for (const [officerId, relative] of companies.get(name) ?? []) {
      // Told already with the relative who runs it.
      if (nameKey(relative.name) !== person) add(officerId, companyClue(relative, name));
    }
    for (const [officerId, former] of formers.get(name) ?? []) add(officerId, formerClue(former, name));
    for (const [officerId, list] of clues) found.push(foundOf(officerId, object.id, list));
  }
  return found;
}

type Index<T> = Map<string, (readonly [officerId: number, declared: T])[]>;

function indexOf(declarations: readonly Declaration[]) {
  const formers: Index<FormerEmployer> = new Map();
  const relatives: Index<Relative> = new Map();
  const companies: Index<Relative> = new Map();
  for (const declaration of declarations) {
    const { officerId } = declaration;
    for (const former of declaration.formerEmployers) put(formers, former.employer, [officerId, former]);
    for (const relative of declaration.relatives) {
      put(relatives, relative.name, [officerId, relative]);
      put(companies, relative.company ?? '', [officerId, relative]);
    }
  }
  return { formers, relatives, companies };
}

function put<T>(index: Index<T>, name: string, entry: readonly [number, T]): void {
  const key = nameKey(name);
  if (key !== '') index.set(key, [...(index.get(key) ?? []), entry]);
}

function relativeClue({ relation, name, company = '' }: Relative, person: string, object: string): Clue {
  const where =
    company === ''
      ? '，请核实是否同一人'
      : nameKey(company) === object
        ? '，申报的单位也是该对象'
        : '，申报的单位不是该对象，请核实是否同一人';
  const basis = [relation, nameKey(name), nameKey(company), person, object].join('|');
  return { reason: '亲属', evidence: `申报的亲属（${relation}）与该对象负责人同名${where}`, basis };
}

function companyClue({ relation, name, company = '' }: Relative, object: string): Clue {
  const basis = [relation, nameKey(name), nameKey(company), object].join('|');
  return { reason: '亲属', evidence: `申报的亲属（${relation}）所在单位与该对象名称一致`, basis };
}

function formerClue(former: FormerEmployer, object: string): Clue {
  const basis = [nameKey(former.employer), former.fromOn ?? '', former.toOn ?? '', object].join('|');
  return { reason: '曾任职', evidence: `申报的曾任职单位与该对象名称一致：${formerText(former)}`, basis };
}

function foundOf(officerId: number, objectId: number, clues: readonly Clue[]): FoundRecusal {
  const [first] = clues;
  return {
    officerId,
    objectId,
    reason: first?.reason ?? '曾任职',
    evidence: clues.map(({ evidence }) => evidence).join('；'),
    basis: clues.map(({ basis }) => basis).join('\n'),
  };
}
