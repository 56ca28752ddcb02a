const { Argument } = require('@sapphire/framework');

class EvenArgument extends Argument {
  run(parameter) {
    const number = Number(parameter);
    return Number.isInteger(number) && number % 2 === 0
      ? this.ok(number)
      : this.error({ parameter, message: 'That is no even number.' });
  }
}

module.exports = { EvenArgument };
