import type { FactTest } from '../../kernel/fact-test.ts';
import { sayFactTest } from '../../kernel/fact-test-words.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import type { Grade } from '../../kernel/pack-basis.ts';
import type { RatioPreset } from '../../kernel/policy-entries.ts';
import { gradeTitle } from '../../kernel/policy-pack.ts';
import type { Chapter, Entry, Field, Pack } from './fields.ts';
import { sentences } from './sentences.ts';

/** What one field of an entry says; empty where it says nothing. */
export function sayField({ form }: Field, value: unknown, pack: Pack, parent: Entry = {}): string {
  if (value === undefined || value === null || value === '') return 'orNone' in form ? (form.orNone ?? '') : '';
  switch (form.kind) {
    case 'count':
      return `${value}${form.unit}`;
    case 'choice':
      return form.options[String(value)] ?? String(value);
    case 'choices':
      return (value as string[]).map((one) => form.options[one] ?? one).join('、');
    case 'yes':
      return value === true ? form.yes : form.no;
    case 'grade':
      return gradeTitle(pack, value as Grade);
    case 'grades':
      return (value as Grade[]).map((grade) => gradeTitle(pack, grade)).join('、');
    case 'month-day':
      return sayMonthDay(String(value));
    case 'day':
      return chineseDate(String(value));
    case 'words':
      return (value as string[]).join('、');
    case 'ratios':
      return sayRatios(value as RatioPreset['ratios'], pack).join('；');
    case 'test':
      return sayFactTest(value as FactTest, (grade) => gradeTitle(pack, grade));
    case 'rows':
      return sayRows(form.fields, value as readonly Entry[], pack, parent).join('\n');
    case 'entry-of':
      return nameIn(pack, form.chapter, String(value));
    case 'level':
      return String(((parent.levels ?? []) as readonly Entry[]).find(({ id }) => id === value)?.name ?? value);
    default:
      return String(value);
  }
}

/** The rule an entry states, a line each: a sentence where the chapter has one, else its fields with their titles. */
export function sayEntry(chapter: Chapter, entry: Entry, pack: Pack): readonly string[] {
  const sentence = sentences[chapter.key];
  const say = (key: string) => {
    const field = chapter.fields.find((candidate) => candidate.key === key);
    return field === undefined ? '' : sayField(field, entry[key], pack, entry);
  };
  const lines =
    sentence === undefined ? chapter.fields.map(({ key, title }) => `${title}：${say(key)}`) : sentence(say, entry);
  return lines.filter((line) => line !== '' && !line.endsWith('：'));
}

/** Rows within an entry, numbered: `1. 情形（由记录发现：…）`. */
function sayRows(fields: readonly Field[], rows: readonly Entry[], pack: Pack, parent: Entry): readonly string[] {
  return rows.map((row, index) => {
    const [first, ...rest] = fields;
    const more = rest.flatMap((field) => {
      const said = row[field.key] === undefined ? '' : sayField(field, row[field.key], pack, parent);
      return said === '' ? [] : [field.form.kind === 'yes' ? said : `${field.title}：${said}`];
    });
    const head = first === undefined ? '' : sayField(first, row[first.key], pack, parent);
    return `${index + 1}. ${head}${more.length === 0 ? '' : `（${more.join('；')}）`}`;
  });
}

/** `A级5%（幅度0%—5%），每户12个月内最多1次`, a line a grade. */
export function sayRatios(ratios: RatioPreset['ratios'], pack: Pack): readonly string[] {
  return pack.grades.flatMap(({ grade, title }) => {
    const ratio = ratios[grade];
    if (ratio === undefined) return [];
    const span = ratio.spanBp === undefined ? '' : `（幅度${percent(ratio.spanBp[0])}—${percent(ratio.spanBp[1])}）`;
    const visits = ratio.visitsPerYear === null ? '检查次数按需确定' : `每户12个月内最多${ratio.visitsPerYear}次`;
    return [`${title}${percent(ratio.bp)}${span}，${visits}`];
  });
}

/** `3月31日`. */
export function sayMonthDay(monthDay: string): string {
  const [month = '', day = ''] = monthDay.split('-');
  return `${Number(month)}月${Number(day)}日`;
}

function percent(bp: number): string {
  return `${bp / 100}%`;
}

function nameIn(pack: Pack, chapter: 'models' | 'ratioPresets', id: string): string {
  if (chapter === 'models') return pack.models.find((model) => model.id === id)?.title ?? id;
  return pack.ratioPresets.find((preset) => preset.id === id)?.name ?? id;
}
