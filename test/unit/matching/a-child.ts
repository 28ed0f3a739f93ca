import type { AdultOfChild, ChildFacts } from '../../../shared/matching/child-facts.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { type MatchResult, matchChild } from '../../../shared/matching/match.ts'

export const home = [
  { houseNumber: '61', street: 'Foundry Street', town: 'Westmarch', postcode: 'WM1 9LD' },
]
export const elsewhere = [
  { houseNumber: '3', street: 'Quay Road', town: 'Cragthorpe', postcode: 'NM4 1AA' },
]
export const mother: AdultOfChild = {
  names: [{ given: 'Magda', family: 'Lutz' }],
  dateOfBirth: '1990-02-13',
  relationship: 'MOTHER',
}
export const partner: AdultOfChild = {
  names: [{ given: 'Steffan', family: 'Barlow' }],
  dateOfBirth: '1991-02-11',
  relationship: 'PARTNER_OF_PARENT',
}

/** A child of a rare name, at home with the mother; a test states only what it is about. */
export const aChild = (over: Partial<ChildFacts> = {}): ChildFacts => ({
  names: [{ given: 'Dorian', family: 'Pelz' }],
  dateOfBirth: '2022-03-24',
  nhsNumbers: [],
  addresses: home,
  adults: [mother],
  ...over,
})

/** What a concern knows of whom it has hardly heard of. */
export const aFaintChild = (over: Partial<ChildFacts> = {}): ChildFacts => ({
  names: [],
  nhsNumbers: [],
  addresses: [],
  adults: [],
  ...over,
})

/** Matches a child among registered ones, by their ids. */
export const matched = (
  query: ChildFacts,
  registered: Readonly<Record<string, ChildFacts>>,
): MatchResult =>
  matchChild({
    query,
    candidates: Object.entries(registered).map(([id, child]) => ({ id, child })),
    model: defaultModel,
    incomplete: false,
  })
