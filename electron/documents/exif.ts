const SOS = 0xffda;
const APP1 = 0xffe1;
/** `Exif`, behind it two zeros and the TIFF part. */
const EXIF = 0x45786966;
const LITTLE_ENDIAN = 0x4949;
const ORIENTATION = 0x0112;

/** How a JPEG's rows and columns are to be shown: 1 (as they are) to 8 by EXIF (CIPA DC-008, 4.6.5); 1 where it does not say. */
export function orientationOf(jpeg: Uint8Array): number {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = 2;
  while (at + 10 <= view.byteLength && view.getUint16(at) > 0xff00 && view.getUint16(at) !== SOS) {
    const end = at + 2 + view.getUint16(at + 2);
    // XMP comes in an APP1 of its own.
    if (view.getUint16(at) === APP1 && view.getUint32(at + 4) === EXIF)
      return orientationIn(jpeg.subarray(at + 10, end));
    at = end;
  }
  return 1;
}

function orientationIn(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 8) return 1;
  const little = view.getUint16(0) === LITTLE_ENDIAN;
  const directory = view.getUint32(4, little);
  const count = directory + 2 <= view.byteLength ? view.getUint16(directory, little) : 0;
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > view.byteLength) return 1;
    if (view.getUint16(entry, little) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
