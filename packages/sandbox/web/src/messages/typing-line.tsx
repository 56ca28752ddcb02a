import { nameOf } from '../state/names.ts';
import { typing } from '../state/typing.ts';

/** More are not told by name. */
const MAXIMUM_NAMES = 3;

/** Who is writing, below the composer; there even while nobody is, so that nothing moves. */
export function TypingLine() {
  const names = typing.value.map(nameOf);
  return (
    <p class="typing" role="status">
      {names.length > 0 && (
        <>
          <i class="typing-dots" aria-hidden="true">
            ●●●
          </i>
          <span>{textFor(names)}</span>
        </>
      )}
    </p>
  );
}

function textFor(names: readonly string[]) {
  if (names.length > MAXIMUM_NAMES) return 'Several people are typing…';
  const list = new Intl.ListFormat('en').formatToParts(names);
  return (
    <>
      {list.map(({ type, value }) => (type === 'element' ? <strong>{value}</strong> : value))}
      {names.length === 1 ? ' is typing…' : ' are typing…'}
    </>
  );
}
