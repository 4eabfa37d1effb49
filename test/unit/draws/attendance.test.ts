import { describe, expect, test } from 'vitest';
import { identityOf, sayAttendant, supervisorFault, witnessFault } from '../../../shared/features/draws/attendance.ts';
import { Witness } from '../../../shared/features/draws/schemas.ts';

const called = (...names: readonly string[]) => names.map((name) => ({ name }));
const parts = { operator: '示例经办', approvers: ['示例分管', '示例局长'] };

describe('谁能在场见证', () => {
  test.each([
    [called('示例甲', '示例乙'), null],
    [called('示例甲', '示例 经办'), 'WITNESS_IS_OPERATOR'],
    [called('示例局长', '示例乙'), 'WITNESS_IS_APPROVER'],
    [called('示例甲', '示例　甲'), 'WITNESS_TWICE'],
  ])('%j', (witnesses, code) => {
    expect(witnessFault(witnesses, parts)?.code ?? null).toBe(code);
  });

  test.each([
    ['示例监督', null],
    ['示例经办', 'SUPERVISOR_IS_OPERATOR'],
    ['示例 乙', 'SUPERVISOR_IS_WITNESS'],
  ])('监督人%s', (name, code) => {
    expect(supervisorFault(name, parts.operator, called('示例甲', '示例乙'))?.code ?? null).toBe(code);
  });
});

describe('身份', () => {
  const witness = { name: '示例甲', unit: '示例社区', digitCount: 7 };

  test('从列表选，其他须写明', () => {
    expect(Witness.safeParse({ ...witness, kind: 'community' }).success).toBe(true);
    expect(Witness.safeParse({ ...witness, kind: 'other', identity: '志愿者' }).success).toBe(true);
    const { error } = Witness.safeParse({ ...witness, kind: 'other', identity: ' ' });
    expect(error?.issues).toMatchObject([{ path: ['identity'], message: '身份为“其他”的，请写明' }]);
    expect(Witness.safeParse({ ...witness, kind: '邻居' }).error?.issues[0]?.message).toBe('请选择见证人身份');
  });

  test('印成文字', () => {
    expect(identityOf({ kind: 'notary', identity: '' })).toBe('公证人员');
    expect(identityOf({ kind: 'other', identity: '志愿者' })).toBe('志愿者');
    expect(sayAttendant({ name: '示例甲', unit: '', identity: '纪检' })).toBe('示例甲（纪检）');
  });
});
