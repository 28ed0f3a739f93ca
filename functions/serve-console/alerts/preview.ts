import { contactsIn } from '../../../shared/people/contacts-in.ts'
import { withoutPostcodes } from '../../../shared/people/protect-text.ts'
import { mark } from '../../../shared/people/striking/mark.ts'
import { type Whereabouts as Hidden, striker } from '../../../shared/people/striking/striker.ts'
import type { Answers } from '../concern/draft.ts'
import { type Alert, noticesIn } from './alert.ts'
import type { Content } from './alert-content.ts'
import { linesOfFeedback } from './body-of-answer.ts'
import { isSecret } from './what-to-do.ts'

/** A text in its pieces: what stands, and where something is struck out. */
type Piece = { readonly text: string; readonly isStruck: boolean }
/** What is written as its reader will see it, as far as whoever wrote it may know that. */
export type Preview = {
  readonly lines: readonly { readonly kind: string; readonly pieces: readonly Piece[] }[]
  readonly nextStep: readonly Piece[]
  readonly isAnyStruck: boolean
}

/** Refuges, and the numbers and codes of the safety block. */
const safePlaces = ({ whereabouts, safety }: Content): readonly Hidden[] => {
  const { number, times, notSafeToTalkTo } = safety.safeContact ?? {}
  const words = [
    times,
    notSafeToTalkTo,
    safety.workerSafety,
    ...safety.keepFrom.flatMap(({ person, why }) => [person, why]),
  ].filter((text) => text !== undefined)
  const refuges = whereabouts.flatMap(({ places }) =>
    places.flatMap(({ kind, text }) => (kind === 'refuge' ? [text] : [])),
  )
  return [
    { places: refuges },
    { phones: number === undefined ? [] : [number] },
    ...words.map(contactsIn),
  ]
}

/** Where everybody is said to be but whoever the danger comes from. */
const secretPlaces = ({ whereabouts, adults }: Content): readonly Hidden[] => {
  const dangerous = adults.filter(({ role }) => role === 'ALLEGED_PERPETRATOR')
  return whereabouts
    .filter(({ person }) => !dangerous.some((one) => one.person === person))
    .map(({ addresses, phones, emails, places }) => ({
      addresses,
      phones,
      emails,
      places: places.map(({ text }) => text),
    }))
}

/**
 * Strikes what of the alert itself, in whichever of its notices, its sender may not read again: what it says to keep somebody safe, and every place in it that is
 * said to be secret (policy X1). What is protected elsewhere is struck too when it is read, and is not shown here: a preview by it
 * would tell whoever guesses.
 */
const strikeFor = (told: readonly Content[]): ((text: string) => string) => {
  const isRestricted = told.some(({ flags }) => flags.includes('RESTRICTED_ADDRESS'))
  const homes = told.flatMap(
    ({ whereabouts }) => whereabouts.find(({ person }) => person === 'subject')?.addresses ?? [],
  )
  const strike = striker({
    whereabouts: told.flatMap((content) => [
      ...safePlaces(content),
      ...(isRestricted ? secretPlaces(content) : []),
    ]),
    except: isRestricted ? [] : homes,
  })
  return (text) => (told.some(isSecret) ? withoutPostcodes(strike(text)) : strike(text))
}

const piecesOf = (text: string): readonly Piece[] =>
  text
    .split(mark)
    .flatMap((part, at) => [
      ...(at === 0 ? [] : [{ text: mark, isStruck: true }]),
      ...(part === '' ? [] : [{ text: part, isStruck: false }]),
    ])

/** The answer to a sender as they will read it. */
export const previewOf = (answers: Answers, alert: Alert): Preview => {
  const strike = strikeFor(noticesIn(alert).map(({ content }) => content))
  const lines = linesOfFeedback(answers).map(({ kind, text }) => ({
    kind,
    pieces: piecesOf(strike(text)),
  }))
  const nextStep = piecesOf(strike(answers['nextStep'] ?? ''))
  const all = [...lines.flatMap(({ pieces }) => pieces), ...nextStep]
  return { lines, nextStep, isAnyStruck: all.some(({ isStruck }) => isStruck) }
}
