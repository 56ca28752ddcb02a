import type { PermissionEffect } from '@twi/database';
import { quotable, type UserError } from '@twi/sdk';
import { roleMention, userMention } from 'discord.js';
import type { OverrideSubject } from './override-subject.ts';

type Refusal = UserError.Options;

interface Asked {
  readonly node: string;
  readonly subject: OverrideSubject;
}

export function subjectMention(subject: OverrideSubject): string {
  return 'roleId' in subject ? roleMention(subject.roleId) : userMention(subject.userId);
}

/** What an override does, in a sentence: `granted to`. */
export const EFFECT_WORDS = { allow: 'granted to', deny: 'denied to' } as const satisfies Record<
  PermissionEffect,
  string
>;

export const noSuchNode = (typed: string): Refusal => ({
  identifier: 'core.no-such-node',
  message: `There is no permission “${quotable(typed)}”. \`node\` takes one of those that are suggested while you type.`,
});

export const noSuchOverride = ({ node, subject }: Asked): Refusal => ({
  identifier: 'core.no-such-override',
  message: `\`${quotable(node)}\` is neither granted nor denied to ${subjectMention(subject)}, so there is nothing to clear.`,
});

export const sameOverride = ({
  node,
  subject,
  effect,
}: Asked & { readonly effect: PermissionEffect | null }): Refusal => ({
  identifier: 'core.same-override',
  message: `\`${node}\` is ${effect === null ? 'not set for' : EFFECT_WORDS[effect]} ${subjectMention(subject)} already.`,
});

export const wouldLockOut = (): Refusal => ({
  identifier: 'core.would-lock-out',
  message:
    'You would lose `core.permissions` by that and could not take it back. Somebody else who holds it, or the owner of this server, can do it.',
});

export const overrideMoved = ({ node, subject }: Asked, now: PermissionEffect | null): Refusal => ({
  identifier: 'core.override-moved',
  message: `Somebody changed that since: \`${node}\` is now ${now === null ? 'not set for' : EFFECT_WORDS[now]} ${subjectMention(subject)}. Use \`/permissions\` to set it anew.`,
});

export const notAMember = (option: string): Refusal => ({
  identifier: 'core.not-a-member',
  message: `\`${option}\` takes a member of this server.`,
});
