import type { Person } from '../../agencies/same-person.ts'
import type { Alert } from '../alert.ts'
import { givenBy } from './given-by.ts'
import { isSentAgain, lastAnswerOf } from './last-answer.ts'
import type { TellingGiven } from './telling-schema.ts'

export type TellingResult =
  | { readonly kind: 'answered' | 'already-answered'; readonly alert: Alert }
  | { readonly kind: 'changed-since-read' | 'in-the-future' }

/** The alert with one telling more; what was recorded before stays. */
export const recordTelling = (
  alert: Alert,
  given: TellingGiven,
  by: { readonly person: Person; readonly expectedVersion: number; readonly now: Date },
): TellingResult => {
  const answer = { step: 'telling', ...given }
  if (isSentAgain(alert, answer, by)) return { kind: 'already-answered', alert }
  if (alert.version !== by.expectedVersion) return { kind: 'changed-since-read' }
  if (given.wasTold && Date.parse(given.toldAt) > by.now.getTime()) return { kind: 'in-the-future' }
  const tellings = [...(alert.tellings ?? []), { ...givenBy(by), given }]
  const lastAnswer = lastAnswerOf(answer, by)
  return { kind: 'answered', alert: { ...alert, version: alert.version + 1, tellings, lastAnswer } }
}
