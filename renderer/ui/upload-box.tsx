import { Upload } from 'antd';

interface UploadBoxProps {
  /** What is expected, e.g. 检查对象名录（.xlsx）. */
  readonly label: string;
  readonly hint?: string;
  /** For instance `.xlsx`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly isBusy?: boolean;
}

/** Takes one file, dropped or chosen. */
export function UploadBox({ label, hint, accept, onFile, isBusy = false }: UploadBoxProps) {
  return (
    // The dragger takes all the height its parent has; this one has none of its own.
    <div>
      <Upload.Dragger
        aria-label={label}
        accept={accept}
        multiple={false}
        showUploadList={false}
        disabled={isBusy}
        beforeUpload={(file) => {
          onFile(file);
          return false;
        }}
      >
        <p className="upload-label">{isBusy ? '正在读取……' : `点击选择或拖入：${label}`}</p>
        {hint !== undefined && <p className="quiet">{hint}</p>}
      </Upload.Dragger>
    </div>
  );
}
