import { createRandom } from '../../local/people/random.ts'
import { seeksOf } from '../../shared/assessing/seeks-of.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { type Family, familiesOf, type Population } from '../children/families.ts'
import { concernOfSix } from './concern-of-six.ts'
import type { Asked } from './count-capacity.ts'
import { type Assessed, benchHub, today } from './hub.ts'
import { partFor } from './registered-part.ts'

type Spread = { readonly average: number; readonly most: number }

/** What one assessment of a concern about six people asks of a register of this size. */
export type AssessmentCost = {
  readonly people: number
  readonly concerns: number
  readonly confirmed: number
  readonly lookups: Spread
  readonly candidates: Spread
} & { readonly [Measure in keyof Asked]: Spread }

const spread = (values: readonly number[]): Spread => ({
  average: values.reduce((sum, value) => sum + value, 0) / values.length,
  most: Math.max(...values),
})

/** Assesses concerns about six registered people each, one after the other, by the hub's own code over tables in memory. */
export const measureAssessments = async (
  population: Population,
  concerns: number,
): Promise<AssessmentCost> => {
  const families = [...familiesOf({ ...population, people: Math.min(population.people, 20_000) })]
  const random = createRandom(population.seed, 78)
  const drawn = (): Family => random.pick(families)
  const told = Array.from({ length: concerns }, () =>
    concernOfSix([drawn(), drawn(), drawn(), drawn()], { random, at: today, id: newId(today) }),
  )
  const seeks = told.map(seeksOf)
  const hub = benchHub()
  await hub.fill(partFor(population, seeks), population.seed)
  const done: Assessed[] = []
  for (const stored of told) done.push(await hub.assess(stored))
  const assessments = done.flatMap(({ result }) =>
    result.kind === 'assessed' ? [result.commit.assessment] : [],
  )
  const of = (measure: keyof Asked): Spread => spread(done.map(({ asked }) => asked[measure]))
  return {
    people: population.people,
    concerns,
    confirmed: assessments.filter(({ facts }) => facts.match === 'CONFIRMED').length,
    lookups: spread(seeks.map((each) => each.flatMap(({ keys }) => keys).length)),
    candidates: spread(done.map((one) => one.candidates)),
    roundTrips: of('roundTrips'),
    rowsRead: of('rowsRead'),
    readUnits: of('readUnits'),
    writeUnits: of('writeUnits'),
  }
}
