import { yesNoUnknown } from '../../../shared/codes/adult-codes.ts'
import { relationships } from '../../../shared/register/child.ts'
import { statusCodes } from '../../../shared/register/child-status.ts'
import { childRestrictions } from '../../../shared/register/lifting.ts'
import type { Answers as Typed } from '../concern/draft.ts'
import type { Field } from '../concern/field.ts'
import type { Kind, RegisterRecord } from './record.ts'

export const registerOptions = {
  childStatus: statusCodes,
  registerSex: ['F', 'M', 'U'],
  restriction: childRestrictions,
  adultRestriction: ['address'],
  toChild: relationships,
  yesNo: yesNoUnknown,
} as const

export type RegisterField = Pick<Field, 'name' | 'kind' | 'hasHint' | 'width' | 'keyboard'> & {
  readonly of?: keyof typeof registerOptions
}

const text = (name: string, more: Partial<RegisterField> = {}): RegisterField => ({
  name,
  kind: 'text',
  ...more,
})
const born: RegisterField = { name: 'dateOfBirth', kind: 'date' }
const sex: RegisterField = { name: 'sex', kind: 'radios', of: 'registerSex' }
const number = text('nhsNumber', { width: 20, keyboard: 'numeric' })
const home = [
  text('houseNumber', { width: 10 }),
  text('street'),
  text('town', { width: 20 }),
  text('postcode', { width: 10 }),
]

/** Of a child not yet born: in place of the day of birth. */
export const expected: RegisterField = { name: 'expectedDate', kind: 'date', hasHint: true }

/** What can be recorded of somebody by hand. A field that is left empty takes nothing back. */
export const registerFields = {
  children: [
    ...[text('given'), text('family'), born, sex, number],
    { name: 'statusCode', kind: 'select', of: 'childStatus' },
    { name: 'statusFrom', kind: 'date', hasHint: true },
    ...[text('allocatedTeam'), text('allocatedTeamContact'), text('school'), text('gp')],
    ...home,
    { name: 'restrict', kind: 'checkboxes', of: 'restriction', hasHint: true },
  ],
  adults: [
    ...[text('given'), text('family'), born, sex, number],
    text('phone', { width: 20, keyboard: 'tel' }),
    ...home,
    { name: 'restrict', kind: 'checkboxes', of: 'adultRestriction', hasHint: true },
  ],
} as const satisfies Record<Kind, readonly RegisterField[]>

const boxesOf = (name: string, day: string | undefined): Typed => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
}

type Shared = {
  readonly name: { readonly given?: string | undefined; readonly family?: string | undefined }
  readonly dateOfBirth?: string | undefined
  readonly sex?: string | undefined
  readonly addresses: readonly Readonly<Record<string, unknown>>[]
  readonly restricted: Readonly<Record<string, boolean>>
}

const sharedTyped = ({ name, dateOfBirth, sex: said, addresses, restricted }: Shared): Typed => ({
  given: name.given ?? '',
  family: name.family ?? '',
  ...boxesOf('dateOfBirth', dateOfBirth),
  sex: said ?? '',
  ...Object.fromEntries(
    ['houseNumber', 'street', 'town', 'postcode'].map((field) => [
      field,
      String(addresses[0]?.[field] ?? ''),
    ]),
  ),
  restrict: Object.keys(restricted)
    .filter((one) => restricted[one])
    .join(' '),
})

/** A record as the form has it. */
export const typedOf = (record: RegisterRecord): Typed => {
  if (record.kind === 'adults') {
    const { person, restricted } = record
    return {
      ...sharedTyped({ ...person, name: person.names[0] ?? {}, restricted }),
      nhsNumber: person.nhsNumbers[0] ?? '',
      phone: person.phones[0] ?? '',
    }
  }
  const { child } = record
  const plain = ['nhsNumber', 'allocatedTeam', 'allocatedTeamContact', 'school', 'gp'] as const
  return {
    ...sharedTyped({ ...child, name: child.name ?? {} }),
    ...Object.fromEntries(plain.map((field) => [field, child[field] ?? ''])),
    statusCode: child.status.code,
    ...boxesOf('statusFrom', child.status.from),
  }
}
