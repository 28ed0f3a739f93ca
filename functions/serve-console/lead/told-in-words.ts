import { factors } from '../../../shared/codes/factors.ts'
import { dayInWords } from '../texts/day-in-words.ts'
import { nameOf } from '../texts/name-of.ts'
import type { Say } from '../texts/texts.ts'
import { wordOf } from '../texts/word-of.ts'
import type { Told } from './told.ts'

export type Line = { readonly label: string; readonly text: string }
export type Part = { readonly title: string; readonly lines: readonly Line[] }

/** Who is meant by a reference, as they are named in the concern. */
const namesIn = ({ adults, children }: Told): ReadonlyMap<string, string> =>
  new Map([
    ...adults.map(({ person, names }) => [person, nameOf(names[0])] as const),
    ...children.map(({ person, name }) => [person, nameOf(name)] as const),
  ])

const joined = (...texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined && text !== '').join(', ')

const adultLines = ({ adults }: Told, say: Say): readonly Line[] =>
  adults.map((adult) => ({
    label: say(adult.person === 'subject' ? 'told.subject' : 'told.adult'),
    text: joined(
      adult.names.map(nameOf).join(' / '),
      adult.dateOfBirth && say('told.born', { day: dayInWords(adult.dateOfBirth) }),
      adult.relationshipToSubject && wordOf(say)('option.toSubject', adult.relationshipToSubject),
      adult.relationshipToChild &&
        say('told.toChildren', { what: wordOf(say)('option.toChild', adult.relationshipToChild) }),
      adult.contactLevel && wordOf(say)('option.contact', adult.contactLevel),
      adult.role && adult.role !== 'UNKNOWN' ? wordOf(say)('option.abuseRole', adult.role) : '',
      adult.expectsChildOn && say('told.expects', { day: dayInWords(adult.expectsChildOn) }),
    ),
  }))

const childLines = (told: Told, say: Say): readonly Line[] => {
  const names = namesIn(told)
  return told.children.map((child) => ({
    label: say('told.child'),
    text: joined(
      [child.name, ...child.alsoKnownAs].map(nameOf).filter(Boolean).join(' / ') ||
        say('told.nameless'),
      child.dateOfBirth && say('told.born', { day: dayInWords(child.dateOfBirth) }),
      child.expectedDateOfDelivery &&
        say('told.expects', { day: dayInWords(child.expectedDateOfDelivery) }),
      child.ageYears === undefined ? '' : say('told.aged', { years: child.ageYears }),
      ...child.relationships.map(({ adult, relationship }) =>
        say('told.theirs', {
          name: names.get(adult) ?? say('listed.nameless'),
          what: wordOf(say)('option.toChild', relationship),
        }),
      ),
    ),
  }))
}

const placeOf = (address: Readonly<Record<string, unknown>>): string =>
  joined(
    `${String(address['houseNumber'] ?? '')} ${String(address['street'] ?? '')}`.trim(),
    ...['town', 'postcode'].map((field) => String(address[field] ?? '')),
  )

const whereLines = (told: Told): readonly Line[] => {
  const names = namesIn(told)
  return told.whereabouts.map(({ person, addresses, phones, places }) => ({
    label: names.get(person) ?? person,
    text: [...addresses.map(placeOf), ...phones, ...places.map(({ text }) => text)].join('; '),
  }))
}

const worryLines = (told: Told, say: Say): readonly Line[] => [
  ...(told.harm === undefined
    ? []
    : [{ label: say('told.level'), text: wordOf(say)('harm', told.harm) }]),
  {
    label: say('told.about'),
    text: told.factors
      .map((code) => (Object.hasOwn(factors, code) ? labelOf(code) : code))
      .join('; '),
  },
  { label: say('told.reason'), text: told.reason ?? '' },
  ...told.narrative.map(({ kind, text }) => ({ label: wordOf(say)('kind', kind), text })),
  { label: say('told.protects'), text: told.protectiveFactors ?? '' },
  { label: say('told.childView'), text: told.childView ?? '' },
  { label: say('told.whyNoChildren'), text: told.whyChildrenUnknown ?? '' },
  { label: say('told.substances'), text: told.substances.map(({ what }) => what).join('; ') },
  { label: say('told.disabilities'), text: told.disabilities.map(({ text }) => text).join('; ') },
  { label: say('told.unread'), text: told.unread.map(({ written }) => written).join('\n') },
  { label: say('told.withheld'), text: told.protected.join(', ') },
]

const labelOf = (code: string): string => factors[code as keyof typeof factors].label

const safetyLines = ({ safety }: Told, say: Say): readonly Line[] => {
  const contact = safety?.safeContact
  const yesNo = (is: boolean): string => say(is ? 'option.rung.YES' : 'option.rung.NO')
  return [
    { label: say('told.safeToCall'), text: contact ? yesNo(contact.safeToCall) : '' },
    { label: say('told.notSafe'), text: contact?.notSafeToTalkTo ?? '' },
    { label: say('told.safeTimes'), text: contact?.times ?? '' },
    { label: say('told.safeNumber'), text: contact?.number ?? '' },
    {
      label: say('told.keepFrom'),
      text: (safety?.keepFrom ?? []).map(({ person, why }) => `${person}: ${why}`).join('; '),
    },
    { label: say('told.dash'), text: joined(safety?.dash?.level, safety?.dash?.score?.toString()) },
    { label: say('told.marac'), text: safety?.maracReferred ? yesNo(true) : '' },
    { label: say('told.visits'), text: safety?.workerSafety ?? '' },
    { label: say('told.interpreter'), text: safety?.interpreter ?? '' },
    {
      label: say('told.conflict'),
      text: joined(safety?.conflict?.who, safety?.conflict?.role),
    },
  ]
}

const consentLines = ({ consent = {} }: Told, say: Say): readonly Line[] => {
  const {
    status = '',
    whyNotSought = '',
    whyOverridden = '',
    parentAware = '',
    parentView = '',
  } = consent
  return [
    { label: say('told.agrees'), text: wordOf(say)('option.consent', status) },
    { label: say('told.whyNotAsked'), text: wordOf(say)('option.whyNot', whyNotSought) },
    { label: say('told.whyAllTheSame'), text: whyOverridden },
    { label: say('told.parentAware'), text: wordOf(say)('option.yesNo', parentAware) },
    { label: say('told.parentView'), text: parentView },
  ]
}

const referrerLines = ({ referrer }: Told, say: Say): readonly Line[] =>
  referrer === undefined
    ? []
    : [
        { label: say('told.sender'), text: joined(referrer.name, referrer.role) },
        { label: say('told.agency'), text: referrer.agencyName },
        { label: say('told.phone'), text: joined(referrer.phone, referrer.outOfHours) },
      ]

/** A concern in the words of the form that it came by, part by part; what was not said is left out. */
export const partsOf = (told: Told, say: Say): readonly Part[] =>
  [
    { title: say('told.worry'), lines: worryLines(told, say) },
    { title: say('told.people'), lines: [...adultLines(told, say), ...childLines(told, say)] },
    { title: say('told.consent'), lines: consentLines(told, say) },
    { title: say('told.safety'), lines: safetyLines(told, say) },
    { title: say('told.where'), lines: whereLines(told) },
    { title: say('told.by'), lines: referrerLines(told, say) },
  ]
    .map(({ title, lines }) => ({ title, lines: lines.filter(({ text }) => text !== '') }))
    .filter(({ lines }) => lines.length > 0)
