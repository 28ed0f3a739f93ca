import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { isLoopback, isPublicAddress } from './public-address.ts'

export type Address = { readonly address: string; readonly family: number }

/** Which addresses may be connected to: of the internet alone, or on a laptop this machine's own too. */
export type Reach = 'internet' | 'loopback-too'

const isWithin: Readonly<Record<Reach, (address: string) => boolean>> = {
  internet: isPublicAddress,
  'loopback-too': (address) => isPublicAddress(address) || isLoopback(address),
}

/**
 * The address to connect to: one that the host has, where every one that it has is within reach, for who answers with both waits
 * for the other to be taken. IPv4 first: a function has no way out to the other.
 */
export const addressWithin = (
  addresses: readonly Address[],
  reach: Reach,
): Address | 'none' | 'out-of-reach' => {
  const [first] = addresses.toSorted((one, other) => one.family - other.family)
  if (first === undefined) return 'none'
  return addresses.every(({ address }) => isWithin[reach](address)) ? first : 'out-of-reach'
}

/** Every address of a host; none where nobody says in time. */
export const addressesOf = (host: string, milliseconds: number): Promise<readonly Address[]> => {
  const found = lookup(host, { all: true, verbatim: true }).catch(() => [])
  return Promise.race([found, setTimeout(milliseconds, [], { ref: false })])
}

/** Lets a connection go to this address and no other: nobody looks the host's name up a second time. */
export const onlyTo =
  ({ address, family }: Address): LookupFunction =>
  (_host, { all }, done) =>
    all === true ? done(null, [{ address, family }]) : done(null, address, family)
