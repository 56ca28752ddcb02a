const { Precondition } = require('@sapphire/framework');

class OwnerOnlyPrecondition extends Precondition {
  async chatInputRun(interaction) {
    return this.#check(interaction.guild, interaction.user.id);
  }

  async messageRun(message) {
    return this.#check(message.guild, message.author.id);
  }

  #check(guild, userId) {
    return guild?.ownerId === userId ? this.ok() : this.error({ message: 'Only the owner may do that.' });
  }
}

module.exports = { OwnerOnlyPrecondition };
