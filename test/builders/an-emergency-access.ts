import { northmoor as northmoorCode, westmarch as westmarchCode } from '../../infra/stages/local.ts'
import type { Holder } from '../../shared/agencies/holder.ts'
import type { Person } from '../../shared/agencies/same-person.ts'
import { alertIdSchema, childIdSchema, emergencyAccessIdSchema } from '../../shared/kernel/ids.ts'
import {
  approvedAccess,
  askedAccess,
  type EmergencyAccess,
} from '../../shared/reviews/emergency-access.ts'
import { anId } from './a-stored-concern.ts'
import { now } from './ports.ts'

export const accessId = emergencyAccessIdSchema.parse(anId(70))
export const anObject = { kind: 'alert', id: alertIdSchema.parse(anId(2)) } as const
export const itsChild = childIdSchema.parse(`${westmarchCode}.C1`)

/** The duty worker of Northmoor asks, and its lead approves, at their own sign-ins. */
export const dutyWorker: Person = { by: 'northmoor-case-system', practitioner: 'duty-1' }
export const dutyLead: Person = { by: 'northmoor-lead', practitioner: 'lead-1' }

export const justification =
  'A child was found alone at the station at two in the morning, and will not say where home is.'

export const minutesOn = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

/** Asked by Northmoor of what is Westmarch's, at ten o'clock on Monday 23 November 2026. */
export const anAskedAccess = (change: Partial<EmergencyAccess> = {}): EmergencyAccess => ({
  ...askedAccess(
    {
      accessId,
      object: anObject,
      justification,
      caseReference: 'night-4',
      purpose: 'safeguarding',
      authority: northmoorCode,
      asker: dutyWorker,
    },
    now,
  ),
  ...change,
})

/** The same, approved at once. */
export const anApprovedAccess = (
  change: Partial<EmergencyAccess> = {},
  { owner = westmarchCode, isThere = true }: { owner?: Holder; isThere?: boolean } = {},
): EmergencyAccess => ({
  ...approvedAccess(
    anAskedAccess(),
    {
      person: dutyLead,
      owner,
      standing: isThere ? { owner, children: [itsChild] } : undefined,
    },
    now,
  ),
  ...change,
})
