import { BucketScope, CommandOptionsRunTypeEnum } from '@sapphire/framework';
import { startSapphire } from '../start-sapphire.ts';

/** What Sapphire offers against the wrong people in the wrong place too often; nothing is refused here. */
await startSapphire({
  runIn: [CommandOptionsRunTypeEnum.GuildAny],
  requiredUserPermissions: ['SendMessages'],
  cooldownDelay: 1_000,
  cooldownLimit: 1_000_000,
  cooldownScope: BucketScope.User,
});
