import ipaddr from 'ipaddr.js';

/** What the Internet Assigned Numbers Authority has given out for the public IPv6 internet (RFC 4291, section 2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Translates to the IPv4 address in its last 32 bits; networks without IPv4 reach everything through it (RFC 6052). */
const TRANSLATED = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** Public by its number, and in Azure the service that tells a machine its secrets. */
const AZURE_WIRE_SERVER = '168.63.129.16';

/**
 * Whether an IP address is one of the public internet. Everything that is not surely public is not: networks inside of
 * others, this machine, link-local addresses with the metadata services of clouds, and addresses that carry another one.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  return address instanceof ipaddr.IPv4 ? isPublicIPv4(address) : isPublicIPv6(address);
}

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== AZURE_WIRE_SERVER;
}

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicIPv4(address.toIPv4Address());
  if (address.match(TRANSLATED)) return isPublicIPv4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast';
}
