import { useEffect } from 'react';

/** What the taskbar calls the window. */
export function useProjectorTitle(): void {
  useEffect(() => {
    document.title = '抽取大屏幕';
  }, []);
}
