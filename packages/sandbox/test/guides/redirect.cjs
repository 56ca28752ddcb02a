// What REST clients take as Discord's address is a default that can be set: the bots themselves stay as the guides have them.
const { DefaultRestOptions } = require('discord.js');

DefaultRestOptions.api = process.env.SANDBOX_API;

/** Answers to requests take a few turns of the event loop until the bot has read them. */
const TURNS_MS = 30;

// Tells when the bot has done what it had to do, see `GuideBot.idle`.
process.on('message', () => setTimeout(() => process.send('idle'), TURNS_MS));
process.channel?.unref();
