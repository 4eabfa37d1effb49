import type { CreditFact } from '../../kernel/credit-facts.ts';
import type { IndicatorModel } from '../../kernel/indicator-model.ts';
import { citeArticle, type Grade, type PackSource, STANDING_WORDS, type Standing } from '../../kernel/pack-basis.ts';
import type { Factor, GradeRule } from '../../kernel/policy-entries.ts';
import { gradeTitle, type PolicyPack } from '../../kernel/policy-pack.ts';
import { byDay, leavesOf, type Score, type ScorePart } from './model-score.ts';

/** One sentence of the explanation, with the article it rests on (`制度第五条`) and the facts it speaks of, by id. */
export interface GradeReason {
  readonly text: string;
  readonly article: string;
  readonly facts?: readonly CreditFact['id'][];
}

type Titles = Pick<PolicyPack, 'grades'>;

/** How many facts a sentence names before it says 等N件. */
const NAMED = 3;

/** Points as they are read: `82.5`, `100`. */
export function sayPoints(thousandths: number): string {
  return String(thousandths / 1000);
}

export function sayMapped({ evaluation }: PolicyPack, rule: GradeRule, national: string): GradeReason {
  const used = evaluation.national === 'reference' ? '参考国家评价等级' : '国家评价等级为';
  return {
    text: `${used}“${national}”，对应${rule.title}（${rule.meaning}）。`,
    article: citeArticle(rule.source),
  };
}

/** A national grade no grade of the pack answers to. */
export function saySurplus(pack: PolicyPack, national: string): GradeReason {
  const text = `国家评价等级“${national}”在规则包中没有对应的等级，不能据以评定。`;
  return { text, article: citeArticle(pack.evaluation.source) };
}

export function sayUngraded(pack: PolicyPack): GradeReason {
  const { grade, reason, source, standing } = pack.ungraded;
  const text = `未取得国家评价等级，${reason}，定为${gradeTitle(pack, grade)}${markOf(standing)}。`;
  return { text, article: citeArticle(source) };
}

/** What no official text says is marked where a grade rests on it. */
function markOf(standing: Standing): string {
  return standing === 'rule' ? '' : `（${STANDING_WORDS[standing]}）`;
}

interface Reference {
  readonly national: string;
  readonly mapped: GradeRule | null;
}

/** What the model came to, and what cost and brought the most. */
export function sayModel(
  pack: PolicyPack,
  model: IndicatorModel,
  score: Score,
  reference: Reference | null,
): readonly GradeReason[] {
  const article = citeModel(model);
  const text = `${sayReference(reference)}按${model.title}第${model.version}版计得${sayPoints(score.points)}分（满分${model.scale}分），${sayBand(pack, model, score)}。`;
  return [{ text, article }, ...costs(model, score), ...bonuses(model, score)];
}

/** 示例 and 待核 models say so wherever they are cited. */
export function citeModel({ source, standing }: Pick<IndicatorModel, 'source' | 'standing'>): string {
  return standing === 'rule' ? citeArticle(source) : `${citeArticle(source)}，${STANDING_WORDS[standing]}`;
}

function sayReference(reference: Reference | null): string {
  if (reference === null) return '';
  const mapped = reference.mapped === null ? '' : `（对应${reference.mapped.title}）`;
  return `国家评价等级为“${reference.national}”${mapped}，作为参考；`;
}

function sayBand(pack: PolicyPack, { bands }: IndicatorModel, { grade }: Score): string {
  const index = bands.findIndex((band) => band.grade === grade);
  const [above, from] = [bands[index - 1]?.from, bands[index]?.from ?? 0];
  const meaning = pack.grades.find((rule) => rule.grade === grade)?.meaning;
  const where = from > 0 ? `达到${from}分` : `不足${above ?? 0}分`;
  return `${where}，定为${gradeTitle(pack, grade)}${meaning === undefined ? '' : `（${meaning}）`}`;
}

/** The three indicators that cost the most, most first. */
function costs(model: IndicatorModel, { parts }: Score): readonly GradeReason[] {
  const lost = leavesOf(model)
    .flatMap(({ leaf }, index) => {
      const part = parts[index];
      const cost = leaf.node === 'facts' && leaf.direction === '-' ? lostBy(part) : 0;
      return cost > 0 ? [{ leaf, part, cost }] : [];
    })
    .toSorted((one, other) => other.cost - one.cost)
    .slice(0, 3);
  if (lost.length === 0) return [];
  const said = lost.map(({ leaf, part, cost }) => `“${leaf.name}”扣${sayPoints(cost)}分${sayCounted(part)}`);
  return [
    {
      text: `其中${said.join('，')}。`,
      article: [...new Set(lost.map(({ leaf }) => citeModel(leaf)))].join('、'),
      facts: [...new Set(lost.flatMap(({ part }) => part?.counted.map(({ fact }) => fact.id) ?? []))],
    },
  ];
}

