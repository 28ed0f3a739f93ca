import type { Child, Concern } from './stage.ts'

type Subject = NonNullable<NonNullable<Concern>['subject']>
export type Address = NonNullable<Subject['addresses']>[number]
type RegisteredAdult = NonNullable<NonNullable<Child>['adults']>[number]

/** An address by one line: number, street, town, postcode. */
export const at = (line: string): Address => {
  const [houseNumber = '', street = '', town = '', postcode = ''] = line.split(', ')
  return { houseNumber, street, town, postcode }
}

const nameOf = (name: string) => {
  const end = name.lastIndexOf(' ')
  return { given: name.slice(0, end), family: name.slice(end + 1) }
}

type Living<Person> = Partial<Person> & { readonly home?: Address }

/** Somebody a concern is about. */
export const subject = (
  name: string,
  dateOfBirth: string,
  { home, ...more }: Living<Subject> = {},
): Subject => ({
  names: [nameOf(name)],
  dateOfBirth,
  addresses: home === undefined ? [] : [home],
  relationshipToChild: 'MOTHER',
  contactLevel: 'RESIDENT',
  ...more,
})

/** A child as a sender names it. */
export const named = (name: string, dateOfBirth: string) => ({ name: nameOf(name), dateOfBirth })

/** An adult as a register knows them, living with the child. */
export const registered = (
  name: string,
  dateOfBirth: string,
  { home, ...more }: Living<RegisteredAdult> = {},
): RegisteredAdult => ({
  id: `A-${name.toLowerCase().replaceAll(' ', '-')}`,
  names: [nameOf(name)],
  dateOfBirth,
  addresses: home === undefined ? [] : [home],
  relationship: 'MOTHER',
  livesWithChild: 'YES',
  ...more,
})

/** A child as a register knows it. */
export const known = (
  name: string,
  dateOfBirth: string,
  {
    code,
    ...more
  }: Partial<NonNullable<Child>> & {
    readonly code: NonNullable<NonNullable<Child>['status']>['code']
  },
): NonNullable<Child> => ({
  name: nameOf(name),
  dateOfBirth,
  status: { code, from: '2026-01-05' },
  ...more,
})

export const given = { status: 'GIVEN' } as const
export const refused = { status: 'REFUSED' } as const
export const riskToChild = { status: 'NOT_SOUGHT', whyNotSought: 'RISK_TO_CHILD' } as const
export const phoned = { made: true } as const
