import { PackShape } from '../../kernel/policy-shape.ts';
import type { Chapter, Entry, Field } from './fields.ts';

/** What is wrong with one field of an entry. */
export interface FieldProblem {
  /** The field as its form shows it; 依据 for what an entry rests on. */
  readonly field: string;
  readonly sentence: string;
}

type Issue = NonNullable<ReturnType<typeof PackShape.safeParse>['error']>['issues'][number];

/** Everything that keeps an entry from standing in its chapter; none where it is well formed by itself. */
export function entryProblems(chapter: Chapter, entry: Entry): readonly FieldProblem[] {
  const found = issuesOf(chapter, entry).map(({ path, issue }) => problemOf(chapter, path, issue));
  return found.filter(
    ({ field, sentence }, index) =>
      found.findIndex((other) => other.field === field && other.sentence === sentence) === index,
  );
}

function issuesOf(chapter: Chapter, entry: Entry) {
  const { shape } = PackShape;
  if (chapter.key === 'head') {
    const head = PackShape.pick({ title: true, office: true, purpose: true, datedOn: true }).safeParse(entry);
    return (head.error?.issues ?? []).map((issue) => ({ issue, path: issue.path }));
  }
  if (chapter.key === 'defaultPreset') {
    const preset = shape.defaultPreset.safeParse(entry.value);
    return (preset.error?.issues ?? []).map((issue) => ({ issue, path: ['value'] }));
  }
  const isList = chapter.form !== 'one' && chapter.form !== 'maybe';
  const parsed = shape[chapter.key].safeParse(isList ? [entry] : entry);
  return (parsed.error?.issues ?? []).flatMap((issue) => {
    // How many entries a chapter needs is not this entry's matter.
    if (isList && issue.path.length === 0) return [];
    return [{ issue, path: isList ? issue.path.slice(1) : issue.path }];
  });
}

function problemOf(chapter: Chapter, path: readonly PropertyKey[], issue: Issue): FieldProblem {
  const sentence = sentenceOf(issue);
  const [key] = path;
  if (key === 'source')
    return { field: path[1] === 'article' ? '条款' : path[1] === 'quote' ? '原文' : '依据文件', sentence };
  if (key === 'standing') return { field: '标记', sentence: '请选择原文、示例或待核。' };
  return { field: titleAt(chapter.fields, path), sentence };
}

/** `认定情形第2条“情形”`. */
function titleAt(fields: readonly Field[], [key, index, ...rest]: readonly PropertyKey[]): string {
  const field = fields.find((candidate) => candidate.key === key);
  if (field === undefined) return String(key ?? '');
  if (field.form.kind !== 'rows' || typeof index !== 'number') return field.title;
  const within = rest.length === 0 ? '' : `“${titleAt(field.form.fields, rest)}”`;
  return `${field.title}第${index + 1}条${within}`;
}

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? '请填写。' : `不能小于${issue.minimum}。`;
    case 'too_big':
      return issue.origin === 'string' ? `不超过${issue.maximum}个字。` : `不能大于${issue.maximum}。`;
    case 'invalid_type':
      return '请填写。';
    case 'custom':
      return customWords[issue.message] ?? '填写的内容不成立，请核对。';
    default:
      return '没有填写或不成立，请重新选择。';
  }
}

/** What the schema says of a pair of values. */
const customWords: Readonly<Record<string, string>> = {
  'both days and months': '期间只能按天或按月写一种。',
  'ratio outside its span': '采用的比例不在规定的幅度之内。',
  'shortest above longest': '最长公示不能短于最短公示。',
  'choices exactly where there is a choice': '填写方式为“选项”的，要列出选项。',
  'only a day can be reminded of': '只有填写方式为“日期”的栏目可以提醒。',
  'not a day': '请选择日期。',
};
