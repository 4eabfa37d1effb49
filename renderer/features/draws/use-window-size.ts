import { useEffect, useState } from 'react';

const sizeNow = () => ({ width: window.innerWidth, height: window.innerHeight });

/** The window's inner size, as it is changed. */
export function useWindowSize(): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState(sizeNow);
  useEffect(() => {
    const onResize = () => setSize(sizeNow());
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return size;
}
