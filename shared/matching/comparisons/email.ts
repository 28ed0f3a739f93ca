import { areSimilar } from '../text/jaro-winkler.ts'
import { bestLevel } from './best-level.ts'

/** `mailbox` is the same name at another provider. */
export const emailLevels = ['same', 'mailbox', 'similar', 'different'] as const
export type EmailLevel = (typeof emailLevels)[number]

/** A shorter mailbox is a pair of initials, which names nobody. */
const tellingLength = 5

const mailboxOf = (email: string): string => email.slice(0, email.indexOf('@'))

const compareOne = (a: string, b: string): EmailLevel => {
  if (a === b) return 'same'
  const mailbox = mailboxOf(a)
  if (mailbox.length >= tellingLength && mailbox === mailboxOf(b)) return 'mailbox'
  return areSimilar(a, b) ? 'similar' : 'different'
}

/** The best level over both lists. */
export const compareEmails = bestLevel(emailLevels, compareOne)
