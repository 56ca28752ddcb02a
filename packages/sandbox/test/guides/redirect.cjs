// What REST clients take as Discord's address is a default that can be set: the bots themselves stay as the guides have them.
const { DefaultRestOptions } = require('discord.js');

DefaultRestOptions.api = process.env.SANDBOX_API;
