import { type Guild, GuildPremiumTier } from 'discord.js';

const MEBIBYTE = 1_048_576;

/** https://docs.discord.com/developers/reference#uploading-files, and the perks of boosted servers */
const LIMITS: Readonly<Record<GuildPremiumTier, number>> = {
  [GuildPremiumTier.None]: 10 * MEBIBYTE,
  [GuildPremiumTier.Tier1]: 10 * MEBIBYTE,
  [GuildPremiumTier.Tier2]: 50 * MEBIBYTE,
  [GuildPremiumTier.Tier3]: 100 * MEBIBYTE,
};

/** How many bytes one file may have in a guild. */
export function uploadLimit({ premiumTier }: Pick<Guild, 'premiumTier'>): number {
  return LIMITS[premiumTier];
}
