import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { avatarOf } from '../layout/avatar.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { openMenu } from '../menu/menu.ts';
import { slots } from '../slots.ts';
import { deleteMessage } from '../state/acts.ts';
import { colorOf, nameOf, userOf } from '../state/names.ts';
import { attempt } from '../state/notices.ts';
import { me, ownMember } from '../state/place.ts';
import { Attachments } from './attachments.tsx';
import { editingId } from './draft.ts';
import { Embed } from './embed.tsx';
import { MessageEditor } from './message-editor.tsx';
import { messageMenu } from './message-menu.ts';
import { MessageToolbar } from './message-toolbar.tsx';
import { Reactions } from './reactions.tsx';
import { Poll } from './poll.tsx';
import { PollResult, isPollResult } from './poll-result.tsx';
import { ReplyLine } from './reply-line.tsx';
import { timeOf, whenOf } from './when-of.ts';

/** One message as Discord shows it. */
export function Message({ message, isContinued }: { message: APIMessage; isContinued: boolean }) {
  const { author } = message;
  const name = message.webhook_id === undefined || userOf(author.id) ? nameOf(author.id) : author.username;
  const Components = slots.MessageComponents.value;
  const color = colorOf(author.id);
  return (
    <discord-message
      class={isContinued ? 'message continued' : 'message'}
      role="article"
      aria-label={`${name}, ${whenOf(message.timestamp)}`}
      author={name}
      avatar={avatarOf(author)}
      bot={author.bot === true}
      timestamp={isContinued ? timeOf(message.timestamp) : whenOf(message.timestamp)}
      edited={message.edited_timestamp !== null && !isThinking(message)}
      ephemeral={isEphemeral(message)}
      highlight={mentionsMe(message)}
      messageBodyOnly={isContinued}
      dismissMessageClicked={() => attempt(() => deleteMessage(message.id))}
      onContextMenu={(event: MouseEvent) => openMenu(event, 'Message', messageMenu(message))}
      {...(color !== undefined && { roleColor: color })}
    >
      <ReplyLine message={message} />
      {editingId.value === message.id ? <MessageEditor message={message} /> : <Content message={message} />}
      {message.poll && <Poll message={message} poll={message.poll} />}
      {!isPollResult(message) && message.embeds.map((embed) => <Embed embed={embed} />)}
      <Attachments attachments={message.attachments} />
      {Components && (message.components?.length ?? 0) > 0 && (
        <div slot="components">
          <Components message={message} />
        </div>
      )}
      <Reactions message={message} />
      <MessageToolbar message={message} />
    </discord-message>
  );
}

function Content({ message }: { message: APIMessage }) {
  if (isThinking(message)) {
    return (
      <span class="thinking" role="status">
        <i aria-hidden="true">● ● ●</i> {nameOf(message.author.id)} is thinking…
      </span>
    );
  }
  if (isPollResult(message)) return <PollResult message={message} />;
  const system = SYSTEM_TEXTS[message.type];
  if (system !== undefined) return <em class="muted">{system}</em>;
  return (
    <span class="lines">
      <Markdown text={message.content} />
    </span>
  );
}

const SYSTEM_TEXTS: Readonly<Record<number, string>> = {
  [MessageType.ChannelPinnedMessage]: 'pinned a message to this channel.',
  [MessageType.ThreadCreated]: 'started a thread.',
  [MessageType.ThreadStarterMessage]: 'started this thread from a message.',
  [MessageType.UserJoin]: 'joined the server.',
};

function isThinking({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Loading) !== 0;
}

function isEphemeral({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function mentionsMe({ mentions, mention_roles: roles, mention_everyone: everyone }: APIMessage): boolean {
  if (everyone || mentions.some(({ id }) => id === me.value)) return true;
  return roles.some((id) => ownMember.value?.roles.includes(id));
}
