// The whole register normalised and indexed in one process, each notification linked to it: in-process.ts PEOPLE QUERIES
import { linkFiles } from '../../cli/evaluate/link-files.ts'
import { indexOf } from '../../cli/evaluate/memory-index.ts'
import { factsOf } from '../../cli/evaluate/read-people.ts'
import { costReport } from '../../cli/evaluate/report.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { featuresOf, type PersonFeatures } from '../../shared/matching/normalise/person-features.ts'
import { populationOf } from '../population/register.ts'
import { fastestOf, rounds } from './rounds.ts'
import { seed, subjectsOf } from './subjects.ts'

const onProgress = (): void => {}
const [people, count] = process.argv.slice(2).map(Number) as [number, number]
const register: PersonFeatures[] = []
for (const row of populationOf({ people, seed })) register.push(featuresOf(factsOf(row)))
const queries = subjectsOf({ people, queries: count }).map(({ facts }) => featuresOf(facts))
const request = { register, queries, index: indexOf(register), model: defaultModel, onProgress }
const costs = Array.from({ length: rounds }, () => linkFiles(request).cost)
const [cost] = costs
const milliseconds = fastestOf(costs.map((each) => each.milliseconds))
if (cost !== undefined) process.stdout.write(JSON.stringify(costReport({ ...cost, milliseconds })))
