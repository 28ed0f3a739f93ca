import type { Answers as Typed } from '../concern/draft.ts'
import { dayIn } from '../concern/draft.ts'
import { typedOf } from './fields.ts'
import type { AdultRecord, ChildRecord, RegisterRecord } from './record.ts'

/** Fields that are recorded together, for one of them alone would be another name, day or place. */
const together = [
  ['given', 'family'],
  ['dateOfBirth-day', 'dateOfBirth-month', 'dateOfBirth-year'],
  ['statusCode', 'statusFrom-day', 'statusFrom-month', 'statusFrom-year'],
  ['houseNumber', 'street', 'town', 'postcode'],
]

/** What of a form is new: only that is sent, so that nothing that stands is recorded a second time, with less. */
const newIn = (typed: Typed, before: Typed): Typed => {
  const differs = (name: string): boolean =>
    (typed[name] ?? '') !== '' && typed[name] !== (before[name] ?? '')
  const isNew = (name: string): boolean =>
    (together.find((names) => names.includes(name)) ?? [name]).some(differs)
  return Object.fromEntries(
    Object.entries(typed).filter(([name, text]) => text !== '' && isNew(name)),
  )
}

const said = (typed: Typed, names: readonly string[]): Typed =>
  Object.fromEntries(names.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])))

const some = (value: object): boolean => Object.keys(value).length > 0

const dayOf = (typed: Typed, name: string, as = name) => {
  const day = dayIn(typed, name)
  return day === undefined ? {} : { [as]: day }
}

const nameIn = (typed: Typed): Typed => said(typed, ['given', 'family'])

const restrictedIn = ({ restrict = '' }: Typed) =>
  restrict === ''
    ? {}
    : { restricted: Object.fromEntries(restrict.split(' ').map((one) => [one, true])) }

const sharedIn = (typed: Typed) => {
  const address = said(typed, ['houseNumber', 'street', 'town', 'postcode'])
  return {
    ...dayOf(typed, 'dateOfBirth'),
    ...(some(address) && { addresses: [address] }),
    ...restrictedIn(typed),
  }
}

/** The day on which a child was born or is expected: one of the two goes with all that is recorded of it. */
const dayOfChild = ({ dateOfBirth, expectedDateOfDelivery }: ChildRecord['child']) =>
  dateOfBirth === undefined ? { expectedDateOfDelivery } : { dateOfBirth }

const ofChild = (typed: Typed, { child }: ChildRecord, authority: string) => ({
  authority,
  ...(some(nameIn(typed)) && { name: nameIn(typed) }),
  ...(dayIn(typed, 'dateOfBirth') === undefined && dayOfChild(child)),
  ...sharedIn(typed),
  ...said(typed, ['nhsNumber', 'allocatedTeam', 'allocatedTeamContact', 'school', 'gp']),
  sex: typed['sex'] ?? child.sex,
  status: typed['statusCode']
    ? { code: typed['statusCode'], ...dayOf(typed, 'statusFrom', 'from') }
    : child.status,
  adults: [],
})

const ofAdult = (typed: Typed, { person }: AdultRecord, authority: string) => ({
  authority,
  names: [some(nameIn(typed)) ? nameIn(typed) : person.names[0]],
  ...sharedIn(typed),
  ...said(typed, ['sex']),
  ...(typed['nhsNumber'] && { nhsNumbers: [typed['nhsNumber']] }),
  ...(typed['phone'] && { phones: [typed['phone']] }),
})

/** What is recorded, as the API takes it: beside what stands, never in its place. */
export const bodyOf = (record: RegisterRecord, typed: Typed, authority: string) => {
  const told = newIn(typed, typedOf(record))
  return record.kind === 'children'
    ? ofChild(told, record, authority)
    : ofAdult(told, record, authority)
}
