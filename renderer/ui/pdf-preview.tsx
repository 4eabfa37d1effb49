import { Button, Space } from 'antd';
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { saveFile } from '../api/files.ts';
import type { ShownPdf } from './pdf-viewer.tsx';
import { printPdf } from './print-pdf.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** A document on the screen: page thumbnails, the pages, print and download. Fills its box. */
export function PdfPreview({ file }: { readonly file: ShownPdf }) {
  const pdf = useDocument(file.blob);
  const pages = useRef<HTMLDivElement>(null);
  const numbers = Array.from({ length: pdf.document?.numPages ?? 0 }, (_, i) => i + 1);
  return (
    <div className="pdf">
      <Space className="pdf-tools">
        <Button type="primary" onClick={() => void printPdf(file.blob, pdf.document)}>
          打印
        </Button>
        <Button onClick={() => saveFile(file)}>下载</Button>
        <span className="quiet">{pdf.document === null ? '' : `共 ${numbers.length} 页`}</span>
      </Space>
      {pdf.hasFailed && <p>无法显示这份文件，请下载后打开。</p>}
      <div className="pdf-body">
        <nav className="pdf-thumbs" aria-label="页面缩略图">
          {numbers.map((number) => (
            <button
              key={number}
              type="button"
              onClick={() => pages.current?.children[number - 1]?.scrollIntoView({ block: 'start' })}
            >
              {pdf.document !== null && <PdfPage document={pdf.document} number={number} width={96} across={96} />}
              <span>{number}</span>
            </button>
          ))}
        </nav>
        <div className="pdf-pages" ref={pages}>
          {numbers.map((number) => (
            <div key={number}>
              {pdf.document !== null && <PdfPage document={pdf.document} number={number} width={760} across={950} />}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function useDocument(blob: Blob) {
  const [state, setState] = useState<{ document: PDFDocumentProxy | null; hasFailed: boolean }>({
    document: null,
    hasFailed: false,
  });
  useEffect(() => {
    let isGone = false;
    let task: ReturnType<typeof getDocument> | null = null;
    const open = async () => {
      const data = await blob.arrayBuffer();
      if (isGone) return;
      task = getDocument({ data });
      const document = await task.promise;
      if (!isGone) setState({ document, hasFailed: false });
    };
    open().catch(() => {
      if (!isGone) setState({ document: null, hasFailed: true });
    });
    return () => {
      isGone = true;
      void task?.destroy();
    };
  }, [blob]);
  return state;
}

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  /** Of an upright page, in CSS pixels. */
  readonly width: number;
  /** Of a page across. */
  readonly across: number;
}

/** One page, drawn when it comes into sight. */
function PdfPage({ document, number, width, across }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let isGone = false;
    let cancel: (() => void) | null = null;
    const draw = async () => {
      const page = await document.getPage(number);
      if (isGone) return;
      const natural = page.getViewport({ scale: 1 });
      const density = window.devicePixelRatio;
      const shown = natural.width > natural.height ? across : width;
      const viewport = page.getViewport({ scale: (shown / natural.width) * density });
      element.style.width = `${shown}px`;
      element.style.aspectRatio = `${natural.width} / ${natural.height}`;
      element.width = Math.floor(viewport.width);
      element.height = Math.floor(viewport.height);
      const task = page.render({ canvas: element, viewport });
      cancel = () => task.cancel();
      await task.promise.catch(() => undefined);
    };
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        seen.disconnect();
        void draw();
      },
      { rootMargin: '400px' },
    );
    seen.observe(element);
    return () => {
      isGone = true;
      seen.disconnect();
      cancel?.();
    };
  }, [document, number, width, across]);
  return <canvas ref={canvas} style={{ width, aspectRatio: 1 / Math.SQRT2 }} aria-label={`第${number}页`} />;
}
