import type { Deps, Who } from '../deps.ts'
import { cookieKind } from '../http/cookies.ts'
import type { Visit } from '../http/read-visit.ts'
import { unseal } from './seal-session.ts'
import { actingIn, isOver, type Session, sessionSchema } from './session.ts'

/** Who sends a request, by its cookie: a session that was ended is nobody's, wherever its cookie was copied to. */
export const whoAsks = async (
  { cookies }: Visit,
  { cookieKeys, keeping, url }: Deps,
  now: Date,
): Promise<Who> => {
  const sealed = cookies.get(cookieKind(url).nameOf('session'))
  const read = sessionSchema.safeParse(await unseal(cookieKeys, 'session', sealed))
  if (!read.success) return { kind: 'nobody' }
  const session: Session = read.data
  if (await keeping.isEnded(session.id)) return { kind: 'nobody' }
  if (isOver(session, now)) return { kind: 'over', session }
  const position = actingIn(session)
  if (position === undefined) return { kind: 'known', session }
  return { kind: 'known', session, acting: { ...session, position } }
}
