import { expect, test } from 'vitest';
import { openOffice } from '../support/office.ts';
import { canReadPdfs, solidText } from '../support/pdf.ts';

const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) });

test.skipIf(!canReadPdfs)('密封信封单印出现行恢复码；不符的码不印', async () => {
  const office = await openOffice({ today: '2026-09-07' });
  const printed = await office.fetch(null, '/files/office/recovery-sheet.pdf', post({ code: office.recoveryCode }));
  expect(printed.headers.get('content-type')).toBe('application/pdf');
  const text = solidText(new Uint8Array(await printed.arrayBuffer()));
  expect(text).toContain(office.recoveryCode);
  expect(text).toContain('额尔古纳市工业和信息化局（示例）');

  const wrong = await office.fetch(null, '/files/office/recovery-sheet.pdf', post({ code: 'AAAAA' }));
  expect(wrong.status).toBe(409);
  expect(await wrong.json()).toMatchObject({ ok: false, code: 'WRONG_RECOVERY_CODE' });
  await office.close();
});
