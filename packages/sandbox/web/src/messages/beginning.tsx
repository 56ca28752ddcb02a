import { avatarOf } from '../layout/avatar.ts';
import { ChannelIcon } from '../layout/channel-icon.tsx';
import { nameOf, userOf } from '../state/names.ts';
import { channel, guildId, DIRECT, view } from '../state/place.ts';

/** Stands above the first message: where one is. */
export function Beginning() {
  if (guildId.value === DIRECT) return <BeginningOfDirect />;
  const { value: shown } = channel;
  if (!shown) return null;
  return (
    <div class="beginning">
      <span class="beginning-mark" aria-hidden="true">
        <ChannelIcon type={shown.type} />
      </span>
      <h2>{shown.thread ? shown.name : `Welcome to #${shown.name}!`}</h2>
      <p>
        This is the beginning of <strong>{shown.thread ? shown.name : `#${shown.name}`}</strong>.
      </p>
    </div>
  );
}

function BeginningOfDirect() {
  const bot = userOf(view.value?.botId ?? '');
  if (!bot) return null;
  return (
    <div class="beginning">
      <img class="round" src={avatarOf(bot)} alt="" width="68" height="68" />
      <h2>{nameOf(bot.id)}</h2>
      <p>
        This is the beginning of your direct messages with <strong>{nameOf(bot.id)}</strong>.
      </p>
    </div>
  );
}
