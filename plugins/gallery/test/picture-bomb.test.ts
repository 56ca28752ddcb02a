import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { fingerprintsOf } from '../src/reposts/files/fingerprint.ts';

/** Twice as many pixels as are looked at. */
const SIDE = 10_000;
const PATIENCE_MS = 10_000;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of one grey, whose rows compress to almost nothing. */
function png(side: number): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8;
  const rows = deflateSync(Buffer.alloc(side * (side + 1)), { level: 1 });
  const end = chunk('IEND', Buffer.alloc(0));
  return Buffer.from(Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', rows), end]));
}

const sample = (bytes: Buffer<ArrayBuffer>, name = 'a.png') => ({
  file: { kind: 'image', name, url: `https://cdn.example/${name}`, size: bytes.length, contentType: null },
  bytes,
});

async function likenessOf(bytes: Buffer<ArrayBuffer>, name?: string): Promise<string | null | undefined> {
  // -- the rest of a source file says where it was found, which does not matter here
  const [print] = await fingerprintsOf([sample(bytes, name) as never]);
  return print?.perceptualHash;
}

test('a picture of more pixels than a picture has is not unpacked', async () => {
  const before = process.memoryUsage().rss;
  const bomb = png(SIDE);
  const startedAt = performance.now();

  expect(await likenessOf(bomb)).toBeNull();

  expect(bomb.length).toBeLessThan(2_000_000);
  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
  expect(process.memoryUsage().rss - before).toBeLessThan(1_000_000_000);
});

test('a picture of usual size is looked at', async () => {
  expect(await likenessOf(png(64))).toMatch(/^[01]{64}$/);
});

const drawing = (image: string): Buffer<ArrayBuffer> =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">${image}</svg>`);
const showing = (address: string): Buffer<ArrayBuffer> =>
  drawing(`<image href="${address}" width="64" height="64"/>`);

describe('a drawing', () => {
  test('shows no file of the machine', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twi-drawing-'));
    const file = join(folder, 'a.png');
    const stripes = Buffer.from(Array.from({ length: 64 * 64 }, (_, index) => (index % 64 < 20 ? 0 : 255)));
    const bytes = await sharp(stripes, { raw: { width: 64, height: 64, channels: 1 } })
      .png()
      .toBuffer();
    await writeFile(file, bytes);
    const empty = await likenessOf(drawing(''), 'a.svg');

    expect(await likenessOf(showing(`data:image/png;base64,${bytes.toString('base64')}`), 'a.svg')).not.toBe(
      empty,
    );
    for (const address of [pathToFileURL(file).href, file])
      expect(await likenessOf(showing(address), 'a.svg')).toBe(empty);
    await rm(folder, { recursive: true });
  });

  test('asks nobody for a picture', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // -- it listens on TCP

    await likenessOf(showing(`http://127.0.0.1:${port}/a.png`), 'a.svg');

    expect(asked).toBe(0);
    server.close();
  });
});

test('entities of a drawing do not multiply', async () => {
  const entities = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
  ).join('');
  const svg = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "lol">${entities}]><svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><text>&e9;</text></svg>`;
  const startedAt = performance.now();

  await likenessOf(Buffer.from(svg), 'a.svg');

  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
});
