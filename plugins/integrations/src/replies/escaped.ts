import { escapeMarkdown } from 'discord.js';

/** What somebody elsewhere wrote, shown as they wrote it: nothing that Discord would format, link or mention. */
export function escaped(text: string): string {
  return escapeMarkdown(text, {
    heading: true,
    bulletedList: true,
    numberedList: true,
  }).replaceAll(/[<>[\]]/g, String.raw`\$&`);
}
