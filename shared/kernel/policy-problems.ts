import { isLocalDate } from './local-date.ts';
import { GRADES, type Grade, sourcesOf } from './pack-basis.ts';
import { DEADLINES } from './policy-entries.ts';
import type { PackChapter, PackShape } from './policy-shape.ts';

/** What is wrong between the entries of a pack: the chapter, the entry as its chapter shows it, and a sentence. */
export interface PackProblem {
  readonly chapter: PackChapter;
  /** null = the chapter as a whole. */
  readonly entry: string | null;
  readonly sentence: string;
}

/** Everything that keeps a pack from being used, though each entry by itself is well formed. */
export function packProblems(pack: PackShape): readonly PackProblem[] {
  return [
    ...documentProblems(pack),
    ...gradeProblems(pack),
    ...gradesNamed(pack),
    ...evaluationProblems(pack),
    ...modelProblems(pack),
    ...gradingTests(pack),
    ...ratioProblems(pack),
    ...repeated(pack),
    ...deadlineProblems(pack),
    ...listProblems(pack),
    ...repairProblems(pack),
    ...dayProblems(pack),
  ];
}

function problem(chapter: PackChapter, entry: string | null, sentence: string): PackProblem {
  return { chapter, entry, sentence };
}

function documentProblems(pack: PackShape): readonly PackProblem[] {
  const known = new Set(pack.documents.map(({ id }) => id));
  const cited = new Set(sourcesOf(pack).map(({ source }) => source.document));
  return [...cited]
    .filter((document) => !known.has(document))
    .map((document) => problem('documents', document, `有条目引用“${document}”，而文件清单中没有这份文件。请补上。`));
}

function gradeProblems({ grades }: PackShape): readonly PackProblem[] {
  const found: PackProblem[] = [];
  const letters = GRADES.slice(0, grades.length);
  if (grades.some(({ grade }, index) => grade !== letters[index])) {
    found.push(problem('grades', null, `${grades.length}个等级应依次为${letters.join('、')}，不能重复或跳过。`));
  }
  for (const title of repeats(grades.map((rule) => rule.title))) {
    found.push(problem('grades', title, `有两个等级都叫“${title}”。请改其中一个的名称。`));
  }
  for (const national of repeats(grades.flatMap((rule) => rule.national))) {
    found.push(problem('grades', national, `国家等级“${national}”对应了两次。请只留一处。`));
  }
  return found;
}

/** Entries that name a grade the pack does not have. */
function gradesNamed(pack: PackShape): readonly PackProblem[] {
  const own = new Set<Grade>(pack.grades.map(({ grade }) => grade));
  const check = (chapter: PackChapter, entry: string, named: readonly Grade[]) =>
    named
      .filter((grade) => !own.has(grade))
      .map((grade) => problem(chapter, entry, `用到了${grade}级，而规则包没有这个等级。请改选。`));
  const tested = (chapter: PackChapter, of: readonly { name: string; test?: { kind: string; grades?: Grade[] } }[]) =>
    of.flatMap(({ name, test }) => check(chapter, name, test?.kind === 'grade' ? (test.grades ?? []) : []));
  return [
    ...check('ungraded', '没有国家等级的', [pack.ungraded.grade]),
    ...pack.vetoes.flatMap(({ name, grade }) => check('vetoes', name, [grade])),
    ...pack.measures.flatMap(({ text, grades }) => check('measures', text, grades)),
    ...pack.approvalPaths.flatMap(({ name, grades }) => check('approvalPaths', name, grades ?? [])),
    ...tested('vetoes', pack.vetoes),
    ...tested('factors', pack.factors),
    ...tested('warnings', pack.warnings),
    ...tested('approvalPaths', pack.approvalPaths),
    ...tested(
      'lists',
      pack.lists.flatMap(({ name, grounds }) => grounds.map(({ test }) => (test ? { name, test } : { name }))),
    ),
  ];
}

function evaluationProblems({ evaluation, models, grades }: PackShape): readonly PackProblem[] {
  const { national, model } = evaluation;
  const found: PackProblem[] = [];
  const say = (sentence: string) => found.push(problem('evaluation', null, sentence));
  if (model !== null && !models.some(({ id }) => id === model)) {
    say('选用的评价模型不在规则包中。请改选，或选“不用模型”。');
  }
  if (model === null && national !== 'direct') {
    say('国家评价结果只作参考或不用的，要选一个评价模型，否则无从评定。');
  }
  if (national === 'direct' && grades.every((rule) => rule.national.length === 0)) {
    say('直接使用国家评价结果的，要在“等级与对应”中写明各等级对应的国家等级。');
  }
  return found;
}

/** A model gives each of the pack's grades, and no other. */
function modelProblems({ models, grades }: PackShape): readonly PackProblem[] {
  const own = grades.map(({ grade }) => grade).join('、');
  return models
    .filter(({ bands }) => bands.map(({ grade }) => grade).join('、') !== own)
    .map(({ title }) => problem('models', title, `各等级的分数段应依次为${own}，与规则包的等级一致。请改正。`));
}

/** A grade rests on credit records: it neither looks at its own fall nor at the days of licences. */
function gradingTests({ vetoes, factors }: PackShape): readonly PackProblem[] {
  const check = (chapter: PackChapter, entries: PackShape['factors']) =>
    entries
      .filter(({ test: { kind } }) => kind === 'grade-fell' || kind === 'licence-expires')
      .map(({ name }) => problem(chapter, name, '评定等级不看等级下降和许可到期。请改选其他条件，或写在“预警”中。'));
  return [...check('vetoes', vetoes), ...check('factors', factors)];
}

