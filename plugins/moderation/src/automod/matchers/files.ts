import type { LeafOf } from '../rules/condition.ts';
import type { Matcher, SubjectFile } from './subject.ts';

/** Files, all of them or those of some kinds: extensions (`exe`) or what Discord takes them for (`image/*`). */
export function attachments({ count, kinds }: LeafOf<'attachments'>): Matcher {
  const isMeant =
    kinds.length === 0 ? () => true : (file: SubjectFile) => kinds.some((kind) => isKind(file, kind));
  return {
    cost: 1,
    find({ files }) {
      if (files.length < count) return undefined;
      const meant = files.filter(isMeant);
      if (meant.length < count) return undefined;
      return {
        what:
          kinds.length === 0
            ? `${meant.length} attached ${meant.length === 1 ? 'file' : 'files'}`
            : `the file "${meant[0]?.name}"`,
      };
    },
  };
}

function isKind({ name, contentType = '' }: SubjectFile, kind: string): boolean {
  if (!kind.includes('/')) return name.toLowerCase().endsWith(`.${kind}`);
  const type = contentType.toLowerCase().split(';', 1)[0] ?? '';
  return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
}
