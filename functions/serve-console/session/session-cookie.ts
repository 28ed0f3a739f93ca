import type { AskedSignedIn } from '../asked.ts'
import type { Deps } from '../deps.ts'
import { cookieKind } from '../http/cookies.ts'
import { seal } from './seal-session.ts'
import { mostHours, type Session, usedAt } from './session.ts'

const hourSeconds = 3600

/**
 * The cookie that carries a session. It outlives the session in the browser, so that whoever sends a form too late is known by it
 * and what they typed can be kept; nothing else is answered by it then.
 */
export const sessionCookie = async (
  session: Session,
  { cookieKeys, url }: Pick<Deps, 'cookieKeys' | 'url'>,
): Promise<string> =>
  cookieKind(url).set(
    'session',
    await seal(cookieKeys, 'session', session),
    mostHours * hourSeconds,
  )

/** An answer that lets a session remember something from here on. */
export const remembering = async (
  { session, now, deps }: Pick<AskedSignedIn, 'session' | 'now' | 'deps'>,
  more: Pick<Session, 'looking' | 'sent'>,
): Promise<{ readonly cookies: readonly string[] }> => ({
  cookies: [await sessionCookie(usedAt({ ...session, ...more }, now), deps)],
})
