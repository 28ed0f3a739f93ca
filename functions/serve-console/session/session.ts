import * as z from 'zod'
import { workIdSchema } from '../../../shared/kernel/work-id.ts'
import { type ConsoleRole, isConsoleRole, type Position } from '../roles.ts'

export const idleMinutes = 15
export const mostHours = 8

const positionSchema = z.object({
  role: z.custom<ConsoleRole>((value) => typeof value === 'string' && isConsoleRole(value)),
  organisation: z.string(),
})

const becauseSchema = z.object({
  id: z.string(),
  caseReference: z.string(),
  purpose: z.string(),
})
export const mostLooked = 4

/** What the console remembers of somebody who signed in. It stands sealed in their browser and nowhere else. */
export const sessionSchema = z.object({
  id: z.string(),
  workId: workIdSchema,
  name: z.string(),
  positions: z.array(positionSchema),
  /** Which of them they act in; none until they chose. */
  chosen: z.int().min(0).optional(),
  /** What the tokens of its forms are made of. */
  secret: z.string(),
  /** Records of the register that they look at, the newest first, in which case and for what: neither stands in an address. */
  looking: z.array(becauseSchema).max(mostLooked).optional(),
  /** The concern that they sent last, and how grave they said that it is. */
  sent: z.object({ concernId: z.string(), level: z.string() }).optional(),
  startedAt: z.number(),
  seenAt: z.number(),
})
export type Session = z.infer<typeof sessionSchema>

/** Somebody who signed in and acts in one position. */
export type Acting = Session & { readonly position: Position }

const minute = 60_000

/** The moment until which a session stands if nothing more is done with it. */
export const standsUntil = ({ startedAt, seenAt }: Pick<Session, 'startedAt' | 'seenAt'>): Date =>
  new Date(Math.min(seenAt + idleMinutes * minute, startedAt + mostHours * 60 * minute))

export const isOver = (session: Session, now: Date): boolean => standsUntil(session) <= now

/** Used again: the idle time begins anew, the day's end does not move. */
export const usedAt = (session: Session, now: Date): Session => ({
  ...session,
  seenAt: now.getTime(),
})

/** Whose something is that is kept: a person’s, in the role that they do it in. */
export const ownerOf = (session: Session): string => {
  const { role, organisation } = actingIn(session) ?? { role: '', organisation: '' }
  return `${session.workId} ${role} ${organisation}`
}

/** The position that somebody acts in: the one they chose, or the only one they have. */
export const actingIn = (session: Session): Position | undefined =>
  session.positions[session.chosen ?? (session.positions.length === 1 ? 0 : -1)]
