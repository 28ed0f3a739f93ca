import { isIP } from 'node:net'
import { isLoopback, isPublicAddress } from './public-address.ts'

/** Names that only a network of somebody's own answers. */
const ownNetworks = /\.(?:internal|local|lan|home\.arpa|intranet|corp)$/

/**
 * Whether an address can be no receiver's, as it is written: said to whoever sets it, so that it is not found out a day later. Where a
 * name leads is looked at each time that something is sent (`pinned-address.ts`); so is this machine, which a hub on a laptop may reach.
 */
export const isOfNobody = (text: string): boolean => {
  const { hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return true
  const host = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  if (isIP(host) !== 0) return !isPublicAddress(host) && !isLoopback(host)
  return host !== 'localhost' && (!host.includes('.') || ownNetworks.test(host))
}
