/** Names that may be written on a command line, each with the id it stands for. */
export interface Directory {
  readonly users: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
}

/** What a name can stand for. */
export type Kind = keyof Directory;

const ID = /^(?:<(?:@!?|@&|#)(\d{15,20})>|(\d{15,20}))$/;

/** Finds the id behind `@mallory`, `mallory`, a mention or an id itself; upper and lower case are one. */
export function findId(directory: Directory, kinds: readonly Kind[], text: string): string | undefined {
  const [, mentioned, plain] = ID.exec(text) ?? [];
  const id = mentioned ?? plain;
  if (id !== undefined) return id;
  const wanted = text.replace(/^[@#]&?/, '').toLowerCase();
  for (const kind of kinds) {
    for (const [name, known] of directory[kind]) {
      if (name.toLowerCase() === wanted) return known;
    }
  }
  return undefined;
}

/** The names of some kinds as people read them: `@mallory, #general`. */
export function listNames(directory: Directory, kinds: readonly Kind[]): string {
  const names = kinds.flatMap((kind) =>
    Array.from(directory[kind].keys(), (name) => (kind === 'channels' ? `#${name}` : `@${name}`)),
  );
  return names.length > 0 ? names.join(', ') : 'nobody is here';
}
