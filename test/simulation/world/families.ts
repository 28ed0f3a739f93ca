import type * as z from 'zod'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Random } from '../../../local/people/random.ts'
import type { concernSchema } from '../../../shared/concerns/concern.ts'
import type { childSchema } from '../../../shared/register/child.ts'

type ChildInput = z.input<typeof childSchema>
export type ConcernInput = z.input<typeof concernSchema>
export type Place = typeof westmarch | typeof northmoor

/** Stands in every field that nobody but who may read it may see: what left and holds it has leaked. Hashes and signatures spell four letters once in some
 * thousand logs, and eight never. */
export const canary = 'quozwykh'

const onsets = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'w', 'z']
const vowels = ['a', 'e', 'i', 'o', 'u']

/** A word for a number, no two alike, as far from each other as short words are. */
const wordOf = (number: number): string => {
  const syllable = (of: number): string =>
    `${onsets[of % 15] ?? ''}${vowels[Math.floor(of / 15) % 5] ?? ''}`
  const mixed = (number * 2_654_435_761) % 421_875
  return [mixed % 75, Math.floor(mixed / 75) % 75, Math.floor(mixed / 5625)].map(syllable).join('')
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`
const two = (number: number): string => String(number).padStart(2, '0')

/** A family that nobody else's name or birth date comes near: a mother, and children. */
export type Family = {
  readonly number: number
  readonly authority: Place
  readonly surname: string
  readonly children: number
  /** Where they live, which a restriction hides. */
  readonly street: string
}

export const familyOf = (number: number, children: number): Family => {
  const word = wordOf(number + 1)
  return {
    number,
    authority: number % 3 === 0 ? northmoor : westmarch,
    surname: `${capital(word)}${canary}`,
    children,
    street: `${capital(wordOf(number + 7001))} ${canary} Row`,
  }
}

const addressOf = ({ street, number }: Family) => ({
  houseNumber: String((number % 90) + 1),
  street,
  town: 'Westmarch',
  postcode: `WM${(number % 9) + 1} ${(number % 9) + 1}A${String.fromCharCode(65 + (number % 20))}`,
})

const birthOf = (number: number, year: number): string =>
  `${year}-${two((number % 12) + 1)}-${two((number % 28) + 1)}`

const motherOf = (family: Family) => ({
  names: [{ given: `${capital(wordOf(family.number + 301))}${canary}`, family: family.surname }],
  dateOfBirth: birthOf(family.number * 5 + 1, 1980 + (family.number % 20)),
  sex: 'F' as const,
  addresses: [addressOf(family)],
})

const childName = (family: Family, child: number) => ({
  given: `${capital(wordOf(family.number * 31 + child + 911))}${canary}`,
  family: family.surname,
})
const childBirth = (family: Family, child: number): string =>
  birthOf(family.number * 3 + child * 7 + 2, 2012 + (child % 12))

export const childIdOf = ({ number }: Family, child: number): string => `C${number}-${child}`

/** A child as its authority records it. */
export const registered = (
  family: Family,
  child: number,
  change: Partial<ChildInput> = {},
): ChildInput => ({
  authority: family.authority,
  name: childName(family, child),
  dateOfBirth: childBirth(family, child),
  sex: 'M',
  status: { code: family.number % 4 === 0 ? 'IN_NEED' : 'PROTECTION_PLAN', from: '2026-03-02' },
  addresses: [addressOf(family)],
  adults: [
    {
      id: `A${family.number}`,
      ...motherOf(family),
      relationship: 'MOTHER',
      parentalResponsibility: 'YES',
      livesWithChild: 'YES',
    },
  ],
  ...change,
})

const mostNamed = 4
/** One concern in eight tells all that its sender knows; the others who it is about, and a child only where no register knows one. */
const isFull = ({ number }: Family): boolean => number % 8 === 6
/** One family in four is on no register. */
export const isKnown = ({ number }: Pick<Family, 'number'>): boolean => number % 4 !== 3

/** What children’s social care is not for goes back to its sender: known families and others. */
const isNotTheirs = ({ number }: Family): boolean => number % 12 === 3 || number % 40 === 21

const namedOf = (family: Family): number => {
  if (isFull(family)) return Math.min(family.children, mostNamed)
  return isKnown(family) ? 0 : 1
}

const subjectOf = (family: Family) => {
  const { addresses, ...mother } = motherOf(family)
  return isFull(family) ? { ...mother, addresses } : mother
}

type ConsentInput = NonNullable<ConcernInput['consent']>
export const consents: readonly ConsentInput[] = [
  { status: 'GIVEN', whatWasAgreed: `Sharing ${canary}`, decidedOn: '2026-11-20' },
  { status: 'REFUSED', decidedOn: '2026-11-20', parentView: `Does not want it ${canary}` },
  { status: 'NOT_SOUGHT', whyNotSought: 'RISK_TO_CHILD' },
]

/** A concern about the mother of a family, in the words of a service, each with what must not leave. */
export const concernAbout = (family: Family, random: Random): ConcernInput => {
  const harm = random.pick(['H1', 'H2', 'H2', 'H2', 'H3', 'H4'] as const)
  const consent = random.pick([consents[0], consents[0], ...consents])
  return {
    purpose: isNotTheirs(family) ? 'other' : 'safeguarding',
    harm: isNotTheirs(family) ? 'H2' : harm,
    subject: {
      ...subjectOf(family),
      relationshipToChild: 'MOTHER',
      contactLevel: 'RESIDENT',
    },
    children: Array.from({ length: namedOf(family) }, (_, child) => ({
      name: childName(family, child),
      dateOfBirth: childBirth(family, child),
    })),
    ...(namedOf(family) === 0 && { whyChildrenUnknown: `She did not say, ${canary}.` }),
    authority: family.authority,
    factors: ['2B'],
    reason: `Relapse, ${canary} reason of ${family.number}.`,
    narrative: [{ kind: 'FACT', text: `Seen on Tuesday, ${canary} narrative.` }],
    ...(consent !== undefined && { consent }),
    ...(consent?.status === 'REFUSED' && { whyOverridden: `There is nobody else, ${canary}.` }),
    referrer: {
      name: `Ines ${capital(canary)}`,
      role: 'Drug worker',
      secureEmail: `ines.${canary}@secure-mail.example`,
      phone: '01632 960123',
    },
  }
}
