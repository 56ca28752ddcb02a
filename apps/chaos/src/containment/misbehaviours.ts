import type { MemberActor } from '@twi/sandbox';

/** A plugin that does something wrong while it runs. */
export interface Misbehaviour {
  readonly plugin: string;
  readonly what: string;
  /** How many people use it at once. */
  readonly users: number;
  /** Whether nobody else can get anywhere while it does it: then only what comes after its stop is judged. */
  readonly holdsUpEverybody?: boolean;
  use(actor: MemberActor): Promise<unknown>;
}

/** Plugins that have to be kept out: they fail before they could run. */
export const KEPT_OUT = [
  'throws-at-import',
  'throws-in-setup',
  'on-load-throws',
  'on-load-hangs',
  'bad-migration',
  'needs-newer-host',
  'needs-missing',
  'cyclic-a',
  'cyclic-b',
  'twin',
  'malformed-package',
  'too-many-commands',
  'same-command-second',
] as const;

/** Plugins that come in, and have to be stopped. */
export const MISBEHAVIOURS: readonly Misbehaviour[] = [
  {
    plugin: 'handlers-throw',
    what: 'throws in commands and listeners',
    users: 1,
    use: async (actor) => {
      await actor.send('It throws at every message.');
      return actor.slash('throw', { how: 'anything' });
    },
  },
  {
    plugin: 'escaping-errors',
    what: 'throws where nobody catches it',
    users: 1,
    use: (actor) => actor.slash('escape'),
  },
  {
    plugin: 'never-answers',
    what: 'never answers',
    users: 6,
    use: (actor) => actor.slash('never'),
  },
  {
    plugin: 'blocks-loop',
    what: 'blocks the event loop',
    users: 1,
    holdsUpEverybody: true,
    use: async (actor) => (await actor.slash('block')).settled(),
  },
];

/** What the bot beside it does meanwhile, which has only a healthy plugin of others. */
export const HEALTHY: Misbehaviour = {
  plugin: 'healthy',
  what: 'answers',
  users: 1,
  use: async (actor) => {
    await actor.send('Nothing happens.');
    return actor.slash('healthy');
  },
};
