import type { Exchange } from '@twi/sandbox';
import type { APIMessage } from 'discord.js';

/** The message that an exchange came to, once a deferred one has its content. */
export async function answer(exchange: Promise<Exchange>): Promise<APIMessage> {
  const { response } = await (await exchange).settled();
  if (!response) throw new Error('There was no answer.');
  return response;
}

/** All that can be read. */
export function text({ content, embeds }: APIMessage): string {
  const parts = embeds.flatMap(({ title, description, footer }) => [title, description, footer?.text]);
  return [content, ...parts].filter(Boolean).join('\n');
}

export function buttonsOf({ components = [] }: APIMessage): string[] {
  return components.flatMap((row) =>
    'components' in row
      ? row.components.flatMap((component) =>
          'label' in component && component.label ? component.label : [],
        )
      : [],
  );
}