function bonuses(model: IndicatorModel, { parts, overflow }: Score): readonly GradeReason[] {
  return model.bonuses.flatMap((bonus) => {
    const part = parts.find(({ id }) => id === bonus.id);
    if (part === undefined || part.points === 0) return [];
    const beyond = overflow > 0 ? '，超过满分的部分不计' : '';
    const text = `“${bonus.name}”加${sayPoints(part.points)}分${sayCounted(part)}${beyond}。`;
    return [{ text, article: citeModel(bonus), facts: part.counted.map(({ fact }) => fact.id) }];
  });
}

function lostBy(part: ScorePart | undefined): number {
  return part === undefined ? 0 : part.max - part.points;
}

function sayCounted(part: ScorePart | undefined): string {
  const facts = part?.counted.map(({ fact }) => fact) ?? [];
  return facts.length === 0 ? '' : `（${nameFacts(facts)}）`;
}

/** `行政处罚 示罚〔2026〕3号、投诉举报等5件`, the newest first. */
export function nameFacts(facts: readonly CreditFact[]): string {
  const named = facts.toSorted((one, other) => byDay(other, one)).slice(0, NAMED);
  const names = named.map(nameFact).join('、');
  return facts.length > named.length ? `${names}等${facts.length}件` : names;
}

function nameFact({ title, happenedOn }: Pick<CreditFact, 'title' | 'happenedOn'>): string {
  return `${happenedOn}${title}`;
}

/** A sentence cut where it names one of its facts, and the facts it rests on without naming them. */
export function factsIn<F extends Pick<CreditFact, 'title' | 'happenedOn'>>(
  text: string,
  facts: readonly F[],
): { readonly pieces: readonly (string | F)[]; readonly unnamed: readonly F[] } {
  let pieces: (string | F)[] = [text];
  const unnamed: F[] = [];
  for (const fact of facts) {
    const name = nameFact(fact);
    const index = pieces.findIndex((piece) => typeof piece === 'string' && piece.includes(name));
    const piece = pieces[index];
    if (typeof piece !== 'string') {
      unnamed.push(fact);
      continue;
    }
    const at = piece.indexOf(name);
    pieces = pieces.toSpliced(index, 1, piece.slice(0, at), fact, piece.slice(at + name.length));
  }
  return { pieces: pieces.filter((piece) => piece !== ''), unnamed };
}

export function sayManual(
  pack: Titles,
  { grade, reason, expiresOn }: { readonly grade: Grade; readonly reason: string; readonly expiresOn: string },
  computed: Grade,
): GradeReason {
  const said = reason.replace(/[。．.；;]+$/, '');
  const text = `经审核人工调整为${gradeTitle(pack, grade)}，有效期至${expiresOn}，理由是：${said}。按规则评定为${gradeTitle(pack, computed)}。`;
  return { text, article: '人工调整' };
}

export function sayVeto(
  pack: Titles,
  veto: {
    readonly name: string;
    readonly grade: Grade;
    readonly facts: readonly CreditFact[];
    readonly source: PackSource;
    readonly standing: Standing;
  },
  grade: Grade,
): GradeReason {
  const ground = veto.facts.length === 0 ? veto.name : `${veto.name}（${nameFacts(veto.facts)}）`;
  const outcome = veto.grade === grade ? `定为${gradeTitle(pack, grade)}` : `不高于${gradeTitle(pack, veto.grade)}`;
  return {
    text: `一票否决：${ground}，不论其他情形，${outcome}${markOf(veto.standing)}。`,
    article: citeArticle(veto.source),
    ...idsOf(veto.facts),
  };
}

export function sayFactor(pack: Titles, factor: Factor, grade: Grade, found: readonly CreditFact[]): GradeReason {
  return {
    text: `${factHeld(pack, factor, grade, found.length)}，增加检查频次（不改变等级）。`,
    article: citeArticle(factor.source),
    ...idsOf(found),
  };
}

function idsOf(facts: readonly CreditFact[]): Pick<GradeReason, 'facts'> {
  return facts.length === 0 ? {} : { facts: facts.map(({ id }) => id) };
}

function factHeld(pack: Titles, { name, test }: Factor, grade: Grade, found: number): string {
  if (test.kind === 'grade') return `${name}（${gradeTitle(pack, grade)}）`;
  if (test.kind !== 'count') return name;
  const { withinDays, withinMonths, atLeast } = test;
  const span =
    withinDays !== undefined ? `${withinDays}天内` : withinMonths !== undefined ? `${withinMonths}个月内` : '';
  return `${name}（${span}${found}件，标准为${atLeast}件）`;
}
