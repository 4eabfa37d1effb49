import { deflateSync } from 'node:zlib';
import { degrees, grayscale, PDFDocument, PDFName } from 'pdf-lib';

/** A PDF of blank pages, as a scanner might make it. */
export async function scannedPdf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page++) pdf.addPage([595, 842]).drawText(`page ${page + 1}`, { x: 72, y: 700 });
  return pdf.save({ useObjectStreams: true });
}

/**
 * One page that a reader shows as upright, twice as high as wide and dark in its upper left quarter, though it is stored turned by
 * `rotation` on a medium that starts elsewhere and is larger than what is cropped from it. What is cut off is dark too.
 */
export async function turnedPdf(rotation: 0 | 90 | 180 | 270): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const [width, height] = rotation % 180 === 0 ? [200, 400] : [400, 200];
  const [left, bottom] = [150, -70];
  const page = pdf.addPage();
  page.setMediaBox(left - 100, bottom - 100, width + 200, height + 200);
  page.setCropBox(left, bottom, width, height);
  page.setRotation(degrees(rotation));
  const fill = (x: number, y: number, w: number, h: number, gray: number) =>
    page.drawRectangle({ x, y, width: w, height: h, color: grayscale(gray) });
  fill(left - 100, bottom - 100, width + 200, height + 200, 0);
  fill(left, bottom, width, height, 1);
  // A clockwise turn brings the lower left to the upper left.
  const [x, y] = { 0: [0, 0.5], 90: [0, 0], 180: [0.5, 0], 270: [0.5, 0.5] }[rotation] as [number, number];
  fill(left + x * width, bottom + y * height, width / 2, height / 2, 0);
  return pdf.save({ useObjectStreams: false });
}

/** A page whose only content stream says that it is packed, and is not. */
export async function unreadablePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([200, 400]);
  const stream = pdf.context.stream(
    Uint8Array.from({ length: 60 }, (_, i) => 255 - i),
    { Filter: 'FlateDecode' },
  );
  page.node.set(PDFName.of('Contents'), pdf.context.register(stream));
  return pdf.save({ useObjectStreams: false });
}

/** 24 by 16 in blocks of eight, the first of the upper row black, with the EXIF orientation named. */
export function turnedJpeg(orientation: number, order: 'II' | 'MM' = 'MM'): Uint8Array {
  const number = (value: number, size: number) =>
    Array.from({ length: size }, (_, i) => (value >> (8 * (order === 'MM' ? size - 1 - i : i))) & 255);
  const entry = [...number(0x0112, 2), ...number(3, 2), ...number(1, 4), ...number(orientation, 2), 0, 0];
  const make = [...number(0x010f, 2), ...number(2, 2), ...number(2, 4), 0x53, 0, 0, 0];
  const tiff = [
    ...latin1(order),
    ...number(42, 2),
    ...number(8, 4),
    ...number(2, 2),
    ...make,
    ...entry,
    ...number(0, 4),
  ];
  const table = (kind: number, counts: number[], symbols: number[]) =>
    segment(0xc4, [kind, ...counts, ...Array(16 - counts.length).fill(0), ...symbols]);
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe1, latin1('http://ns.adobe.com/xap/1.0/\0')),
    ...segment(0xe1, [...latin1('Exif\0\0'), ...tiff]),
    ...segment(0xdb, [0, ...Array(64).fill(255)]),
    ...segment(0xc0, [8, 0, 16, 0, 24, 1, 1, 0x11, 0]),
    ...table(0x00, [0, 3], [0, 3, 4]),
    ...table(0x10, [1], [0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    // −4 and end; +8 and end; four times no change and end.
    ...[0b01011010, 0b10000000, 0b00000000, 0b01111111],
    ...[0xff, 0xd9],
  ]);
}

const segment = (marker: number, data: number[]) => [
  ...[0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255],
  ...data,
];
const latin1 = (text: string) => [...Buffer.from(text, 'latin1')];

/** The smallest whole picture of each kind. */
export const scannedJpeg = Uint8Array.from(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
    'base64',
  ),
);

export const scannedPng = Uint8Array.from([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ...chunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  ...chunk('IDAT', deflateSync(Uint8Array.from([0, 255]))),
  ...chunk('IEND', new Uint8Array()),
]);

function chunk(name: string, data: Uint8Array): number[] {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(data.length, 0);
  sizes.writeUInt32BE(crc32(body), 4);
  return [...sizes.subarray(0, 4), ...body, ...sizes.subarray(4)];
}

function crc32(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
