import { MessageType } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { avatarOf } from '../layout/avatar.ts';
import { Inline } from '../markdown/inline.tsx';
import { colorOf, nameOf, userOf } from '../state/names.ts';

/** What a message answers: another message, or a command that somebody used. */
export function ReplyLine({ message }: { message: APIMessage }) {
  const used = message.interaction_metadata;
  if (used && message.type === MessageType.ChatInputCommand) {
    const user = userOf(used.user.id) ?? used.user;
    const name = 'name' in used && typeof used.name === 'string' ? used.name : 'a command';
    return (
      <discord-reply
        slot="reply"
        author={nameOf(user.id)}
        avatar={avatarOf(user)}
        roleColor={colorOf(user.id) ?? 'var(--strong)'}
      >
        used <strong>/{name}</strong>
      </discord-reply>
    );
  }
  const original = message.referenced_message;
  if (message.type !== MessageType.Reply || original === undefined) return null;
  if (original === null) return <discord-reply slot="reply" deleted />;
  const { author } = original;
  return (
    <discord-reply
      slot="reply"
      author={nameOf(author.id)}
      avatar={avatarOf(author)}
      bot={author.bot === true}
      roleColor={colorOf(author.id) ?? 'var(--strong)'}
      attachment={original.attachments.length > 0}
    >
      {original.content === '' ? <em>No text</em> : <Inline text={original.content} />}
    </discord-reply>
  );
}
