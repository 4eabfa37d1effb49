import { Modal } from 'antd';
import { createContext, lazy, type ReactNode, Suspense, useState } from 'react';

export interface ShownPdf {
  readonly name: string;
  readonly blob: Blob;
}

/** Opens a document over the page; see api/use-files.ts openPdf. */
export const PdfViewerContext = createContext<(file: ShownPdf) => void>(() => undefined);

const PdfPreview = lazy(async () => ({ default: (await import('./pdf-preview.tsx')).PdfPreview }));

/** Holds the one document viewer of the page. */
export function PdfViewer({ children }: { readonly children: ReactNode }) {
  const [file, setFile] = useState<ShownPdf | null>(null);
  return (
    <PdfViewerContext value={setFile}>
      {children}
      <Modal
        open={file !== null}
        title={file?.name}
        onCancel={() => setFile(null)}
        footer={null}
        width="min(1100px, 94vw)"
        style={{ top: 16 }}
        destroyOnHidden
      >
        <div style={{ height: 'calc(100vh - 110px)' }}>
          <Suspense fallback={<p>正在打开……</p>}>{file !== null && <PdfPreview file={file} />}</Suspense>
        </div>
      </Modal>
    </PdfViewerContext>
  );
}
