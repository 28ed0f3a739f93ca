import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { localIdSchema } from '../kernel/ids.ts'
import { plainLines } from '../people/plain-text.ts'

/** What became of what was agreed. An extension is a later end day under the same id. */
export const agreementStates = ['RUNNING', 'KEPT', 'BROKEN'] as const

const agreementShape = {
  id: localIdSchema.meta({ description: 'Your own id of the agreement; no personal data' }),
  agreedOn: calendarDateSchema,
  endsOn: calendarDateSchema.meta({ description: 'A later day, told again, extends it' }),
  with: z.array(localIdSchema).min(1).max(10).optional().meta({
    description: 'Your own ids of the adults with whom it was agreed',
  }),
  what: plainLines(1000).meta({ description: 'What was agreed with the parents' }),
  whatFollows: plainLines(500).meta({ description: 'What follows if it is not kept' }),
  decidedOn: calendarDateSchema
    .optional()
    .meta({ description: 'When it was found kept or broken' }),
} as const

/** A time-limited written agreement as an authority tells of it (F19). */
export const toldAgreementSchema = z
  .strictObject({ ...agreementShape, state: z.enum(agreementStates).default('RUNNING') })
  .refine(({ agreedOn, endsOn }) => agreedOn <= endsOn, {
    error: 'not before `agreedOn`',
    path: ['endsOn'],
  })
  .refine(({ state, decidedOn }) => (state === 'RUNNING') === (decidedOn === undefined), {
    error: 'with KEPT or BROKEN, and only then',
    path: ['decidedOn'],
  })
  .meta({ id: 'WrittenAgreement' })
export type ToldAgreement = z.infer<typeof toldAgreementSchema>

/** The same as it is kept; `extendedFrom` are the days on which it was to end before, the newest first. */
export const writtenAgreementSchema = z.strictObject({
  ...agreementShape,
  state: z.enum(agreementStates),
  extendedFrom: z.array(z.iso.date()),
})
export type WrittenAgreement = z.infer<typeof writtenAgreementSchema>

/**
 * Whether it runs on a day, an ISO date: from when it was agreed until somebody says that it was kept or broken. That its
 * end has passed ends no watch.
 */
export const isRunning = (
  { state, agreedOn }: Pick<WrittenAgreement, 'state' | 'agreedOn'>,
  today: string,
): boolean => state === 'RUNNING' && agreedOn <= today

/** What telling of an agreement makes of those that are known; or why it may not. */
export type AgreementTold =
  | 'AGREED'
  | 'EXTENDED'
  | 'KEPT'
  | 'BROKEN'
  | 'UNCHANGED'
  | 'other-words'
  | 'decided-before'

const hasItsWords = (told: ToldAgreement, known: WrittenAgreement): boolean =>
  told.agreedOn === known.agreedOn &&
  told.what === known.what &&
  told.whatFollows === known.whatFollows &&
  told.endsOn >= known.endsOn

export const stepOfAgreement = (
  told: ToldAgreement,
  all: readonly WrittenAgreement[],
): AgreementTold => {
  const known = all.find(({ id }) => id === told.id)
  if (known === undefined) return told.state === 'RUNNING' ? 'AGREED' : told.state
  if (!hasItsWords(told, known)) return 'other-words'
  if (known.state !== 'RUNNING') return told.state === known.state ? 'UNCHANGED' : 'decided-before'
  if (told.state !== 'RUNNING') return told.state
  return told.endsOn > known.endsOn ? 'EXTENDED' : 'UNCHANGED'
}

/** What was agreed stays as it was written: telling of it again extends it, says what became of it, or whom it is with, and nothing else. */
const merged = (told: ToldAgreement, known: WrittenAgreement | undefined): WrittenAgreement => {
  if (known === undefined) return { ...told, extendedFrom: [] }
  const agreedWith = known.with ?? told.with
  const kept = { ...known, ...(agreedWith !== undefined && { with: agreedWith }) }
  if (known.state !== 'RUNNING') return kept
  const isExtended = told.endsOn > known.endsOn
  return {
    ...kept,
    endsOn: isExtended ? told.endsOn : known.endsOn,
    state: told.state,
    ...(told.decidedOn !== undefined && { decidedOn: told.decidedOn }),
    extendedFrom: [...(isExtended ? [known.endsOn] : []), ...known.extendedFrom],
  }
}

/** Those told of now, then all that were known before: none is forgotten, and what was decided of one stands. */
export const withAgreements = (
  told: readonly ToldAgreement[],
  known: readonly WrittenAgreement[],
): WrittenAgreement[] => [
  ...told.map((one) =>
    merged(
      one,
      known.find(({ id }) => id === one.id),
    ),
  ),
  ...known.filter(({ id }) => !told.some((one) => one.id === id)),
]
