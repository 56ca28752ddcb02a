import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Brings the posted menus of roles up to date after a change. */
export const refreshRolePanelsJob = defineJob({
  data: z.object({ guildId: snowflake }),
  run: ({ data, container }) => container.utility.rolePanels.refresh(data.guildId),
});
