// Comparisons scored a second on one core: people as they come from the table, compared while they are at hand.

import { indexOf } from '../../cli/evaluate/memory-index.ts'
import { factsOf } from '../../cli/evaluate/read-people.ts'
import { createRandom } from '../../local/people/random.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { featuresOf, type PersonFeatures } from '../../shared/matching/normalise/person-features.ts'
import { scorePair } from '../../shared/matching/scoring/score-pair.ts'
import { weightsOf } from '../../shared/matching/scoring/weights.ts'
import { notificationsOf } from '../population/notifications.ts'
import { populationOf } from '../population/register.ts'

const people = 50_000
const seed = 5
const queries = 400
const rounds = 60

const rows = [...populationOf({ people, seed })]
const register = rows.map((row) => featuresOf(factsOf(row)))
const index = indexOf(register)
const random = createRandom(seed).fraction
const pairs: (readonly [PersonFeatures, PersonFeatures])[] = []
for (const { row } of notificationsOf({ people, seed, queries, unregistered: 0.3 })) {
  const query = featuresOf(factsOf(row))
  // What the index leads to, and as many strangers: the harder half and the easier.
  for (const position of index.find(query).positions) {
    for (const at of [position, Math.floor(random() * rows.length)]) {
      const other = rows[at]
      if (other !== undefined) pairs.push([query, featuresOf(factsOf(other))])
    }
  }
}
const weights = weightsOf(defaultModel)
let best = 0
for (let round = 0; round < rounds; round += 1) {
  const startedAt = performance.now()
  for (const [query, other] of pairs) scorePair(query, other, weights)
  best = Math.max(best, (1000 * pairs.length) / (performance.now() - startedAt))
}
process.stdout.write(
  `${pairs.length} pairs, best of ${rounds} rounds: ${Math.round(best).toLocaleString('en-GB')} scored a second\n`,
)
