import { useSignal } from '@preact/signals';
import type { ChannelView } from '../../../src/web/live-protocol.ts';
import { startThread } from '../state/acts.ts';
import { nameOf } from '../state/names.ts';
import { openChannel } from '../state/navigation.ts';
import { attempt } from '../state/notices.ts';
import { mayHere } from '../state/permissions.ts';
import { guild } from '../state/place.ts';

/** The posts of a forum, the latest first, and a form for another. */
export function ForumPosts({ forum }: { forum: ChannelView }) {
  const posts = (guild.value?.channels ?? [])
    .filter(({ parentId, thread }) => parentId === forum.id && thread)
    .toReversed();
  return (
    <div class="forum">
      {mayHere('SendMessages') && <NewPost />}
      {posts.length === 0 && <p class="muted">There are no posts yet.</p>}
      <ul>
        {posts.map((post) => (
          <li key={post.id}>
            <button type="button" class="post" onClick={() => openChannel(post.id)}>
              <strong>{post.name}</strong>
              <span class="muted">
                {nameOf(post.thread?.ownerId ?? '')} · {countOf(post)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function countOf({ thread }: ChannelView): string {
  const count = thread?.messageCount ?? 0;
  return count === 1 ? '1 message' : `${count} messages`;
}

function NewPost() {
  const name = useSignal('');
  const content = useSignal('');
  const post = async () => {
    const { id } = await startThread({ name: name.value, content: content.value });
    openChannel(id);
  };
  return (
    <form
      class="new-post"
      aria-label="New post"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(post);
      }}
    >
      <input
        aria-label="Title"
        placeholder="Title"
        maxLength={100}
        required
        value={name}
        onInput={({ currentTarget }) => (name.value = currentTarget.value)}
      />
      <textarea
        aria-label="Message"
        placeholder="Enter a message…"
        rows={2}
        required
        value={content}
        onInput={({ currentTarget }) => (content.value = currentTarget.value)}
      />
      <button type="submit" class="primary">
        Post
      </button>
    </form>
  );
}
