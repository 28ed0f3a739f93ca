import * as z from 'zod'
import { isPast } from '../../../shared/calendar/is-past.ts'
import { foldWorkId } from '../../../shared/kernel/work-id.ts'
import type { AskedInRole } from '../asked.ts'
import { isHubId } from '../http/hub-id.ts'
import { given } from '../hub/ask-as.ts'
import { consoleRoles } from '../roles.ts'

const whoSchema = z.object({ clientId: z.string(), practitioner: z.string().optional() })

const accessSchema = z.object({
  accessId: z.string(),
  object: z.object({ kind: z.enum(['alert', 'chronology']), id: z.string() }),
  justification: z.string(),
  caseReference: z.string(),
  purpose: z.string(),
  authority: z.string(),
  askedAt: z.string(),
  state: z.string(),
  dueAt: z.string(),
  asker: whoSchema,
  approved: z.object({ by: whoSchema, at: z.string(), endsAt: z.string() }).optional(),
  verdict: z.string().optional(),
  ofOwner: z
    .object({
      wasThere: z.boolean(),
      uses: z.int(),
      lastUsedAt: z.string().optional(),
      reason: z.string().optional(),
    })
    .optional(),
})
/** What somebody asked to read in an emergency, and what became of it, as the API discloses it. */
export type Access = z.infer<typeof accessSchema>

/** By the reading that is logged; undefined where the address names none. @throws Error with the API's problem */
export const readAccess = async ({
  ask,
  params: { id = '' },
}: Pick<AskedInRole, 'ask' | 'params'>): Promise<Access | undefined> => {
  if (!isHubId(id)) return undefined
  return given(accessSchema, await ask({ method: 'GET', path: `/emergency-access/${id}` }))
}

/** How it stands at this moment: the clock may not have come to it yet. */
export const standingOf = ({ state, dueAt, approved, verdict }: Access, now: Date) => {
  if (state === 'LAPSED' || (state === 'ASKED' && isPast(dueAt, now))) return 'lapsed'
  if (approved === undefined) return 'asked'
  if (verdict === 'NOT_JUSTIFIED') return 'ended'
  return isPast(approved.endsAt, now) ? 'over' : 'open'
}

const isSame = (workId: string | undefined, other: string): boolean =>
  workId !== undefined && foldWorkId(workId) === foldWorkId(other)

/** What whoever looks at it may do next. What the API does not let them do it says itself. */
export const mayDo = (access: Access, { now, session, acting }: AskedInRole) => {
  const isAsker = isSame(access.asker.practitioner, session.workId)
  const isApprover = isSame(access.approved?.by.practitioner, session.workId)
  const { isLead } = consoleRoles[acting.position.role]
  const standing = standingOf(access, now)
  return {
    isAsker,
    mayRead: isAsker && standing === 'open',
    mayApprove: isLead && !isAsker && standing === 'asked',
    isApprover,
    mayReview:
      access.state === 'APPROVED' && access.ofOwner !== undefined && !isAsker && !isApprover,
  }
}
