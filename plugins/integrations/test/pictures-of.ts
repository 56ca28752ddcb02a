import type { TestReply } from '@twi/testing';
import { type APIMessage, ComponentType } from 'discord.js';

/** The addresses of the pictures that a message shows. */
export function picturesOf({ message }: { readonly message: APIMessage } | TestReply): string[] {
  const { embeds, components = [] } = message;
  const inEmbeds = embeds.flatMap(({ image }) => image?.url ?? []);
  const inContainers = components
    .flatMap((each) => (each.type === ComponentType.Container ? each.components : []))
    .flatMap((each) => (each.type === ComponentType.MediaGallery ? each.items : []))
    .map(({ media }) => media.url);
  return [...inEmbeds, ...inContainers];
}
