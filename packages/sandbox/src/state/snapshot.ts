import type { WorldState } from './world.ts';

/** Raised when a change of the state's shape makes old files unreadable. */
const VERSION = 1;

/** Writes a world's state as JSON; maps, sets, big integers and bytes are wrapped in an object that names them. */
export function serialiseState(state: WorldState): string {
  return JSON.stringify({ version: VERSION, state }, function wrap(this: Record<string, unknown>, key) {
    // `this[key]` is the value before a Buffer's own toJSON has changed it.
    const value = this[key];
    if (value instanceof Map) return { $map: [...value] };
    if (value instanceof Set) return { $set: [...value] };
    if (typeof value === 'bigint') return { $bigint: value.toString() };
    if (Buffer.isBuffer(value)) return { $bytes: value.toString('base64') };
    return value;
  });
}

/** Reads what `serialiseState` wrote. @throws SyntaxError or TypeError for anything else */
export function parseState(json: string): WorldState {
  const saved: unknown = JSON.parse(json, (_key, value: unknown) => unwrap(value));
  if (typeof saved !== 'object' || saved === null || !('version' in saved) || !('state' in saved)) {
    throw new TypeError('It holds no saved sandbox');
  }
  if (saved.version !== VERSION) {
    throw new TypeError(
      `It was saved in version ${String(saved.version)}; this sandbox reads version ${VERSION}`,
    );
  }
  // -- only serialiseState writes this version
  return saved.state as WorldState;
}

function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value) return new Map(value.$map as [unknown, unknown][]);
  if ('$set' in value) return new Set(value.$set as unknown[]);
  if ('$bigint' in value) return BigInt(value.$bigint as string);
  if ('$bytes' in value) return Buffer.from(value.$bytes as string, 'base64');
  return value;
}
