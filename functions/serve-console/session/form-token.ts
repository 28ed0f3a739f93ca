import { createHmac, timingSafeEqual } from 'node:crypto'
import { actingIn, type Session } from './session.ts'

/** What the forms of a session are made with: another where somebody acts in another role, so that no page of one role is sent in the other. */
export const formSecretOf = (session: Session): string =>
  `${session.secret} ${JSON.stringify(actingIn(session) ?? '')}`

/** Signs that a form has of the session that it was made for. */
const codeOf = (secret: string, salt: string): string =>
  createHmac('sha256', secret).update(`form ${salt}`).digest('base64url')

/** A token for the forms of a session: each page another, so that nothing of it can be learnt from how well pages compress. */
export const formTokenOf = (secret: string, salt: string): string =>
  `${salt}.${codeOf(secret, salt)}`

/** Whether a form has a token of this session; compared in constant time. */
export const isFormToken = (secret: string, token: string): boolean => {
  const [salt = '', code = ''] = token.split('.')
  const [given, expected] = [Buffer.from(code), Buffer.from(codeOf(secret, salt))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
