import { Image, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { saveFile } from '../api/files.ts';
import { useFiles } from '../api/use-files.ts';

interface Picture {
  readonly name: string;
  readonly address: string;
}

export interface OpenFile {
  /** A PDF opens in the viewer, a picture in a dialog, anything else is saved. */
  readonly view: (path: string, type: string) => Promise<void>;
  readonly save: (path: string) => Promise<void>;
  /** To be placed in the page: the dialog of a picture. */
  readonly dialog: ReactNode;
}

/** Opens a kept file directly in the page. */
export function useOpenFile(): OpenFile {
  const { openPdf, fetch } = useFiles();
  const [picture, setPicture] = useState<Picture | null>(null);
  const close = () => {
    if (picture !== null) URL.revokeObjectURL(picture.address);
    setPicture(null);
  };
  const save = async (path: string) => {
    const file = await fetch(path);
    if (file !== null) saveFile(file);
  };
  return {
    save,
    view: async (path, type) => {
      if (type === 'application/pdf') {
        await openPdf(path);
        return;
      }
      if (!type.startsWith('image/')) return save(path);
      const file = await fetch(path);
      if (file !== null) setPicture({ name: file.name, address: URL.createObjectURL(file.blob) });
    },
    dialog: picture !== null && (
      <Modal open title={picture.name} footer={null} width={760} onCancel={close} destroyOnHidden>
        <Image src={picture.address} alt={picture.name} preview={false} width="100%" />
      </Modal>
    ),
  };
}
