import { inflateSync } from 'node:zlib';

/** A decoded picture. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb` */
  colourAt(x: number, y: number): string;
}

const SIGNATURE = '89504e470d0a1a0a';
/** Red, green, blue, alpha. */
const CHANNELS = 4;

/** Decodes a PNG of 8 bits and four channels, which is what resvg writes (PNG Specification, 11 and 9.2). */
export function decodePng(png: Buffer): Pixels {
  if (png.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('This is no PNG.');
  let width = 0;
  let height = 0;
  const data: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      if (body[8] !== 8 || body[9] !== 6) throw new Error('Only 8 bits and four channels are decoded.');
    }
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const pixels = unfilter(inflateSync(Buffer.concat(data)), width * CHANNELS, height);
  return {
    width,
    height,
    colourAt(x, y) {
      const at = (y * width + x) * CHANNELS;
      return `#${pixels.subarray(at, at + 3).toString('hex')}`;
    },
  };
}

function unfilter(raw: Buffer, stride: number, height: number): Buffer {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x < CHANNELS ? 0 : (pixels[y * stride + x - CHANNELS] ?? 0);
      const above = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0);
      const corner = x < CHANNELS || y === 0 ? 0 : (pixels[(y - 1) * stride + x - CHANNELS] ?? 0);
      const value = raw[y * (stride + 1) + 1 + x] ?? 0;
      pixels[y * stride + x] = value + predicted(filter, { left, above, corner });
    }
  }
  return pixels;
}

function predicted(
  filter: number,
  { left, above, corner }: { readonly left: number; readonly above: number; readonly corner: number },
): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return Math.floor((left + above) / 2);
  return filter === 4 ? paeth(left, above, corner) : 0;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
