import type { MemberActor, SlashValues } from '@twi/sandbox';
import type { Stage } from '../stage.ts';
import type { Talk } from '../talk.ts';
import type { Turn } from '../turn.ts';

/** Who does something where. */
export interface Scene {
  readonly stage: Stage;
  readonly talk: Talk;
  readonly turn: Turn;
  readonly actor: MemberActor;
}

/** Something that people do again and again. */
export interface Deed {
  readonly kind: string;
  /** How often it is done, compared with the others. */
  readonly weight: number;
  readonly by: 'staff' | 'member' | 'doubter';
  perform(scene: Scene): Promise<unknown>;
}

/** A deed that is one slash command. */
export function command(
  { kind, weight, by }: Pick<Deed, 'kind' | 'weight' | 'by'>,
  line: string,
  valuesOf: (scene: Scene) => SlashValues = () => ({}),
): Deed {
  return {
    kind,
    weight,
    by,
    perform: (scene) => scene.turn.answer(scene.actor.slash(line, valuesOf(scene))),
  };
}
