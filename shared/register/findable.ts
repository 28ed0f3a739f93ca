import type { Person } from '../people/person.ts'
import type { StoredAdult } from './stored.ts'

/**
 * The adult as they may be searched for and compared. While the address of any of their children is restricted, nothing
 * that tells where they are may find them or weigh for them, so that whoever tries an address or a number gets the answer
 * of "no match" (X2). Name, date of birth and NHS number still lead to them.
 * @see PDS restricted patients; ContactPoint shielding: no hit from a hidden field
 */
export const findable = ({ person, children }: Pick<StoredAdult, 'person' | 'children'>): Person =>
  children.some(({ hidesAddress }) => hidesAddress)
    ? { ...person, addresses: [], phones: [], emails: [] }
    : person
