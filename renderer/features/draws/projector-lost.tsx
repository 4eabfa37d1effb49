import { useEffect, useState } from 'react';

/** After so long the program may have been opened again under another address. */
const LONG = 15_000;

/** The program is out of reach: the last screen stays, with this line over its foot. */
export function ProjectorLost() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="projector-lost" role="status">
      连接中断，正在恢复……
      {isLong && <span>程序重新打开后仍未恢复的，请在操作窗口再按“打开投影”。</span>}
    </div>
  );
}
