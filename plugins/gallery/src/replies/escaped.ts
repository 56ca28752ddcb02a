import { escapeMarkdown } from 'discord.js';

/** What somebody wrote, shown as they wrote it: on one line, with nothing that Discord would format or link. */
export function escaped(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/gu, ' '), {
    heading: true,
    bulletedList: true,
    numberedList: true,
    maskedLink: true,
  });
}

/** A tag as it stands in texts. */
export function tagText(tag: string): string {
  return `\`${tag.replaceAll('`', "'")}\``;
}
