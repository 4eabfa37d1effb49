import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { selectRows } from '../../../renderer/ui/list-model.ts';
import { readMarkdown, readRuns } from '../../../renderer/ui/markdown.ts';

test('帮助的写法：标题、段落、列表、表格', () => {
  const text = '# 名录\n\n先看\n再填。\n\n1. 一\n2. 二\n\n- 甲\n- 乙\n\n| 列 | 值 |\n| --- | --- |\n| a | b |';
  expect(readMarkdown(text)).toEqual([
    { kind: 'heading', level: 1, text: '名录' },
    { kind: 'paragraph', text: '先看再填。' },
    { kind: 'list', isOrdered: true, items: ['一', '二'] },
    { kind: 'list', isOrdered: false, items: ['甲', '乙'] },
    { kind: 'table', head: ['列', '值'], rows: [['a', 'b']] },
  ]);
  expect(readRuns('按 `Ctrl K` 到[名录](/rosters)，**不能改**。')).toEqual([
    { kind: 'text', text: '按 ' },
    { kind: 'key', text: 'Ctrl K' },
    { kind: 'text', text: ' 到' },
    { kind: 'link', text: '名录', path: '/rosters' },
    { kind: 'text', text: '，' },
    { kind: 'bold', text: '不能改' },
    { kind: 'text', text: '。' },
  ]);
});

test('每篇帮助一个标题，链接都通向程序里的页面', () => {
  const screens = readFileSync('renderer/app/routes.tsx', 'utf8');
  const helps = globSync('resources/help/*.md').map((file) => readFileSync(file, 'utf8'));
  expect(helps.length).toBeGreaterThan(5);
  for (const text of helps) {
    expect(readMarkdown(text).filter((part) => part.kind === 'heading' && part.level === 1)).toHaveLength(1);
    for (const [, path] of text.matchAll(/\]\((\/[^)]*)\)/g)) expect(screens).toContain(`path: '${path}'`);
  }
});

test('帮助里要人点的按钮，界面上都有', () => {
  const sources = globSync('renderer/**/*.tsx')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const helps = globSync('resources/help/*.md')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const buttons = [...helps.matchAll(/点“([^”]+)”/g)].map(([, button]) => button);
  expect(buttons.length).toBeGreaterThan(20);
  expect(buttons.filter((button) => !sources.includes(button ?? ''))).toEqual([]);
});

interface Firm {
  readonly name: string;
  readonly count: number | null;
}

test('列表：几个词都要含有，空值排在最后，名称按读音', () => {
  const rows: Firm[] = [
    { name: '示例乙厂', count: null },
    { name: '示例甲厂', count: 10 },
    { name: '示例丙公司', count: 9 },
  ];
  const columns = [
    { key: 'name', title: '名称', value: (firm: Firm) => firm.name },
    { key: 'count', title: '次数', value: (firm: Firm) => firm.count },
  ];
  const names = (q: string, sort: string, filters = {}) =>
    selectRows(rows, columns, [{ key: 'kind', label: '类别', options: [], of: ({ name }) => name.slice(-1) }], {
      q,
      sort,
      filters,
    }).map((firm) => firm.name);
  expect(names('示例 厂', '')).toEqual(['示例乙厂', '示例甲厂']);
  expect(names('', 'count')).toEqual(['示例丙公司', '示例甲厂', '示例乙厂']);
  expect(names('', '-count')).toEqual(['示例甲厂', '示例丙公司', '示例乙厂']);
  expect(names('', 'name')).toEqual(['示例丙公司', '示例甲厂', '示例乙厂']);
  expect(names('', '', { kind: '司' })).toEqual(['示例丙公司']);
});
