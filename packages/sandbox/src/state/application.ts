import type { APIApplication, APIUser } from 'discord-api-types/v10';
import { bitFlags } from './bit-flags.ts';

/** The application whose bot logs in. */
export interface ApplicationRecord {
  readonly id: string;
  readonly botId: string;
  readonly token: string;
  readonly ownerId: string;
  readonly name: string;
  /** Bits of the privileged intents that are switched on for it (2 members, 256 presences, 32768 content). */
  privilegedIntents: number;
  description: string;
}

const FLAG_PRESENCE_LIMITED = 1 << 13;
const FLAG_MEMBERS_LIMITED = 1 << 15;
const FLAG_CONTENT_LIMITED = 1 << 19;
const INTENT_MEMBERS = 1 << 1;
const INTENT_PRESENCES = 1 << 8;
const INTENT_CONTENT = 1 << 15;

/** The application's flags that tell which privileged intents it may use. */
export function applicationFlags(application: ApplicationRecord): number {
  const may = (intent: number, flag: number) => ((application.privilegedIntents & intent) === 0 ? 0 : flag);
  return (
    may(INTENT_PRESENCES, FLAG_PRESENCE_LIMITED) |
    may(INTENT_MEMBERS, FLAG_MEMBERS_LIMITED) |
    may(INTENT_CONTENT, FLAG_CONTENT_LIMITED)
  );
}

/** Renders the application as its owner's bot sees it. */
export function renderApplication(
  application: ApplicationRecord,
  bot: APIUser,
  owner: APIUser | undefined,
): Partial<APIApplication> {
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: application.description,
    bot_public: true,
    bot_require_code_grant: false,
    bot,
    verify_key: application.id.padStart(64, '0'),
    team: null,
    flags: bitFlags(applicationFlags(application)),
    integration_types_config: { '0': { oauth2_install_params: { scopes: [], permissions: '0' } } },
    redirect_uris: [],
    approximate_guild_count: 0,
    ...(owner && { owner }),
  };
}
