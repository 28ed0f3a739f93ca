import { factsOf } from '../../cli/evaluate/read-people.ts'
import { step } from '../../local/say.ts'
import { featuresOf } from '../../shared/matching/normalise/person-features.ts'
import { machine } from '../machine.ts'
import { populationOf } from '../population/register.ts'
import { type AskedIndex, askedIndexOf } from './asked-index.ts'
import { answersTo } from './measure-queries.ts'
import { costOfPath, timeInProcess } from './processes.ts'
import { adultIdAt } from './register-ids.ts'
import { reportOn } from './report-on.ts'
import { type SizeResult, sizeResultSchema } from './size-result.ts'
import { type Size, type Subject, seed, subjectsOf } from './subjects.ts'

/** Streams the register once past the keys that the queries ask for; nobody of it is kept. */
export const indexFor = (subjects: readonly Subject[], people: number): AskedIndex => {
  const index = askedIndexOf(
    subjects.map(({ facts }) => featuresOf(facts)),
    adultIdAt,
  )
  let place = 0
  for (const row of populationOf({ people, seed })) {
    index.add(place, featuresOf(factsOf(row)))
    place += 1
  }
  return index
}

/** All that is measured at one size of register. */
export const measureSize = async (size: Size, folder: string): Promise<SizeResult> => {
  const subjects = subjectsOf(size)
  const named = (what: string): string => `${size.people.toLocaleString('en-GB')} people: ${what}`
  const index = await step(named('index'), async () => indexFor(subjects, size.people))
  const answers = await step(named('queries'), async () => answersTo(subjects, index))
  const path = await step(named('one query a process'), () => costOfPath(answers, folder))
  const inProcess = await step(named('in process'), () => timeInProcess(size))
  const measured = { ...size, ...reportOn(answers), ...path, inProcess, machine: machine() }
  return sizeResultSchema.parse(measured)
}
