import { encode } from 'uqr';
import './commitment.css';

/** 64 hexadecimal digits in 16 groups of four, as they are compared aloud. */
export function HexGroups({ text, label }: { readonly text: string; readonly label: string }) {
  const groups = [...text.matchAll(/.{4}/g)];
  return (
    <fieldset className="hex-groups" aria-label={label}>
      {groups.map((group) => (
        <code key={group.index}>{group[0]}</code>
      ))}
    </fieldset>
  );
}

interface QrCodeProps {
  readonly text: string;
  readonly size: number;
  readonly label?: string;
}

export function QrCode({ text, size, label = '承诺值二维码' }: QrCodeProps) {
  const { data, size: modules } = encode(text, { border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${modules} ${modules}`}>
      <rect width={modules} height={modules} fill="#fff" />
      <path d={dark.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
