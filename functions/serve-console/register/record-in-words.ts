import type { Line, Part } from '../lead/told-in-words.ts'
import { dayInWords } from '../texts/day-in-words.ts'
import { nameOf } from '../texts/name-of.ts'
import type { Say } from '../texts/texts.ts'
import { wordOf } from '../texts/word-of.ts'
import type {
  AdultRecord,
  ChildRecord,
  RegisterAddress,
  RegisterRecord,
  RegisterStatus,
} from './record.ts'

type Span = { readonly from?: string | undefined; readonly to?: string | undefined }

/** Since when, until when; nothing where neither is known. */
const spanOf = (say: Say, { from, to }: Span): string => {
  const days = [
    from === undefined ? '' : say('register.from', { day: dayInWords(from) }),
    to === undefined ? '' : say('register.to', { day: dayInWords(to) }),
  ].filter((text) => text !== '')
  return days.length === 0 ? '' : `, ${days.join(' ')}`
}

export const placeOf = (say: Say, address: RegisterAddress): string => {
  const { houseNumber = '', street = '', town = '', postcode = '' } = address
  const parts = [`${houseNumber} ${street}`.trim(), town, postcode].filter((part) => part !== '')
  return `${parts.join(', ')}${spanOf(say, address)}`
}

export const statusOf = (say: Say, status: RegisterStatus): string =>
  `${wordOf(say)('option.childStatus', status.code)}${spanOf(say, status)}`

const day = (text: string | undefined): string => (text === undefined ? '' : dayInWords(text))

const childParts = ({ child, adults }: ChildRecord, say: Say): readonly Part[] => [
  {
    title: say('register.who'),
    lines: [
      { label: say('register.name'), text: nameOf(child.name) },
      { label: say('field.alsoKnownAs'), text: child.alsoKnownAs.map(nameOf).join('; ') },
      { label: say('field.dateOfBirth'), text: day(child.dateOfBirth) },
      { label: say('register.expected'), text: day(child.expectedDateOfDelivery) },
      { label: say('field.sex'), text: wordOf(say)('option.registerSex', child.sex) },
      { label: say('field.nhsNumber'), text: child.nhsNumber ?? '' },
      { label: say('register.former'), text: child.formerNhsNumbers.join('\n') },
      {
        label: say('register.addresses'),
        text: child.addresses.map((one) => placeOf(say, one)).join('\n'),
      },
      { label: say('field.school'), text: child.school ?? '' },
      { label: say('field.gp'), text: child.gp ?? '' },
    ],
  },
  {
    title: say('register.work'),
    lines: [
      { label: say('field.statusCode'), text: statusOf(say, child.status) },
      {
        label: say('register.earlier'),
        text: child.earlierStatuses.map((status) => statusOf(say, status)).join('\n'),
      },
      { label: say('field.allocatedTeam'), text: child.allocatedTeam ?? '' },
      { label: say('field.allocatedTeamContact'), text: child.allocatedTeamContact ?? '' },
    ],
  },
  {
    title: say('register.adults'),
    lines: adults.map(({ adultId, relationship, relationshipEndedOn }) => ({
      label: adultId,
      text: `${wordOf(say)('option.toChild', relationship)}${spanOf(say, { to: relationshipEndedOn })}`,
    })),
  },
]

const adultParts = (record: AdultRecord, say: Say): readonly Part[] => {
  const { person, children, previousRemoval } = record
  return [
    {
      title: say('register.who'),
      lines: [
        { label: say('register.name'), text: nameOf(person.names[0]) },
        { label: say('field.alsoKnownAs'), text: person.names.slice(1).map(nameOf).join('; ') },
        { label: say('field.dateOfBirth'), text: day(person.dateOfBirth) },
        { label: say('field.sex'), text: wordOf(say)('option.registerSex', person.sex) },
        { label: say('field.nhsNumber'), text: person.nhsNumbers.join('\n') },
        {
          label: say('register.addresses'),
          text: person.addresses.map((one) => placeOf(say, one)).join('\n'),
        },
        { label: say('field.phone'), text: person.phones.join('\n') },
        { label: say('register.emails'), text: person.emails.join('\n') },
        {
          label: say('register.removal'),
          text: previousRemoval ? say('option.yesNo.YES') : '',
        },
      ],
    },
    {
      title: say('register.children'),
      lines: children.map(({ childId, relationship, endedOn }) => ({
        label: childId,
        text: `${wordOf(say)('option.toChild', relationship)}${spanOf(say, { to: endedOn })}`,
      })),
    },
  ]
}

const isSaid = ({ text }: Line): boolean => text !== ''

/** All that a record holds, in words; what is not recorded is left out. */
export const recordParts = (record: RegisterRecord, say: Say): readonly Part[] =>
  (record.kind === 'children' ? childParts(record, say) : adultParts(record, say))
    .map(({ title, lines }) => ({ title, lines: lines.filter(isSaid) }))
    .filter(({ lines }) => lines.length > 0)

/** Records that this one leads to, which are read for the same reason. */
export const linkedTo = (record: RegisterRecord) =>
  record.kind === 'children'
    ? record.adults.map(({ adultId }) => ({ kind: 'adults' as const, id: adultId }))
    : record.children.map(({ childId }) => ({ kind: 'children' as const, id: childId }))

/** Restrictions that there are of such a record, and whether each holds. */
export const restrictionsOf = (record: RegisterRecord) => {
  const holds = record.kind === 'children' ? record.child.restricted : record.restricted
  return Object.entries(holds).map(([name, isSet]) => ({
    name,
    isSet,
    ...(record.lifting?.restriction === name && { proposed: record.lifting }),
  }))
}
