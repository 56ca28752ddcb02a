import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordFileAttachment } from '@skyra/discord-components-core/discord-file-attachment.js';
import { DiscordLink } from '@skyra/discord-components-core/discord-link.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';

/** Discord's greys are too faint on its grounds: WCAG 2.1 asks for a contrast of 4.5 to 1. */
const LEGIBLE = `
  .discord-message-timestamp,
  .discord-message-edited,
  .discord-message-ephemeral,
  .discord-file-attachment-metadata { color: var(--muted) !important; }
  .discord-embed-title a,
  .discord-message-ephemeral-link,
  .discord-link-light-theme { color: var(--link) !important; }
  .discord-replied-message-username,
  .discord-replied-message-content { opacity: 1 !important; }
  .discord-replied-message-content { color: var(--muted) !important; }
`;
/** Messages without a name begin where those with one do; the time beside them leaves a gap. */
const ALIGNED = `
  .discord-message-body-only-indent {
    flex: none;
    box-sizing: border-box;
    margin-left: 0 !important;
    padding-right: 4px;
  }
`;
/** Pictures of embeds give way where the window is narrow. */
const FITTING = '.discord-embed-image { max-width: min(300px, calc(100vw - 132px)) !important; }';
const LEGIBLE_FOOTER = ':host, :host([light-theme]) { color: var(--muted); }';
const LEGIBLE_MENTION = ':host, :host([light-theme]) { color: var(--mention-text); }';

/** Gives the elements that messages are made of colours that everybody can read, in both themes, and lines them up. */
export function makeElementsLegible(): void {
  const parts = [DiscordEmbed, DiscordFileAttachment, DiscordLink, DiscordMessage, DiscordReply];
  for (const element of parts) element.elementStyles.push(sheetOf(LEGIBLE));
  DiscordMessage.elementStyles.push(sheetOf(ALIGNED));
  DiscordEmbed.elementStyles.push(sheetOf(FITTING));
  DiscordEmbedFooter.elementStyles.push(sheetOf(LEGIBLE_FOOTER));
  DiscordMention.elementStyles.push(sheetOf(LEGIBLE_MENTION));
}

function sheetOf(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}
