const PARAMETER = /\{[^}]*\}/g;
const keys = new Map<string, string>();

/**
 * One key for a route, however its parameters are called: `PATCH /channels/{}`.
 * Templates are few, so that each is rewritten once.
 */
export function routeKey(method: string, template: string): string {
  const route = `${method} ${template}`;
  const known = keys.get(route);
  if (known !== undefined) return known;
  const key = route.replaceAll(PARAMETER, '{}').replaceAll('%40', '@');
  keys.set(route, key);
  return key;
}
