import type { Destination } from './destination.ts';

type Json = Readonly<Record<string, unknown>>;

/** The `package.json` of a plugin: the template's with its name, and with what a project of its own has besides. */
export function packageJson(template: string, extra: string, destination: Destination): string {
  const merged = merge(JSON.parse(template), JSON.parse(extra));
  return `${JSON.stringify({ ...merged, name: destination.packageName }, undefined, 2)}\n`;
}

function merge(base: Json, extra: Json): Json {
  const added = Object.entries(extra).map(([key, value]) => {
    const before = base[key];
    return [key, isObject(before) && isObject(value) ? { ...before, ...value } : value];
  });
  return { ...base, ...Object.fromEntries(added) };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
