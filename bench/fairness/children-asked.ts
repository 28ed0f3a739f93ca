import { factsOf } from '../../cli/evaluate/read-people.ts'
import { firstStrangerSerial } from '../../local/people/invented-numbers.ts'
import { lastAdultYear } from '../../local/people/people-types.ts'
import { createRandom, type Random } from '../../local/people/random.ts'
import type { AdultOfChild, ChildFacts } from '../../shared/matching/child-facts.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { matchChild } from '../../shared/matching/match.ts'
import { ChildRegister } from '../children/child-register.ts'
import { familiesOf, registeredChild } from '../children/families.ts'
import { leftOut, partialDate } from '../children/told-child.ts'
import type { Row } from '../population/row.ts'
import { type Answer, fateOf } from './answer.ts'
import { drawFamily } from './households.ts'
import { type People, type Registered, registeredOf, type Size } from './mixed-register.ts'
import type { Query } from './queries.ts'
import { entryRow, toldRow } from './told-row.ts'

/** Their serials are none of the other families'. */
const firstSerial = 500_000

const adultIn = (row: Row): AdultOfChild => {
  const { names, dateOfBirth } = factsOf(row)
  const relationship = row.sex === 'F' ? 'MOTHER' : 'FATHER'
  return { names, dateOfBirth: partialDate(dateOfBirth), relationship }
}

const childIn = (row: Row, adults: readonly AdultOfChild[]): ChildFacts => {
  const { names, dateOfBirth, sex, addresses, otherIdentifiers = [] } = factsOf(row)
  const born = partialDate(dateOfBirth)
  return { names, dateOfBirth: born, sex, nhsNumbers: otherIdentifiers, addresses, adults }
}

const parentsOf = ({ housemates }: Registered) => housemates.slice(0, 2)

const entryOf = (child: Registered, random: Random): ChildFacts => {
  const { culture, home, row } = child
  const adults = parentsOf(child).map((bearer) =>
    adultIn(entryRow({ bearer, culture, random }, home)),
  )
  return childIn(row, adults)
}

/** The parents told with a child; of somebody who is of another family, parents whom no register knows. */
const toldParents = ({ model, subject }: Query, random: Random) => {
  if (subject.isSibling === true) return parentsOf(model)
  const { culture } = model
  return drawFamily({ random, culture, firstSerial: firstStrangerSerial }).slice(0, 2)
}

/** What a concern tells of a child, and of some of its parents. */
const toldOf = (query: Query, random: Random): ChildFacts => {
  const { culture } = query.model
  const adults = toldParents(query, random)
    .filter(() => !random.chance(leftOut.parent))
    .map((bearer) => {
      const adult = adultIn(toldRow({ bearer, culture, random }, query.subject.home))
      return random.chance(leftOut.parentDate) ? { ...adult, dateOfBirth: undefined } : adult
    })
  return childIn(query.row, adults)
}

/** Children of all cultures in one register, beside those of the country's families. */
export const childrenAsked = (size: Size) => {
  const random = createRandom(size.seed, 2)
  const members = registeredOf(size, { draw: drawFamily, firstSerial })
  const children = members.filter(({ bearer }) => bearer.born.year > lastAdultYear)
  const people: People = Map.groupBy(children, ({ culture }) => culture)
  const register = new ChildRegister()
  for (const child of children) register.add(child.row.record_id, entryOf(child, random))
  for (const family of familiesOf({ seed: size.seed, people: size.background }))
    for (const child of family.children)
      register.add(`c${child.serial}`, registeredChild({ child, family }))
  const answerTo = (query: Query): Answer => {
    const asked = toldOf(query, random)
    const { candidates, incomplete } = register.find(asked)
    const match = matchChild({ query: asked, candidates, model: defaultModel, incomplete })
    return { query, match, fate: fateOf(query, match) }
  }
  return { people, answerTo }
}
