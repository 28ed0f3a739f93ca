import { isTheirs } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import { adultIdSchema, hubWide } from '../kernel/ids.ts'
import type { Adult } from '../register/adult.ts'
import { adultToldOf } from '../register/adult-draft.ts'
import { planAdult } from '../register/plan-change.ts'
import type { Found } from '../register/register-change.ts'
import type { StoredAdult } from '../register/stored.ts'
import { type ChangeRegisterDeps, changeRegister, type RegisterChanged } from './change-register.ts'

/** As for a child: see `RecordChildInput`. */
export type RecordAdultInput = {
  readonly by: By
  readonly localId: string
  readonly adult: Adult
  readonly ifMatch?: number | undefined
}

export type RecordAdultResult = RegisterChanged | { readonly kind: 'not-theirs' }

/** Records an adult by themselves, whether or not a child depends on them. All that was recorded before stays. */
export const recordAdult = async (
  { by, localId, adult, ifMatch }: RecordAdultInput,
  deps: ChangeRegisterDeps,
): Promise<RecordAdultResult> => {
  if (!isTheirs(by.caller, 'register.write', adult)) return { kind: 'not-theirs' }
  const adultId = adultIdSchema.parse(hubWide(adult.authority, localId))
  return changeRegister<Found<StoredAdult>, { readonly kind: 'moved' }>(
    {
      by,
      about: { kind: 'adult', id: adultId, ifMatch },
      read: () => deps.readAdult(adultId),
      foundIn: (found) => found,
      plan: async (found, now) => {
        if (ifMatch !== undefined && found.record === undefined) return { kind: 'moved' }
        const draft = adultToldOf(adultId, adult, found.record)
        const change = await planAdult(found, draft, { hashKeys: deps.hashKeys, now })
        return { kind: 'planned', action: 'ADULT_RECORDED', change }
      },
    },
    deps,
  )
}
