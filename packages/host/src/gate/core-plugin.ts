/** The id of the host's own plugin, which is on everywhere and never stopped. */
export const CORE_PLUGIN_ID = 'core';
