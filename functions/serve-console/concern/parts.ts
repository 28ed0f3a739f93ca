import { adultRoles, contactLevels, yesNoUnknown } from '../../../shared/codes/adult-codes.ts'
import { consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import {
  relationshipsToSubject,
  relationshipToChildCodes,
} from '../../../shared/codes/relationships.ts'
import { whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'
import { withdrawalReasons } from '../../../shared/concerns/withdrawal.ts'

/** Lists to choose from, by the name under which their words stand. */
export const options = {
  harm: ['H4', 'H3', 'H2', 'H1'],
  factors: [
    '1B',
    '2B',
    '3B',
    '4B',
    '5B',
    '6B',
    '3A',
    '16A',
    '17A',
    '18C',
    '19C',
    '1C',
    '2C',
    '3C',
    '4C',
    '7A',
    '10A',
    '15A',
    '11A',
    '24A',
    '22A',
    '23A',
    '20',
    '21',
  ],
  toChild: relationshipToChildCodes,
  toSubject: relationshipsToSubject,
  contact: contactLevels,
  yesNo: yesNoUnknown,
  rung: ['YES', 'NO'],
  sex: ['F', 'M', 'U'],
  abuseRole: adultRoles,
  presence: ['SAW', 'HEARD', 'PRESENT', 'NOT_PRESENT', 'UNKNOWN'],
  consent: consentStatusNames,
  whyNot: whyNotSoughtReasons,
  withdrawal: withdrawalReasons,
} as const satisfies Record<string, readonly string[]>
export type OptionList = keyof typeof options

export type Field = {
  readonly name: string
  readonly kind: 'text' | 'lines' | 'radios' | 'select' | 'checkboxes' | 'date' | 'council'
  readonly of?: OptionList
  /** The most letters that the API takes. */
  readonly most?: number
  readonly width?: 5 | 10 | 20
  readonly hasHint?: true
  readonly keyboard?: 'numeric' | 'tel' | 'email'
}

const text = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'text', ...more })
const lines = (name: string, most: number, more: Partial<Field> = {}): Field => ({
  name,
  kind: 'lines',
  most,
  hasHint: true,
  ...more,
})
const oneOf = (name: string, of: OptionList, kind: Field['kind'] = 'radios'): Field => ({
  name,
  kind,
  of,
})
const day = (name: string): Field => ({ name, kind: 'date', hasHint: true })

const named: readonly Field[] = [text('given'), text('family')]
const home: readonly Field[] = [
  text('houseNumber', { width: 10 }),
  text('street'),
  text('town', { width: 20 }),
  text('postcode', { width: 10 }),
]

/** Every page of a concern by what is asked on it: one thing at a time. Its words stand under `part.NAME` and `field.NAME`. */
export const parts = {
  'adult-name': [...named, text('alsoKnownAs', { hasHint: true })],
  'adult-known-by': [
    day('dateOfBirth'),
    text('phone', { width: 20, keyboard: 'tel' }),
    text('nhsNumber', { width: 20, keyboard: 'numeric', hasHint: true }),
  ],
  'adult-home': home,
  'adult-children': [
    oneOf('relationshipToChild', 'toChild', 'select'),
    oneOf('contactLevel', 'contact'),
    oneOf('parentalResponsibility', 'yesNo'),
    day('expectedDate'),
  ],
  'no-children': [lines('whyChildrenUnknown', 200)],
  where: [{ name: 'authority', kind: 'council', hasHint: true }, lines('childLocationNow', 200)],
  worry: [oneOf('harm', 'harm'), { name: 'rung', kind: 'radios', of: 'rung', hasHint: true }],
  factors: [oneOf('factors', 'factors', 'checkboxes')],
  happened: [
    lines('reason', 500),
    lines('fact', 1000),
    lines('reported', 1000),
    lines('opinion', 1000),
    day('incidentOn'),
  ],
  safe: [lines('protectiveFactors', 1000), lines('childView', 500)],
  abuse: [
    oneOf('subjectRole', 'abuseRole'),
    oneOf('childPresent', 'presence'),
    oneOf('safeToCall', 'rung'),
    text('safeNumber', { width: 20, keyboard: 'tel' }),
    text('safeTimes'),
    lines('notSafeToTalkTo', 200),
    oneOf('restrictedAddress', 'rung'),
    lines('workerSafety', 500),
  ],
  consent: [
    oneOf('consentStatus', 'consent'),
    { name: 'whyNotSought', kind: 'radios', of: 'whyNot', hasHint: true },
    lines('whyOverridden', 500),
    oneOf('parentAware', 'yesNo'),
    lines('parentView', 500),
  ],
  conflict: [text('conflictWho', { hasHint: true }), text('conflictRole')],
  you: [
    text('yourName'),
    text('yourRole'),
    text('yourEmail', { keyboard: 'email', hasHint: true }),
    text('yourPhone', { width: 20, keyboard: 'tel' }),
    text('outOfHours', { hasHint: true }),
    text('ownReference', { width: 20, hasHint: true }),
  ],
} as const satisfies Record<string, readonly Field[]>
export type PartName = keyof typeof parts

export const isPart = (name: string): name is PartName => Object.hasOwn(parts, name)
export const fieldsOf = (part: PartName): readonly Field[] => parts[part]

/** What is asked of each other adult, and of each child. */
export const otherAdultFields: readonly Field[] = [
  ...named,
  day('dateOfBirth'),
  oneOf('toSubject', 'toSubject', 'select'),
  oneOf('toChild', 'toChild', 'select'),
  oneOf('contact', 'contact', 'select'),
  oneOf('role', 'abuseRole'),
]
export const childFields: readonly Field[] = [
  ...named,
  day('dateOfBirth'),
  text('ageYears', { width: 5, keyboard: 'numeric', hasHint: true }),
  oneOf('sex', 'sex'),
  text('locationNow', { hasHint: true }),
  text('school'),
]

/** The order in which they are offered, under a heading each. */
export const sections = [
  { name: 'about-adult', parts: ['adult-name', 'adult-known-by', 'adult-home', 'adult-children'] },
  { name: 'about-others', parts: [] },
  { name: 'about-worry', parts: ['worry', 'factors', 'happened', 'safe', 'abuse'] },
  { name: 'about-sharing', parts: ['where', 'consent', 'conflict', 'you'] },
] as const satisfies readonly { readonly name: string; readonly parts: readonly PartName[] }[]
