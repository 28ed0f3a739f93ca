import { expect, it } from 'vitest'
import type { PersonRecord } from '../../../cli/evaluate/read-people.ts'
import { strataReport } from '../../../cli/evaluate/strata.ts'
import { featuresOf } from '../../../shared/matching/normalise/person-features.ts'

const nobody = featuresOf({ names: [], addresses: [], nhsNumbers: [], phones: [], emails: [] })
const record = (id: string, sex: string, birthYear?: number): PersonRecord => ({
  id,
  sex,
  birthYear,
  features: nobody,
})

it('puts a person into the groups that the register knows, whatever the query left out', () => {
  const register = [record('r1', 'F', 1950), record('r2', 'U', 2015)]
  const queries = [record('q1', 'U'), record('q2', 'M', 1990), record('q3', 'M', 1990)]
  const trueOf = new Map([
    [0, new Set([0])],
    [1, new Set([1])],
  ])
  const pairs = [[0, 0] as const, [1, 1] as const]
  const { sex, age } = strataReport({
    register,
    queries,
    links: [],
    truth: { pairs, trueOf },
    nameOrigins: new Map(),
    thisYear: 2026,
  })
  const counts = (groups: typeof sex) =>
    Object.entries(groups).map(([name, { queries: of, missed }]) => [name, of, missed])
  expect(counts(sex)).toEqual([
    ['F', 1, 1],
    ['M', 2, 1],
  ])
  expect(counts(age)).toEqual([
    ['35 to 59', 1, 0],
    ['60 and over', 1, 1],
    ['under 18', 1, 1],
  ])
})
