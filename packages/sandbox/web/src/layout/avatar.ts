const COLORS = ['#5865f2', '#757e8a', '#3ba55c', '#d9822b', '#ed4245', '#eb459e'] as const;

/** Draws a person's picture: the first letter on one of Discord's six default colours. */
export function avatarOf(user: {
  readonly id: string;
  readonly username: string;
  readonly global_name?: string | null;
}): string {
  const sum = Array.from(user.username, (character) => character.codePointAt(0) ?? 0).reduce(
    (a, b) => a + b,
    0,
  );
  const color = COLORS[sum % COLORS.length] ?? COLORS[0];
  const [letter = '?'] = (user.global_name ?? user.username).toUpperCase();
  const safe = /[\p{L}\p{N}]/u.test(letter) ? letter : '?';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${color}"/><text x="20" y="27" font-family="system-ui,sans-serif" font-size="20" font-weight="600" fill="#fff" text-anchor="middle">${safe}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
