import { customId, type PlainReply, reply, type Translator } from '@twi/sdk';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, type Snowflake } from 'discord.js';
import type { Backfill } from '../backfill/backfills.ts';

const BAR_LENGTH = 20;

/** How far a back-fill is, with a button that ends it. */
export function backfillReply(backfill: Backfill, channelId: Snowflake, t: Translator): PlainReply {
  const { id, state, days, scanned, counted } = backfill;
  const options = {
    title: t('stats:backfill.title'),
    fields: [
      { name: t('stats:backfill.days'), value: amount(days, t), inline: true },
      { name: t('stats:backfill.scanned'), value: amount(scanned, t), inline: true },
      { name: t('stats:backfill.counted'), value: amount(counted, t), inline: true },
    ],
  };
  if (state === 'done') return reply.success(t('stats:backfill.done', { channelId }), options);
  if (state === 'stopped') return reply.warning(t('stats:backfill.stopped', { channelId }), options);
  const how = state === 'finding' ? t('stats:backfill.finding') : barOf(backfill);
  return reply.info(`${t('stats:backfill.counting', { channelId })}\n${how}`, {
    ...options,
    components: [stopButton(`stop:${channelId}:${id}`, t)],
  });
}

const amount = (value: number, t: Translator): string => value.toLocaleString(t.locale);

function barOf({ done }: Backfill): string {
  const full = Math.round(done * BAR_LENGTH);
  return `\`${'█'.repeat(full)}${'░'.repeat(BAR_LENGTH - full)}\` ${Math.floor(done * 100)} %`;
}

function stopButton(state: string, t: Translator): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder()
      .setCustomId(customId('stats', 'backfill', state))
      .setLabel(t('stats:backfill.stop'))
      .setStyle(ButtonStyle.Danger),
  );
}
