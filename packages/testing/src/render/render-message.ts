import type { APIEmbed, APIMessage, APIModalInteractionResponseCallbackData } from 'discord.js';
import { MessageFlags } from 'discord.js';
import { type Names, readable } from './names.ts';
import { componentLines } from './render-components.ts';

/** A message as a person reads it, line by line. */
export function renderMessage(message: APIMessage, names: Names): string {
  const { author, content, embeds, components = [], attachments, flags = 0 } = message;
  const marks = (flags & MessageFlags.Ephemeral) === 0 ? '' : ' (only you can see this)';
  const lines = [
    ...((flags & MessageFlags.Loading) === 0 ? [] : ['thinking…']),
    ...(content ? content.split('\n') : []),
    ...embeds.flatMap(embedLines),
    ...componentLines(components),
    ...attachments.map(({ filename }) => `(file: ${filename})`),
  ];
  const body = lines.map((line) => `  ${readable(line, names)}`.trimEnd());
  return [`${author.username}${marks}:`, ...body].join('\n');
}

/** A modal as a person reads it. */
export function renderModal(modal: APIModalInteractionResponseCallbackData, names: Names): string {
  const body = componentLines(modal.components).map((line) => `  ${readable(line, names)}`);
  return [`(a form opens) ${modal.title}`, ...body].join('\n');
}

function embedLines({ title, description, fields = [], image, footer, author }: APIEmbed): string[] {
  const texts = [
    author?.name,
    title && `# ${title}`,
    description,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    image && `(picture: ${image.url})`,
    footer?.text,
  ];
  return texts.flatMap((text) => (text ? text.split('\n').map((line) => `| ${line}`) : []));
}
