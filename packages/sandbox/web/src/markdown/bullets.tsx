import type { BulletList } from './bullet-tree.ts';
import { Inline } from './inline.tsx';

/** Lists of points, with those below them. */
export function Bullets({ lists }: { lists: readonly BulletList[] }) {
  return (
    <>
      {lists.map(({ start, bullets }) => {
        const items = bullets.map(({ text, below }) => (
          <li>
            <Inline text={text} />
            <Bullets lists={below} />
          </li>
        ));
        return start === undefined ? (
          <ul class="bullets">{items}</ul>
        ) : (
          <ol class="bullets" start={start}>
            {items}
          </ol>
        );
      })}
    </>
  );
}
