import type { Address } from '../people/person.ts'
import { childLookupKeys } from './child-keys.ts'
import { type IndexKey, lookupKeys } from './index-keys.ts'

const ofHome = new Set(['house-street', 'property', 'child-house', 'child-property'])

const nobody = { names: [], nhsNumbers: [], phones: [], emails: [] }

/** The keys under which whoever lives at these addresses is found, adults and children. */
export const homeKeys = (addresses: readonly Address[]): readonly IndexKey[] =>
  addresses
    .flatMap((address) => [
      ...lookupKeys({ ...nobody, addresses: [address] }),
      ...childLookupKeys({ names: [], nhsNumbers: [], addresses: [address], adults: [] }),
    ])
    .filter(({ type }) => ofHome.has(type))

/** Whether a key leads to children. */
export const isChildKey = ({ type }: IndexKey): boolean => type.startsWith('child-')
