import { randomBytes } from 'node:crypto';
import { ConfigurationError } from '@twi/sdk';
import { expect, test } from 'vitest';
import { KeyRing } from '../../src/credentials/key-ring.ts';

const OLD = randomBytes(32);
const NEW = randomBytes(32);
const PLACE = '100000000000000001/openai';

test('what was sealed opens again, and the ciphertext holds nothing of it', () => {
  const ring = new KeyRing([NEW]);
  const sealed = ring.seal('a secret with ünïcode', PLACE);

  expect(ring.open(sealed, PLACE)).toBe('a secret with ünïcode');
  expect(sealed.ciphertext.toString('latin1')).not.toContain('secret');
  expect(sealed.keyId).toBe(ring.newestId);
});

test('the same secret is never sealed twice alike', () => {
  const ring = new KeyRing([NEW]);

  expect(ring.seal('x', PLACE).ciphertext).not.toEqual(ring.seal('x', PLACE).ciphertext);
});

test('a ciphertext does not open in another place', () => {
  const ring = new KeyRing([NEW]);
  const sealed = ring.seal('x', PLACE);

  expect(() => ring.open(sealed, '100000000000000002/openai')).toThrow(ConfigurationError);
  expect(() => ring.open(sealed, '100000000000000001/google')).toThrow('Enter it again');
});

test('a changed ciphertext does not open, wherever it was changed', () => {
  const ring = new KeyRing([NEW]);
  const { ciphertext, keyId } = ring.seal('x', PLACE);

  for (const at of ciphertext.keys()) {
    const changed = Buffer.from(ciphertext);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => ring.open({ ciphertext: changed, keyId }, PLACE)).toThrow(ConfigurationError);
  }
});

test('a truncated ciphertext does not open', () => {
  const ring = new KeyRing([NEW]);
  const { ciphertext, keyId } = ring.seal('a longer secret', PLACE);

  for (const length of [0, 5, 12, 20, 28, ciphertext.length - 1])
    expect(() => ring.open({ ciphertext: ciphertext.subarray(0, length), keyId }, PLACE)).toThrow(
      ConfigurationError,
    );
});

test('older keys open what they made, and seal nothing', () => {
  const sealed = new KeyRing([OLD]).seal('x', PLACE);
  const ring = new KeyRing([NEW, OLD]);

  expect(ring.open(sealed, PLACE)).toBe('x');
  expect(ring.seal('y', PLACE).keyId).not.toBe(sealed.keyId);
});

test('without the key that made it, the error says what to do and shows no key', () => {
  const sealed = new KeyRing([OLD]).seal('x', PLACE);
  const open = (): string => new KeyRing([NEW]).open(sealed, PLACE);

  expect(open).toThrow(ConfigurationError);
  expect(open).toThrow(/add that key back to `SECRET_ENCRYPTION_KEY`/);
  expect(open).not.toThrow(OLD.toString('base64'));
});

test('without any key nothing is sealed', () => {
  expect(() => new KeyRing([]).seal('x', PLACE)).toThrow(/no `SECRET_ENCRYPTION_KEY`/);
});

test('a key has 32 bytes', () => {
  expect(() => new KeyRing([randomBytes(16)])).toThrow('An encryption key has 32 bytes, not 16.');
});
