let guilds = 0;

/** The id of a guild that no other test uses; its row does not exist yet. */
export function newGuildId(): string {
  guilds += 1;
  return `9000000000000${String(guilds).padStart(5, '0')}`;
}
