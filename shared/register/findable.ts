import type { Person } from '../people/person.ts'
import type { StoredAdult } from './stored.ts'

/** Whether it may be told of this adult where they are: neither they nor any of their children are hidden. */
export const isHidden = ({
  restricted,
  children,
}: Pick<StoredAdult, 'restricted' | 'children'>): boolean =>
  restricted.address || children.some(({ hidesAddress }) => hidesAddress)

/**
 * The adult as they may be searched for and compared. While they are hidden, nothing that tells where they are may find
 * them or weigh for them, so that whoever tries an address or a number gets the answer of "no match" (X2). Name, date of
 * birth and NHS number still lead to them.
 * @see PDS restricted patients; ContactPoint shielding: no hit from a hidden field
 */
export const findable = (adult: Pick<StoredAdult, 'person' | 'restricted' | 'children'>): Person =>
  isHidden(adult) ? { ...adult.person, addresses: [], phones: [], emails: [] } : adult.person
