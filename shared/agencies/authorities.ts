import * as z from 'zod'
import { keysOf } from '../kernel/keys-of.ts'

/**
 * The authorities this hub serves, by GSS code (E06 unitary, E08 metropolitan, E09 London, E10 county). The three here are invented (numbers from 991 are not issued); a deployment lists
 * its own. Topics, queues and routing are made from this list.
 */
export const authorities = {
  E06000991: { name: 'Westmarch', key: 'westmarch' },
  E08000992: { name: 'Northmoor', key: 'northmoor' },
  E10000993: { name: 'Eastvale', key: 'eastvale' },
} as const satisfies Record<string, { readonly name: string; readonly key: string }>
export type AuthorityCode = keyof typeof authorities
export const authorityCodes = keysOf(authorities)

/** The form of a code of an English authority, whether the hub serves it or not. */
export const gssCodeSchema = z.string().regex(/^E(06|08|09|10)\d{6}$/, {
  error: 'GSS code of an English authority, such as E06000991',
})

export const isServed = (code: string): code is AuthorityCode => code in authorities

/** An authority that the hub serves; any other code has nobody behind it to answer. */
export const authorityCodeSchema = z.enum(authorityCodes).meta({
  description: 'GSS code of a local authority that this hub serves',
})
