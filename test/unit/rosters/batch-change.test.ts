import { expect, test } from 'vitest';
import { applyBatchChange, type BatchChange, batchChangeTitle } from '../../../shared/features/rosters/batch-change.ts';
import type { ObjectEntry } from '../../../shared/features/rosters/entries.ts';
import { objectStatuses } from '../../../shared/features/rosters/object-columns.ts';
import { blankObject } from '../../support/objects.ts';
import { fc } from '../../support/properties.ts';

const tags = fc.uniqueArray(fc.constantFrom<string[]>('危化', '重点用能', '涉爆粉尘', '专精特新'));
const entries: fc.Arbitrary<ObjectEntry> = fc
  .record({
    tags,
    status: fc.constantFrom(...objectStatuses),
    statusOn: fc.constantFrom(undefined, '2026-09-01'),
    aboveScale: fc.boolean(),
    priority: fc.boolean(),
    town: fc.constantFrom('', '示例镇'),
    industry: fc.constantFrom('', '示例业'),
  })
  .map((part) => ({ ...blankObject, name: '示例厂', code: '1', ...part }));
const changes: fc.Arbitrary<BatchChange> = fc.oneof(
  fc
    .record({ kind: fc.constant('tags' as const), add: tags, remove: tags })
    .map(({ remove, ...change }) => ({ ...change, remove: remove.filter((tag) => !change.add.includes(tag)) })),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(...objectStatuses),
    statusOn: fc.constantFrom('2026-09-01', '2026-09-02'),
  }),
  fc.record({ kind: fc.constantFrom('priority' as const, 'aboveScale' as const), to: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('town' as const, 'industry' as const), to: fc.constantFrom('示例镇', '示例业') }),
);

test('变更两次与变更一次相同，没有变动的原样返回', () => {
  fc.assert(
    fc.property(entries, changes, (entry, change) => {
      const after = applyBatchChange(entry, change);
      expect(applyBatchChange(after, change)).toBe(after);
    }),
  );
});

test('加上的标签都在，去掉的都不在，其余的不动；标签以外的项目不动', () => {
  fc.assert(
    fc.property(entries, tags, tags, (entry, add, others) => {
      const remove = others.filter((tag) => !add.includes(tag));
      const after = applyBatchChange(entry, { kind: 'tags', add, remove });
      expect(new Set(after.tags)).toEqual(new Set([...entry.tags.filter((tag) => !remove.includes(tag)), ...add]));
      expect(after.tags).toHaveLength(new Set(after.tags).size);
      expect({ ...after, tags: [] }).toEqual({ ...entry, tags: [] });
    }),
  );
});

test('改状态时没有写文号，原来的文号不再留在新状态上', () => {
  const entry = { ...blankObject, name: '示例厂', code: '1', statusOn: '2025-01-01', statusDocument: '旧文号' };
  const after = applyBatchChange(entry, { kind: 'status', status: '停业', statusOn: '2026-09-01' });
  expect(after).toMatchObject({ status: '停业', statusOn: '2026-09-01', statusDocument: undefined });
});

test('变更用一句话说出来', () => {
  expect(batchChangeTitle({ kind: 'tags', add: ['危化', '重点用能'], remove: ['旧'] })).toBe(
    '加上监管标签“危化”、“重点用能”，去掉监管标签“旧”',
  );
  expect(batchChangeTitle({ kind: 'status', status: '注销', statusOn: '2026-09-01', statusDocument: '示注1号' })).toBe(
    '状态改为“注销”（2026-09-01，示注1号）',
  );
  expect(batchChangeTitle({ kind: 'priority', to: false })).toBe('改为一般企业');
});
