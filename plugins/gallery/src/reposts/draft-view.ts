import { UserError } from '@twi/sdk';
import type { GalleryContext } from '../context.ts';
import type { RepostDraft } from '../database/repost-draft-repository.ts';
import type { Destinations, OpenDestination } from '../destinations/destinations.ts';
import { type Choice, choicesOf } from './detection/choices.ts';
import { noDestination } from './repost-refusals.ts';

/** A draft with all that can be chosen for it now. */
export interface DraftView {
  readonly draft: RepostDraft;
  readonly choices: readonly Choice[];
  /** Absent: it is still to be chosen. */
  readonly choice: Choice | undefined;
  /** Those that take the choice, oldest first. */
  readonly destinations: readonly OpenDestination[];
  readonly destination: OpenDestination | undefined;
  readonly isNsfw: boolean;
}

/** Reads what can be chosen for a draft. */
export async function viewDraft(
  { client }: Pick<GalleryContext, 'client'>,
  destinations: Destinations,
  draft: RepostDraft,
): Promise<DraftView> {
  const choices = choicesOf(draft.source);
  const [only] = choices;
  const choice = choices.find(({ id }) => id === draft.choice) ?? (choices.length === 1 ? only : undefined);
  const isNsfw = draft.source.isNsfw || (draft.form?.isNsfw ?? false);
  const accepting = choice ? await destinationsFor(destinations, draft.guildId, { choice, isNsfw }) : [];
  const member = await client.guilds.cache.get(draft.guildId)?.members.fetch(draft.moderatorId);
  // Nobody posts where they may not even look.
  const visible = accepting.filter(
    ({ channel }) => member && channel.permissionsFor(member).has('ViewChannel'),
  );
  const chosen = visible.find(({ channel }) => channel.id === draft.channelId);
  return {
    draft,
    choices,
    choice,
    destinations: visible,
    destination: chosen ?? (visible.length === 1 ? visible[0] : undefined),
    isNsfw,
  };
}

/** @throws {UserError} `gallery.repost-no-destination` where a choice cannot go anywhere */
export function assertDestination({ choice, destinations, isNsfw }: DraftView): void {
  if (choice && destinations.length === 0) throw new UserError(noDestination(choice.kinds, isNsfw));
}

async function destinationsFor(
  destinations: Destinations,
  guildId: string,
  { choice, isNsfw }: { readonly choice: Choice; readonly isNsfw: boolean },
): Promise<readonly OpenDestination[]> {
  const [main, ...others] = choice.kinds;
  const taking = await destinations.accepting(guildId, main, isNsfw);
  return taking.filter(({ destination }) => others.every((kind) => destination.kinds.includes(kind)));
}
