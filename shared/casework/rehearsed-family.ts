import type * as z from 'zod'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { concernSchema } from '../concerns/concern.ts'
import type { childSchema } from '../register/child.ts'

/** One concern that is rehearsed, with the family it is about: named by the moment at which it began, so that nothing need be kept of it. */
export type Take = { readonly id: string; readonly begunAt: Date }

/**
 * A mother and her child of whom there is nobody: numbers of the range 999, which is for tests and never issued, names that nobody has,
 * no address, telephone or e-mail. They are the same at every take, and stand in the register under another id.
 */
const mother = {
  names: [{ given: 'Wxyzette', family: 'Qrehearsal' }],
  dateOfBirth: '1990-02-28',
  sex: 'F',
  nhsNumbers: ['9990000018'],
} as const
const childAt = (begunAt: Date) =>
  ({
    name: { given: 'Zyxwell', family: 'Qrehearsal' },
    dateOfBirth: `${begunAt.getUTCFullYear() - 5}-06-30`,
    nhsNumber: '9990000026',
  }) as const

const words = 'Rehearsed by the hub at '
const sentences = ': nobody is meant, and nothing is to be done.'

/** The take that a reason tells of, if it is the reason of one. */
export const takeIn = (reason: string): Take | undefined => {
  const at = reason.startsWith(words) ? reason.slice(words.length, -sentences.length) : ''
  const begunAt = new Date(at)
  return Number.isNaN(begunAt.getTime()) ? undefined : takeAt(begunAt)
}

/** A take that begins at this moment: its id is that of a record, so letters and digits. */
export const takeAt = (begunAt: Date): Take => ({
  id: `R${begunAt.toISOString().replaceAll(/\W/g, '')}`,
  begunAt,
})

/** The family as the authority records it for one take. */
export const rehearsedChild = (
  { id, begunAt }: Take,
  authority: AuthorityCode,
): z.input<typeof childSchema> => ({
  authority,
  ...childAt(begunAt),
  sex: 'U',
  status: { code: 'EARLY_HELP' },
  adults: [
    {
      id: `${id}-A`,
      ...mother,
      names: [...mother.names],
      nhsNumbers: [...mother.nhsNumbers],
      relationship: 'MOTHER',
      parentalResponsibility: 'YES',
      livesWithChild: 'YES',
    },
  ],
})

/** The concern about it: of harm enough to be told at once, by consent, and answered by one person; without a day of an incident, so that it repeats no other. */
export const rehearsedConcern = (
  { begunAt }: Take,
  authority: AuthorityCode,
): z.input<typeof concernSchema> => ({
  purpose: 'safeguarding',
  harm: 'H2',
  subject: {
    ...mother,
    names: [...mother.names],
    nhsNumbers: [...mother.nhsNumbers],
    relationshipToChild: 'MOTHER',
    contactLevel: 'RESIDENT',
  },
  children: [
    {
      ...childAt(begunAt),
      relationships: [{ adult: 'subject', relationship: 'MOTHER', livesWithChild: 'YES' }],
    },
  ],
  authority,
  factors: ['2B'],
  reason: `${words}${begunAt.toISOString()}${sentences}`,
  narrative: [{ kind: 'FACT', text: 'The hub sends this to itself to see that its path is open.' }],
  consent: {
    status: 'GIVEN',
    whatWasAgreed: 'That the hub rehearses',
    parentAware: 'YES',
    decidedOn: londonDay(begunAt),
  },
  referrer: {
    name: 'Nobody',
    role: 'Rehearsal of the hub',
    secureEmail: 'nobody@hub.example',
    phone: '01632 960000',
  },
})

/** What the authority says of it at each step that says something. */
export const rehearsedAnswers = {
  acknowledgement: undefined,
  outcome: { outcome: 'EARLY_HELP' },
  feedback: { lines: [{ kind: 'FACT', text: 'The path is open.' }] },
} as const
