import type { ToldAdult, ToldChild } from '../alerts/alert-content.ts'
import { isSecret } from '../alerts/what-to-do.ts'
import { dayInWords } from '../texts/day-in-words.ts'
import { nameOf } from '../texts/name-of.ts'
import type { TextKey } from '../texts/texts.ts'
import type { Question } from './question.ts'

/** One thing that was compared: what was sent of it, and in words how a record of the register compares. */
export type Compared = {
  readonly comparison: string
  readonly sent: string
  readonly level: string
  /** It speaks against their being one person. */
  readonly isAgainst: boolean
  /** It says where somebody is whom nobody may look for there. */
  readonly isSecret: boolean
}

type Person = {
  readonly names: readonly string[]
  readonly adult?: ToldAdult
  readonly child?: ToldChild
}

/** Whom the question is about, as the sender named them. */
export const personIn = ({ person, content }: Question): Person => {
  const adult = content?.adults.find((one) => one.person === person)
  const child = content?.children.find((one) => one.person === person)
  const names = [
    ...(adult?.names ?? []),
    ...(child ? [child.name ?? {}, ...child.alsoKnownAs] : []),
  ]
  return {
    names: names.map(nameOf).filter((name) => name !== ''),
    ...(adult && { adult }),
    ...(child && { child }),
  }
}

const others = ({ content }: Question, list: 'adults' | 'children', but: string | undefined) =>
  (content?.[list] ?? []).filter(({ person }) => person !== but)

const namesOf = (question: Question, list: 'adults' | 'children'): string =>
  others(question, list, question.person)
    .map((one) => nameOf('names' in one ? one.names[0] : one.name))
    .filter((name) => name !== '')
    .join(', ')

const places = ({ content }: Question): string =>
  (content?.whereabouts ?? [])
    .flatMap(({ addresses }) => addresses)
    .map(({ houseNumber, street, town, postcode }) =>
      [houseNumber, street, town, postcode].filter(Boolean).join(' '),
    )
    .join('; ')

const day = (date: string | undefined): string => dayInWords(date ?? '')

type SentOf = (question: Question, person: Person) => string

const parts = (question: Question, part: 'given' | 'family'): string => {
  const { adult, child } = personIn(question)
  const all = [...(adult?.names ?? []), ...(child ? [child.name ?? {}, ...child.alsoKnownAs] : [])]
  return [...new Set(all.flatMap((name) => name[part] ?? []))].join(' / ')
}

/** What was sent of what a comparison looks at. Others weigh what was found already, and stand with the weights alone. */
const sentOf: Readonly<Record<string, SentOf>> = {
  'given-name': (question) => parts(question, 'given'),
  'family-name': (question) => parts(question, 'family'),
  'date-of-birth': (_question, { adult, child }) => day(adult?.dateOfBirth ?? child?.dateOfBirth),
  'expected-date': (_question, { child }) => day(child?.expectedDateOfDelivery),
  age: (_question, { child }) => String(child?.ageYears ?? ''),
  identifier: (_question, { adult, child }) =>
    adult?.nhsNumbers.join(' / ') ?? child?.nhsNumber ?? '',
  sex: (_question, { adult, child }) => adult?.sex ?? child?.sex ?? '',
  children: (question) => namesOf(question, 'children'),
  adults: (question) => namesOf(question, 'adults'),
  whereabouts: places,
}

const warningTexts: Readonly<Record<string, TextKey>> = {
  ASK_BEFORE_CONTACT: 'now.ask-before-contact',
  PROTECTED: 'now.protected',
}

/** What must not be done to find out who somebody is. */
export const warningsOf = ({ content }: Question): readonly TextKey[] =>
  Object.entries(warningTexts).flatMap(([banner, text]) =>
    content?.banners.includes(banner) === true ? [text] : [],
  )

/** Each record of the register beside what was sent: differences in words, since no value of the register stands here. */
export const sideBySide = (question: Question) => {
  const person = personIn(question)
  const isHidden = question.content !== undefined && isSecret(question.content)
  return question.people.map(({ id, posterior, guards, waterfall }) => ({
    id,
    guards,
    ofThousand: Math.min(999, Math.max(1, Math.round(posterior * 1000))),
    compared: waterfall.flatMap(({ comparison, level, bits }): Compared[] => {
      const sent = sentOf[comparison]?.(question, person)
      const isPlace = isHidden && comparison === 'whereabouts' && sent !== ''
      return sent === undefined
        ? []
        : [{ comparison, level, isAgainst: bits < 0, sent, isSecret: isPlace }]
    }),
  }))
}
