/** What the bots without a host write to. */
export const NOTES_TABLE = `
  create table public.notes (
    id bigint primary key generated always as identity,
    guild_id bigint not null,
    user_id bigint not null,
    written_at timestamptz not null default now()
  )`;
