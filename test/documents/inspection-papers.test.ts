import { describe, expect, test } from 'vitest';
import { printDocument, printDossier } from '../../electron/documents/assemble.ts';
import { dossierOf } from '../../shared/features/dossiers/dossier.document.ts';
import { approvalSheetDocument } from '../../shared/features/inspections/approval-sheet.document.ts';
import { noticeDocument } from '../../shared/features/inspections/notice.document.ts';
import {
  publicationListDocument,
  publicationText,
} from '../../shared/features/inspections/publication-list.document.ts';
import { resultSheetDocument } from '../../shared/features/inspections/result-sheet.document.ts';
import { visitRecordDocument } from '../../shared/features/inspections/visit-record.document.ts';
import type { PrintedDocument } from '../../shared/kernel/document.ts';
import { sampleModel, sampleNotice, sampleVersion } from '../support/inspections.ts';
import { canReadPdfs, pageTexts, solidText } from '../support/pdf.ts';
import { bundledFonts } from '../support/prints.ts';

const fonts = bundledFonts();
const correction = {
  ...sampleVersion,
  id: 2,
  version: 2,
  result: 'no-problem',
  reason: '复查确认原记录有误',
  signedBy: '示例局长',
} as const;

function text(document: PrintedDocument): string {
  const printed = printDocument(document, fonts);
  if (!printed.ok) throw new Error(JSON.stringify(printed));
  return solidText(printed.value.bytes);
}

const notice = () =>
  noticeDocument({
    ...sampleModel,
    notice: sampleNotice,
    ruleTitle: '额尔古纳市工业和信息化局“双随机、一公开”抽查工作细则',
    basis: '《中华人民共和国安全生产法》第六十五条',
    methods: ['实地核查'],
  });

describe.skipIf(!canReadPdfs)('检查文书', () => {
  test('通知书写明谁、何时、查什么，执法人员证号和被检查人的权利', () => {
    const found = text(notice());
    for (const part of [
      '额工信检通〔2026〕1号',
      '示例机械制造有限责任公司：',
      '统一社会信用代码91150784MA0N000012',
      '抽取编号2026-001',
      '定于2026年9月15日',
      '15078401001',
      '组长',
      '《中华人民共和国安全生产法》第六十五条',
      '少于两人或者不出示的，你单位有权拒绝检查',
      '可以申请回避',
      '送达回证',
      '2026年9月8日',
    ]) {
      expect(found).toContain(part);
    }
  });

  test('记录表可空白带去现场，也可按录入打印，勾选项一个不少', () => {
    const blank = text(visitRecordDocument({ ...sampleModel, version: null, printedOn: '2026-09-10' }));
    expect(blank).toContain('检查情况');
    expect(blank).toContain('通过登记的住所（经营场所）无法联系');
    expect(blank).not.toContain('灭火器');
    const filled = text(visitRecordDocument({ ...sampleModel, version: sampleVersion, printedOn: '2026-09-20' }));
    expect(filled).toContain('现场检查发现一处灭火器压力不足，企业当场更换。其余未见异常。');
    expect(filled).toContain('照片2张');
    expect(filled).toContain('责令改正：当场责令更换灭火器，已复核');
    expect(filled).toContain('未发现开展本次抽查涉及的经营活动');
  });

  test('审批表列出每一次意见，退回的也在', () => {
    const found = text(approvalSheetDocument({ ...sampleModel, version: sampleVersion, printedOn: '2026-09-20' }));
    expect(found).toContain('请补充证据');
    expect(found).toContain('2026-09-1710:00:00');
    expect(found.indexOf('请补充证据')).toBeLessThan(found.lastIndexOf('同意'));
  });

  test('公示表只有企业名称、代码、任务、结果、日期、机关；没有电话和检查人员', () => {
    const found = text(
      resultSheetDocument({
        ...sampleModel,
        published: sampleVersion,
        earlier: [],
        objectionDays: 60,
        objectionsUntil: '2026-12-18',
      }),
    );
    expect(found).toContain('发现问题经责令已改正');
    expect(found).toContain('60个工作日内（至2026年12月18日）');
    expect(found).not.toMatch(/0470|示例甲|灭火器|信用等级/);
  });

  test('更正后旧结果仍可见，写明理由和局主要领导签字（细则第十条）', () => {
    const found = text(
      resultSheetDocument({
        ...sampleModel,
        published: correction,
        earlier: [sampleVersion],
        objectionDays: 60,
        objectionsUntil: '2026-12-18',
      }),
    );
    expect(found).toContain('检查结果未发现问题');
    expect(found).toContain('更正前结果');
    expect(found).toContain('发现问题经责令已改正');
    expect(found).toContain('复查确认原记录有误');
    expect(found).toContain('示例局长（局主要领导）');
  });

  test('公示清单不含电话、证件号和风险等级，附内容摘要', () => {
    const line = {
      objectName: sampleModel.objectName,
      objectCode: sampleModel.objectCode,
      taskNumber: sampleModel.taskNumber,
      taskTitle: sampleModel.taskTitle,
      result: '未发现问题',
      completedOn: '2026-09-16',
      version: 1,
    };
    const given = { bureau: sampleModel.bureau, publishedOn: '2026-09-18', isCorrection: false, lines: [line] };
    const head = { seq: 12, hash: 'b'.repeat(64) };
    const found = text(publicationListDocument({ ...given, listSha256: 'a'.repeat(64), ledgerHead: head }));
    expect(found).toContain('91150784MA0N000012');
    expect(found).toContain('a'.repeat(64));
    expect(found).toContain('台账校验值第12条');
    expect(publicationText([line], given.bureau, given.publishedOn).split('\n')[2]).toBe(
      '示例机械制造有限责任公司\t91150784MA0N000012\t额工信抽查〔2026〕1号\t工业企业安全生产检查\t未发现问题\t2026-09-16\t额尔古纳市工业和信息化局（示例）',
    );
  });

  test('卷宗封面、目录、各件、备考表齐全，件数页数相符', () => {
    const part = (document: PrintedDocument, title: string) => ({
      document,
      title,
      number: '',
      author: sampleModel.bureau,
      datedOn: '2026-09-16',
      remark: '',
    });
    const printed = printDossier(
      dossierOf({
        ...sampleModel,
        openedOn: '2026-09-07',
        closedOn: '2026-09-18',
        archiveNumber: '20260001',
        retention: '10-years',
        filedOn: '2026-09-30',
        filedBy: '示例经办',
        remark: '',
        parts: [
          part(notice(), '检查通知书'),
          part(
            visitRecordDocument({ ...sampleModel, version: sampleVersion, printedOn: '2026-09-20' }),
            '现场检查记录表',
          ),
        ],
        printedOn: '2026-10-01',
      }),
      fonts,
    );
    if (!printed.ok) throw new Error(JSON.stringify(printed));
    const pages = pageTexts(printed.value.bytes);
    const last = pages.at(-1)?.replace(/\s/g, '') ?? '';
    expect(pages[0]).toContain('20260001');
    expect(pages[0]).toContain('10年');
    expect(pages[0]).toContain(`共2件${printed.value.pages - 3}页`);
    expect(last).toContain(`本卷共2件${printed.value.pages - 3}页`);
    expect(pages[1]).toContain('现场检查记录表');
  });
});
