import type { AskedInRole } from '../asked.ts'
import type { Answers as Typed } from '../concern/draft.ts'
import { dayIn } from '../concern/draft.ts'
import { typedOf } from './fields.ts'
import type { AdultRecord, ChildRecord, Kind, RegisterRecord } from './record.ts'

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
const dayOfChild = ({ dateOfBirth, expectedDateOfDelivery }: Child) =>
  dateOfBirth === undefined ? { expectedDateOfDelivery } : { dateOfBirth }

type Child = Pick<ChildRecord['child'], 'sex' | 'dateOfBirth' | 'expectedDateOfDelivery'> & {
  readonly status: ChildRecord['child']['status'] | undefined
}

const ofChild = (typed: Typed, { child }: { readonly child: Child }, authority: string) => ({
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

type Adult = { readonly person: Pick<AdultRecord['person'], 'names'> }

const ofAdult = (typed: Typed, { person }: Adult, authority: string) => ({
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

/** The code of the authority whose register somebody keeps. */
export const authorityOf = ({ acting, deps }: AskedInRole): string => {
  const { organisation } = acting.position
  return deps.built.settings.authorities.find(({ key }) => key === organisation)?.code ?? ''
}

/** Somebody of whom nothing is recorded yet. */
const nobody: { readonly children: { readonly child: Child }; readonly adults: Adult } = {
  children: { child: { sex: 'U', status: undefined } },
  adults: { person: { names: [] } },
}

/** The first record of somebody, as the API takes it; what is missing it says. */
export const firstBodyOf = (kind: Kind, typed: Typed, authority: string) => {
  const told = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
  if (kind === 'adults') return ofAdult(told, nobody.adults, authority)
  const expected = dayIn(told, 'expectedDate')
  return {
    ...ofChild(told, nobody.children, authority),
    ...(expected !== undefined && { expectedDateOfDelivery: expected }),
  }
}
