import { isTheirs } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import { type AdultId, authorityOf } from '../kernel/ids.ts'
import { type Found, removalOf } from '../register/register-change.ts'
import type { StoredAdult } from '../register/stored.ts'
import { type ChangeRegisterDeps, changeRegister } from './change-register.ts'
import type { DeleteResult, NotDeleted } from './delete-child.ts'

export type DeleteAdultInput = {
  readonly by: By
  readonly adultId: AdultId
  readonly reason: string
  readonly ifMatch: number
}

/** Takes away the record of an adult on whom no child depends, with the reason. A restriction must be lifted first. */
export const deleteAdult = async (
  { by, adultId, reason, ifMatch }: DeleteAdultInput,
  deps: ChangeRegisterDeps,
): Promise<DeleteResult> => {
  if (!isTheirs(by.caller, 'register.write', { authority: authorityOf(adultId) }))
    return { kind: 'not-theirs' }
  return changeRegister<Found<StoredAdult>, NotDeleted>(
    {
      by,
      about: { kind: 'adult', id: adultId, ifMatch },
      read: () => deps.readAdult(adultId),
      foundIn: (found) => found,
      plan: async (found, now) => {
        const known = found.record
        if (known === undefined) return { kind: 'not-found' }
        if (known.children.length > 0) return { kind: 'related' }
        if (known.restricted.address) return { kind: 'restricted' }
        const why = { at: now.toISOString(), by: [by.caller.clientId], fields: [], reason }
        const gone = removalOf(found, { kind: 'adult', id: adultId }, why)
        const change = { records: [gone], households: [], rekeys: [], agreements: [] }
        return { kind: 'planned', action: 'ADULT_DELETED', change }
      },
    },
    deps,
  )
}
