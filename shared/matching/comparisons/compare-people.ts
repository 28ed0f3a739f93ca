import type { PersonFeatures } from '../normalise/person-features.ts'
import { compareAddresses } from './address.ts'
import { compareChildren } from './children.ts'
import { compareAsChildren, isHomeUnsaid } from './compare-as-children.ts'
import type { Findings } from './comparisons.ts'
import { compareDatesOfBirth } from './date-of-birth.ts'
import { compareEmails } from './email.ts'
import { type NamePairing, pairNames } from './name-pairing.ts'
import { compareSexes } from './sex.ts'
import { compareShared } from './shared-value.ts'
import { compareTowns } from './town.ts'

/** What comparing two people found. `names` tells which of their names were laid together. */
export type Comparison = {
  readonly names: NamePairing | undefined
  readonly findings: Findings
}

/** Compares two people by everything that is known of both, two children as children too. Symmetric. */
export const comparePeople = (a: PersonFeatures, b: PersonFeatures): Comparison => {
  const names = pairNames(a.names, b.names)
  const date = compareDatesOfBirth(a.dateOfBirth, b.dateOfBirth)
  const address = compareAddresses(a.addresses, b.addresses)
  const isUnsaid = isHomeUnsaid(a.ofChild, b.ofChild, address)
  const findings: Findings = {
    'name-form': names?.form,
    'given-name': names?.given,
    'family-name': names?.family,
    'date-of-birth': date,
    identifier: compareShared(a.identifiers, b.identifiers),
    phone: compareShared(a.phones, b.phones),
    email: compareEmails(a.emails, b.emails),
    address: isUnsaid ? undefined : address,
    town: isUnsaid ? undefined : compareTowns(a.addresses, b.addresses, address),
    sex: compareSexes(a.sex, b.sex),
    children: compareChildren(a.children, b.children),
  }
  if (a.ofChild === undefined || b.ofChild === undefined) return { names, findings }
  return {
    names,
    findings: { ...findings, ...compareAsChildren(a.ofChild, b.ofChild, { names, date }) },
  }
}
