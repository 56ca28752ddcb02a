import { CredentialRepository } from '@twi/database';
import type { PluginProof, ProofBench, ProofCast } from '@twi/testing';

const FORM_STATE = (): string => 'core.0.locale';

/** The host is no plugin's package, so what its own commands need stands here. */
export const proof: PluginProof = {
  handlers: {
    'config-form': { state: () => 'core.0.0' },
    'config-history': { state: () => 'core/1' },
    'config-page': { state: FORM_STATE },
    'config-pick': { state: FORM_STATE, value: 'en-US' },
    'config-select': { value: 'core' },
    'config-show': { state: FORM_STATE },
    'config-type': { state: FORM_STATE },
    'plugin-select': { value: 'core' },
    'plugin-toggle': { state: () => 'disable.x' },
  },
  leaveTraces,
  traceless: { plugin_state: 'The error with which a plugin could not be loaded: none fails here.' },
};

async function leaveTraces({ database, guild, host }: ProofBench, { una, bob, owner }: ProofCast) {
  await una.does('config set', { plugin: 'core', key: 'locale', value: 'en-US' }, /locale/i);
  for (const { id } of host.plugins.list().filter(({ id: pluginId }) => pluginId !== 'core')) {
    await una.does('plugins disable', { plugin: id }, /./);
    await una.does('plugins enable', { plugin: id }, /./);
  }
  await owner.does('permissions grant', { node: 'core.audit', target: una.id }, /core\.audit/);
  await una.slash('permissions deny', { node: 'core.config', target: bob.id });
  // There is no command for it: plugins ask for credentials in their own.
  await new CredentialRepository(database.handle.db).save({
    guildId: guild.id,
    service: 'example',
    ciphertext: Buffer.from('sealed'),
    keyId: 'proof',
    rotatedBy: una.id,
  });
  await una.does('privacy export', {}, /direct message/);
}
