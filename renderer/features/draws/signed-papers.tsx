import { Alert, Button, Space, Table, Tag, Upload } from 'antd';
import { useState } from 'react';
import {
  isMade,
  LARGEST_SCAN_MB,
  type ScanLine,
  type SignedPaper,
  signedPapers,
  signedPaperTitles,
} from '../../../shared/features/draws/scan.ts';
import { useBarred } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { useOpenFile } from '../../ui/use-open-file.tsx';
import { minuteText } from '../../ui/when.ts';
import { type Draw, useScans, useWithdrawScan } from './draws.queries.ts';
import './signed-papers.css';

const sectionId = 'signed-papers';

/** 签字件: the sheets signed by hand, scanned and kept with the draw. What is missing is said; a wrong one stays, marked. */
export function SignedPapers({ draw }: { readonly draw: Draw }) {
  const scans = useScans(draw.id).data;
  const papers = signedPapers.filter((paper) => isMade(draw, paper));
  const [wrong, setWrong] = useState<ScanLine | null>(null);
  return (
    <section className="drawer-part" id={sectionId}>
      <h2>签字件</h2>
      {papers.map((paper) => {
        const own = scans?.filter((scan) => scan.paper === paper) ?? [];
        return (
          <div key={paper} className="signed-paper">
            <div className="signed-paper-head">
              <h3>{signedPaperTitles[paper]}</h3>
              {scans !== undefined && <Standing scans={own} />}
              <AttachButton draw={draw} paper={paper} />
            </div>
            {own.length > 0 && <ScanTable draw={draw} scans={own} onWrong={setWrong} />}
          </div>
        );
      })}
      <p className="quiet">
        在场人员签字后扫描存入，可分几个文件（PDF、JPG、PNG，每个不超过{LARGEST_SCAN_MB}
        MB）。存入后不能改、不能删，操作台账记其校验值。
      </p>
      {wrong !== null && <WrongScan draw={draw} scan={wrong} onClose={() => setWrong(null)} />}
    </section>
  );
}

/** Says at the head of a finished or void draw that its signed sheet is missing. A rehearsal needs none. */
export function UnsignedNote({ draw }: { readonly draw: Draw }) {
  const scans = useScans(draw.id).data;
  const paper = draw.state === 'void' ? 'void-sheet' : 'record';
  const isDue = !draw.isRehearsal && (draw.state === 'void' || draw.state === 'recorded');
  const isThere = scans?.some((scan) => scan.paper === paper && scan.withdrawn === null) ?? true;
  if (!isDue || isThere) return null;
  return (
    <Alert
      className="form-refusal"
      type="warning"
      showIcon
      title={`还没有存入签字的${signedPaperTitles[paper]}。请打印，由在场人员签字，扫描后存入。`}
      action={
        <Button size="small" href={`#${sectionId}`}>
          到签字件
        </Button>
      }
    />
  );
}

function Standing({ scans }: { readonly scans: readonly ScanLine[] }) {
  const kept = scans.filter(({ withdrawn }) => withdrawn === null);
  const pages = kept.reduce((sum, scan) => sum + scan.pages, 0);
  return kept.length === 0 ? <Tag color="orange">尚未存入签字件</Tag> : <Tag color="green">已存入{pages}页</Tag>;
}

function AttachButton({ draw, paper }: { readonly draw: Draw; readonly paper: SignedPaper }) {
  const { upload } = useFiles();
  const [isBusy, setBusy] = useState(false);
  const may = ['operator'] as const;
  const barred = useBarred(may);
  async function attach(file: File) {
    setBusy(true);
    await upload(`draws/${draw.id}/scans/${paper}`, file);
    setBusy(false);
  }
  return (
    <Upload
      accept=".pdf,.jpg,.jpeg,.png"
      showUploadList={false}
      disabled={isBusy || barred !== null}
      beforeUpload={(file) => {
        void attach(file);
        return false;
      }}
    >
      <ActionButton may={may} loading={isBusy}>
        存入{signedPaperTitles[paper]}扫描件
      </ActionButton>
    </Upload>
  );
}

interface ScanTableProps {
  readonly draw: Draw;
  readonly scans: readonly ScanLine[];
  readonly onWrong: (scan: ScanLine) => void;
}

function ScanTable({ draw, scans, onWrong }: ScanTableProps) {
  const open = useOpenFile();
  const path = ({ id }: ScanLine) => `draws/${draw.id}/scans/${id}`;
  return (
    <>
      <Table
        size="small"
        bordered
        pagination={false}
        rowKey="id"
        dataSource={scans as ScanLine[]}
        columns={[
          { title: '文件', dataIndex: 'fileName' },
          { title: '页数', dataIndex: 'pages', align: 'right', width: 64 },
          {
            title: '存入',
            width: 210,
            render: (_, { attachedAt, attachedBy }) => `${minuteText(attachedAt)} ${attachedBy}`,
          },
          {
            title: '状态',
            width: 240,
            render: (_, { withdrawn }) =>
              withdrawn === null ? '有效' : `作错（${withdrawn.reason}），${withdrawn.by} ${minuteText(withdrawn.at)}`,
          },
          {
            title: '操作',
            width: 230,
            render: (_, scan) => (
              <Space size={4}>
                <ActionButton size="small" onClick={() => void open.view(path(scan), scan.type)}>
                  查看
                </ActionButton>
                <ActionButton size="small" onClick={() => void open.save(path(scan))}>
                  下载
                </ActionButton>
                {scan.withdrawn === null && (
                  <ActionButton size="small" may={['operator']} onClick={() => onWrong(scan)}>
                    标为作错
                  </ActionButton>
                )}
              </Space>
            ),
          },
        ]}
      />
      {open.dialog}
    </>
  );
}

function WrongScan({
  draw,
  scan,
  onClose,
}: {
  readonly draw: Draw;
  readonly scan: ScanLine;
  readonly onClose: () => void;
}) {
  const withdraw = useWithdrawScan();
  return (
    <ReasonForm
      title={`“${scan.fileName}”作错？`}
      note="原件仍保留、列出并注明作错，不能恢复为有效。之后请存入正确的扫描件。"
      label="作错的原因"
      placeholder="如：漏扫第2页"
      submit="标为作错"
      isDangerous
      onSubmit={(reason) => withdraw.run({ drawId: draw.id, scanId: scan.id, reason })}
      onClose={onClose}
    />
  );
}
