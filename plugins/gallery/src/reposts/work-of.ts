import type { DestinationChannel } from '../destinations/destination-channel.ts';
import type { GalleryContext } from '../context.ts';
import type { RepostDraft } from '../database/repost-draft-repository.ts';
import type { Choice } from './detection/choices.ts';
import type { Fingerprint } from './files/fingerprint.ts';
import { creatorIdOf, type Work } from './posting/post-content.ts';
import type { RepostForm } from './repost-form.ts';

/** What a draft would be posted as in a channel. */
export async function workOf(
  { services }: Pick<GalleryContext, 'services'>,
  parts: {
    readonly draft: RepostDraft;
    readonly form: RepostForm;
    readonly choice: Choice;
    readonly fingerprints: readonly (Fingerprint | null)[];
    readonly channel: DestinationChannel;
  },
): Promise<Work> {
  const { draft, form, choice, fingerprints, channel } = parts;
  const userId = creatorIdOf({ source: draft.source, form });
  const creatorLinks = services.get('creator-links', draft.guildId);
  const links = userId
    ? await creatorLinks?.linksOf({ guildId: draft.guildId, userId, nsfw: channel.nsfw })
    : undefined;
  return {
    source: draft.source,
    choice,
    form,
    creatorLinks: links ?? [],
    uncopied: choice.files.filter((_file, index) => !fingerprints[index]),
  };
}
