const TRACKING = /^(?:utm_\w+|mc_(?:cid|eid)|_hs(?:enc|mi)|oly_(?:anon|enc)_id|vero_id)$/;

const TRACKERS: ReadonlySet<string> = new Set([
  'dclid',
  'fbclid',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'mibextid',
  'mkt_tok',
  'msclkid',
  'ref_src',
  'ref_url',
  's_cid',
  'si',
  'srsltid',
  'ttclid',
  'twclid',
  'wbraid',
  'wickedid',
  'yclid',
]);

/** Whether a parameter says where somebody came from, and not what they see. */
export function isTracking(parameter: string): boolean {
  const name = parameter.toLowerCase();
  return TRACKING.test(name) || TRACKERS.has(name);
}
