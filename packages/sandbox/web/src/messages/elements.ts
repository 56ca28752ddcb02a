/* oxlint-disable import/no-unassigned-import -- custom elements define themselves when they are imported */
import '@skyra/discord-components-core/discord-attachments.js';
import '@skyra/discord-components-core/discord-author-info.js';
import '@skyra/discord-components-core/discord-code.js';
import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import '@skyra/discord-components-core/discord-file-attachment.js';
import '@skyra/discord-components-core/discord-header.js';
import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-messages.js';
import '@skyra/discord-components-core/discord-pre.js';
import '@skyra/discord-components-core/discord-quote.js';
import '@skyra/discord-components-core/discord-reactions.js';
import '@skyra/discord-components-core/discord-reply.js';
import '@skyra/discord-components-core/discord-spoiler.js';
import '@skyra/discord-components-core/discord-subscript.js';
import '@skyra/discord-components-core/discord-time.js';
import type { HTMLAttributes } from 'preact';

/** A custom element as JSX takes it: its own properties, and those of every element. */
type Element<Name extends keyof HTMLElementTagNameMap> = HTMLAttributes<HTMLElement> &
  Partial<Omit<HTMLElementTagNameMap[Name], keyof HTMLElement>> & { readonly key?: string };

type DiscordElements = {
  [Name in Extract<keyof HTMLElementTagNameMap, `discord-${string}`>]: Element<Name>;
};

declare module 'preact' {
  // -- the namespace that preact looks its elements up in
  namespace JSX {
    interface IntrinsicElements extends DiscordElements {}
  }
}