function ratioProblems({ ratioPresets, defaultPreset, grades }: PackShape): readonly PackProblem[] {
  const found: PackProblem[] = [];
  for (const { name, ratios } of ratioPresets) {
    for (const { grade, title } of grades) {
      if (ratios[grade] === undefined)
        found.push(problem('ratioPresets', name, `没有写明${title}的抽查比例。请补上。`));
    }
    const surplus = GRADES.filter(
      (grade) => ratios[grade] !== undefined && !grades.some((rule) => rule.grade === grade),
    );
    for (const grade of surplus) {
      found.push(problem('ratioPresets', name, `写了${grade}级的抽查比例，而规则包没有这个等级。请删去。`));
    }
  }
  if (!ratioPresets.some(({ id }) => id === defaultPreset)) {
    found.push(problem('defaultPreset', null, '采用的抽查比例方案已不在规则包中。请另选一个方案。'));
  }
  return found;
}

/** Entries that may stand only once. */
function repeated(pack: PackShape): readonly PackProblem[] {
  const once = (chapter: PackChapter, names: readonly string[], say = (name: string) => `“${name}”写了两次。`) =>
    repeats(names).map((name) => problem(chapter, name, `${say(name)}请只留一处。`));
  const ids = (chapter: PackChapter, of: readonly { readonly id: string }[]) =>
    once(
      chapter,
      of.map(({ id }) => id),
      (id) => `有两条的标识都是“${id}”。`,
    );
  return [
    ...ids('documents', pack.documents),
    ...ids('vetoes', pack.vetoes),
    ...ids('factors', pack.factors),
    ...ids('measures', pack.measures),
    ...ids('ratioPresets', pack.ratioPresets),
    ...ids('catalogue', pack.catalogue),
    ...ids('lists', pack.lists),
    ...ids('jointFields', pack.jointFields),
    ...ids('talks', pack.talks),
    ...ids('repairWays', pack.repairWays),
    ...ids('warnings', pack.warnings),
    ...ids('commitments', pack.commitments),
    ...ids('approvalPaths', pack.approvalPaths),
    ...ids('registers', pack.registers),
    ...ids('reportDates', pack.reportDates),
    ...ids('fields', pack.fields),
    ...ids('campaignFields', pack.campaignFields),
    ...ids('notifiedDepartments', pack.notifiedDepartments),
    ...ids('models', pack.models),
    ...pack.registers.flatMap(({ columns, name }) =>
      repeats(columns.map(({ id }) => id)).map((id) =>
        problem('registers', name, `有两栏的标识都是“${id}”。请改其中一栏。`),
      ),
    ),
    ...once(
      'visitCaps',
      pack.visitCaps.map(({ code }) => code),
    ),
    ...once(
      'coverage',
      pack.coverage.map(({ objects }) => objects),
    ),
    ...once(
      'departments',
      pack.departments.flatMap(({ name, short, aliases }) => [name, short, ...aliases]),
      (name) => `部门名称“${name}”用在了两处。`,
    ),
  ];
}

function deadlineProblems({ deadlines }: PackShape): readonly PackProblem[] {
  return DEADLINES.filter((id) => deadlines.filter((term) => term.id === id).length !== 1).map((id) =>
    problem('deadlines', id, '每个环节的期限应写且只写一次。'),
  );
}

function listProblems({ lists }: PackShape): readonly PackProblem[] {
  return lists.flatMap(({ name, grounds, levels, jointMeasures }) => {
    const known = new Set(levels.map(({ id }) => id));
    return [
      ...repeats([...grounds, ...levels, ...jointMeasures].map(({ id }) => id)).map((id) =>
        problem('lists', name, `认定情形、级别或措施中有两条的标识都是“${id}”。请改其中一条。`),
      ),
      ...grounds
        .filter(({ level }) => level !== undefined && !known.has(level))
        .map(({ text }) => problem('lists', name, `认定情形“${text}”归入的级别不在本名单的级别中。请改选。`)),
    ];
  });
}

function repairProblems({ repair, repairWays, repairWaysNeeded }: PackShape): readonly PackProblem[] {
  const found = repeats(repair.map(({ severity }) => severity)).map(() =>
    problem('repair', null, '同一失信程度写了两档。请只留一档。'),
  );
  if (repairWaysNeeded !== null && repairWaysNeeded.count > repairWays.length) {
    found.push(
      problem(
        'repairWaysNeeded',
        null,
        `要求完成${repairWaysNeeded.count}种修复方式，而只列了${repairWays.length}种。请改数目或补充方式。`,
      ),
    );
  }
  return found;
}

function dayProblems({ planPublicBy, reportDates }: PackShape): readonly PackProblem[] {
  // A leap year, so that 02-29 is a day.
  const isDay = (monthDay: string) => isLocalDate(`2024-${monthDay}`);
  const found = reportDates
    .filter(({ monthDay }) => !isDay(monthDay))
    .map(({ name }) => problem('reportDates', name, '没有这一天。请改日期。'));
  if (!isDay(planPublicBy.monthDay)) found.push(problem('planPublicBy', null, '没有这一天。请改日期。'));
  return found;
}

function repeats(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
