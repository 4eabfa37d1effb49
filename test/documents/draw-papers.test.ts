import { describe, expect, test } from 'vitest';
import { printDocument } from '../../electron/documents/assemble.ts';
import type { SubstitutionLine } from '../../shared/features/draws/changes.ts';
import { drawRecordDocument } from '../../shared/features/draws/draw-record.document.ts';
import { freezeSheetDocument } from '../../shared/features/draws/freeze-sheet.document.ts';
import type { DrawView } from '../../shared/features/draws/views.ts';
import { voidSheetDocument } from '../../shared/features/draws/void-sheet.document.ts';
import type { PrintedDocument } from '../../shared/kernel/document.ts';
import { commitment, paperModelOf, recordModelOf, sampleDraw, seed } from '../support/draw-papers.ts';
import { canReadPdfs, complaints, pageTexts, solidText } from '../support/pdf.ts';
import { bundledFonts } from '../support/prints.ts';

const fonts = bundledFonts();

function print(document: PrintedDocument): Uint8Array {
  const printed = printDocument(document, fonts);
  if (!printed.ok) throw new Error(JSON.stringify(printed));
  return printed.value.bytes;
}

const solid = (text: string) => text.replace(/\s+/g, '');
const record = (draw: DrawView) => print(drawRecordDocument(recordModelOf(draw)));
const freezeSheet = (draw: DrawView) =>
  print(freezeSheetDocument({ ...paperModelOf(draw), frozenAt: '2026-09-07 09:00' }));

const voided = {
  at: '2026-09-08T02:00:00.000Z',
  approver: '示例分管',
  reason: '投影故障',
  witnesses: '示例见证甲（示例纪检监察组，纪检监察人员）',
  present: [
    { name: '示例见证甲', unit: '示例纪检监察组', identity: '纪检监察人员' },
    { name: '示例见证丁', unit: '示例志愿者协会', identity: '志愿者' },
  ],
};

describe.skipIf(!canReadPdfs)('抽取记录', () => {
  test('名单、数字、种子、票号、检查组和校验值都在纸上，可以凭以核对', () => {
    const draw = sampleDraw(6);
    const bytes = record(draw);
    expect(complaints(bytes)).toBe('');
    const found = solidText(bytes);
    const parts = [
      '抽取编号2026-001',
      '第22项规模以上工业企业安全生产检查',
      '《“双随机、一公开”抽查工作细则》第九条',
      '示例监督（示例市司法局行政执法协调监督股）',
      commitment,
      'SSJ-1',
      'witnesses3',
      'digits7,7,7',
      '第一组（B级）',
      '60户×10%=6户',
      '13户×5%=0.65户，进为1户',
      '示例停业的公司',
      '其他原因：本月已由上级检查',
      '必检（非随机）1户，理由：重点企业一年内未检查。',
      '执法证已过期、无行政编制',
      '社区、群众代表',
      solid(seed),
      '截止线前最后5户和其后5户',
      '递补第5位',
      '示例丁（消防，唯一人选）',
      '6个席位只有唯一人选',
      '操作台账第128条校验值',
      '操作人示例经办：',
      '监督人示例监督：',
      ...draw.witnesses.map(({ name }) => `见证人${name}：`),
      ...draw.drawn.flatMap(({ name, code, ticket }) => [name, code, ticket]),
      ...(draw.resultHash?.match(/.{4}/g) ?? []),
    ];
    for (const part of parts) expect(found, part).toContain(part);
    expect(found).not.toMatch(/演练|作废|尚未完成/);
  });

  test('一千二百户也印全，没有一行截断', () => {
    const draw = sampleDraw(1_200);
    const found = solidText(record(draw));
    for (const { name, code, ticket } of draw.drawn) {
      expect(found).toContain(`${name}${code}`);
      expect(found).toContain(ticket);
    }
    expect(found.split('示例甲（工信，4选1）')).toHaveLength(1_201);
  });

  test('没有做完的写明不作签署之用', () => {
    const draw = sampleDraw(2, { state: 'sealed', drawnAt: null, staffedAt: null, recordedAt: null, drawn: [] });
    const found = solidText(record({ ...draw, resultHash: null, ledgerHead: null }));
    expect(found).toContain('本件只记到打印之时，不作签署之用');
    expect(found).toContain('尚未抽取');
  });

  test('替补和更正的人员名单照印', () => {
    const substitution: SubstitutionLine = {
      changeId: 1,
      at: '2026-09-09T01:00:00.000Z',
      outId: 1,
      outCode: 'A1',
      outName: '示例退出公司',
      inId: 2,
      inCode: 'A2',
      inName: '示例补入公司',
      stratum: 'B',
      reason: 'DEREGISTERED',
      note: '登记机关已注销',
      document: '',
      documentOn: null,
      by: '示例经办',
      approvedBy: '示例分管',
      ticket: '0.123',
      place: 2,
      alone: null,
      passed: [{ place: 1, code: 'A3', name: '示例跳过公司', reason: 'CAP', note: '' }],
      team: [],
    };
    const amendment = {
      stage: 2,
      reason: '补充人员',
      cause: '组长不足。',
      amendedAt: '2026-09-07T01:14:00.000Z',
      officersHash: 'e'.repeat(64),
      proposedBy: '',
      approvedBy: '',
    };
    const found = solidText(record(sampleDraw(2, { substitutions: [substitution], amendments: [amendment] })));
    for (const part of [
      '示例退出公司A1已注销：登记机关已注销',
      '示例补入公司A2递补第2位',
      '递补第1位示例跳过公司跳过：本年度检查已达次数上限',
      '人员名单第2次公布：补充人员。此前：组长不足。',
    ]) {
      expect(found, part).toContain(part);
    }
  });
});

