import { definePlugin, type Plugin, type PluginContext } from '@twi/sdk';
import { z } from 'zod';

export const PLUGINS = 100;
export const NODE = 'empty-0.use';

const settings = z.object({
  greeting: z.string().default('Hello').meta({ title: 'Greeting', description: 'The first word.' }),
  limit: z.number().int().min(1).max(10).default(3).meta({ title: 'Limit', description: 'How many.' }),
  words: z.array(z.string()).default([]).meta({ title: 'Words', description: 'What counts.' }),
});

/** What the host hands to the first of the plugins. */
export type AskingContext = PluginContext<'empty-0', typeof settings>;

/** Plugins that do nothing; the first one has settings and a node, and hands its context out. */
export function manyPlugins(take: (context: AskingContext) => void): Plugin[] {
  const asking = definePlugin({
    id: 'empty-0',
    title: 'Empty 0',
    description: 'Asks.',
    settings,
    nodes: { [NODE]: { description: 'Use it', default: 'ManageMessages' } },
    setup: (context: AskingContext) => take(context),
  });
  const others = Array.from({ length: PLUGINS - 1 }, (_, index) =>
    definePlugin({
      id: `empty-${index + 1}`,
      title: `Empty ${index + 1}`,
      description: 'Does nothing.',
    }),
  );
  return [asking, ...others];
}
