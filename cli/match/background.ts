import { populationOf } from '../../bench/population/register.ts'
import type { Row } from '../../bench/population/row.ts'
import { lastAdultYear } from '../../local/people/people-types.ts'
import type { MatchCandidate } from '../../shared/matching/match.ts'
import { featuresOf } from '../../shared/matching/normalise/person-features.ts'
import { type Blocks, blocksOf } from '../evaluate/memory-index.ts'
import { factsOf } from '../evaluate/read-people.ts'

/** Invented adults whom every line's register stands among, filed in the match index once. */
export type Background = {
  readonly people: readonly MatchCandidate[]
  readonly blocks: Blocks
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

/** The first `size` adults of the generated register of this seed. */
export const backgroundOf = (size: number, seed: number): Background => {
  const people = adultsOf(size, seed)
  return {
    people,
    blocks: blocksOf(people.map(({ person, children }) => featuresOf(person, children))),
  }
}
