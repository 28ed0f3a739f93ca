import { ChildRegister } from '../../bench/children/child-register.ts'
import { familiesOf, registeredChild } from '../../bench/children/families.ts'
import { populationOf } from '../../bench/population/register.ts'
import type { Row } from '../../bench/population/row.ts'
import { lastAdultYear } from '../../local/people/people-types.ts'
import type { MatchCandidate } from '../../shared/matching/match.ts'
import { featuresOf } from '../../shared/matching/normalise/person-features.ts'
import { type Blocks, blocksOf } from '../evaluate/memory-index.ts'
import { factsOf } from '../evaluate/read-people.ts'

/** Invented people whom every line's register stands among, filed in the match index once, children when they are asked for. */
export type Background = {
  readonly people: readonly MatchCandidate[]
  readonly blocks: Blocks
  readonly children: () => ChildRegister
}

export const backgroundPrefix = 'background-'

/** Telephone numbers of which whoever invents a case takes one; were they the background's, they would be shared. */
const isOfCases = /^(07700 900|01632 960)/

const candidateOf = (row: Row, at: number): MatchCandidate => {
  const { identifier, phone } = row
  const facts = factsOf({ ...row, identifier: '', phone: isOfCases.test(phone) ? '' : phone })
  return {
    id: `${backgroundPrefix}${at + 1}`,
    person: { ...facts, nhsNumbers: identifier === '' ? [] : [identifier] },
    children: [],
  }
}

const isAdult = ({ birth_year }: Row): boolean => Number(birth_year) <= lastAdultYear

const adultsOf = (size: number, seed: number): readonly MatchCandidate[] => {
  const adults: MatchCandidate[] = []
  for (const row of populationOf({ people: Number.POSITIVE_INFINITY, seed })) {
    if (adults.length === size) break
    if (isAdult(row)) adults.push(candidateOf(row, adults.length))
  }
  return adults
}

const childrenOf = (size: number, seed: number): ChildRegister => {
  const register = new ChildRegister()
  let added = 0
  for (const family of familiesOf({ people: Number.POSITIVE_INFINITY, seed }))
    for (const child of family.children) {
      if (added === size) return register
      added += 1
      register.add(`${backgroundPrefix}${added}`, registeredChild({ child, family }))
    }
  return register
}

/** The first `size` adults, and as many children, of the generated register of this seed. */
export const backgroundOf = (size: number, seed: number): Background => {
  const people = adultsOf(size, seed)
  let children: ChildRegister | undefined
  return {
    people,
    blocks: blocksOf(people.map(({ person, children: own }) => featuresOf(person, own))),
    children: () => {
      children ??= childrenOf(size, seed)
      return children
    },
  }
}