describe.skipIf(!canReadPdfs)('冻结单', () => {
  test('有承诺值、清单、数量和待公布的位数，没有等级和任何结果', () => {
    const draw = sampleDraw(6);
    const found = solidText(freezeSheet(draw));
    for (const part of [
      commitment,
      'digits7,7,7',
      '第一组',
      '合计21位',
      '掷骰',
      '监督人示例监督：',
      '见证人示例见证丙：',
    ])
      expect(found, part).toContain(part);
    expect(found).not.toMatch(/[ABCD]级|票号|3141592/);
    for (const { ticket } of draw.drawn) expect(found).not.toContain(ticket);
  });
});

describe.skipIf(!canReadPdfs)('演练和作废', () => {
  // Set aslant, its characters are read back one by one.
  const marked = (pdf: Uint8Array, word: string) =>
    pageTexts(pdf).every((page) => [...word].every((sign) => solid(page).includes(sign)));

  test('每一页都有水印', () => {
    const rehearsal = sampleDraw(40, { isRehearsal: true, number: 'YL2026-001' });
    expect(marked(record(rehearsal), '演练')).toBe(true);
    expect(marked(freezeSheet(rehearsal), '演练')).toBe(true);
    expect(marked(record({ ...rehearsal, state: 'void', voided }), '演练作废')).toBe(true);
    expect(marked(record(sampleDraw(40)), '演')).toBe(false);
  });

  test('作废单写明理由、批准人、逐一的见证人和签名处', () => {
    const draw = sampleDraw(2, { state: 'void', voided });
    const sheet = voidSheetDocument({
      bureau: '示例市工业和信息化局',
      draw,
      frozenAt: '2026-09-07 09:00',
      voidedAt: '2026-09-08 10:00',
      stoodAt: 'recorded',
      ended: 2,
      printedOn: '2026-09-08',
    });
    if (sheet === null) throw new Error('no sheet');
    const found = solidText(print(sheet));
    for (const part of [
      '随机抽取作废单',
      '投影故障',
      '作废前状态已完成',
      '示例志愿者协会志愿者',
      '编号2026-001不再使用',
      '已列入检查的2户随之终止',
      '批准人示例分管：',
      '见证人示例见证丁：',
    ]) {
      expect(found, part).toContain(part);
    }
    expect(solidText(record(draw))).toContain('本次抽取已作废。原因：投影故障。批准人：示例分管。');
  });
});
