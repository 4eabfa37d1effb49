import { expect, test } from 'vitest';
import { accountsRefusal } from '../../../shared/features/office/account-rules.ts';
import { SetUp } from '../../../shared/features/office/schemas.ts';
import { sampleAccounts, sampleBureau } from '../../support/office.ts';

const { admin, operator, principal } = sampleAccounts;

test('人少的局三个账号即可：局领导兼审核人；角色不能缺', () => {
  const accounts = [admin, operator, { ...principal, isReviewer: true }];
  expect(SetUp.safeParse({ ...sampleBureau, accounts }).success).toBe(true);
  expect(accountsRefusal(accounts)).toBeNull();
  expect(accountsRefusal([admin, operator, principal])).toMatchObject({ code: 'ROLE_MISSING' });
  expect(SetUp.safeParse({ ...sampleBureau, accounts: accounts.slice(1) }).success).toBe(false);
});
