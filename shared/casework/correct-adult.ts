import { isTheirs } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import { type AdultId, authorityOf } from '../kernel/ids.ts'
import { withFacts } from '../register/adult-draft.ts'
import { type AdultCorrection, correctAdult as withoutWrong } from '../register/correct-adult.ts'
import { withNote } from '../register/correction-note.ts'
import { planAdult } from '../register/plan-change.ts'
import type { Found } from '../register/register-change.ts'
import type { StoredAdult } from '../register/stored.ts'
import { type ChangeRegisterDeps, changeRegister } from './change-register.ts'
import { type CorrectResult, type NotCorrected, noteOf } from './correct-child.ts'

export type CorrectAdultInput = {
  readonly by: By
  readonly adultId: AdultId
  readonly correction: AdultCorrection
  readonly ifMatch: number
}

/** Takes back what was recorded of an adult and is wrong, with the reason. */
export const correctAdult = async (
  { by, adultId, correction, ifMatch }: CorrectAdultInput,
  deps: ChangeRegisterDeps,
): Promise<CorrectResult> => {
  if (!isTheirs(by.caller, 'register.write', { authority: authorityOf(adultId) }))
    return { kind: 'not-theirs' }
  return changeRegister<Found<StoredAdult>, NotCorrected>(
    {
      by,
      about: { kind: 'adult', id: adultId, ifMatch },
      read: () => deps.readAdult(adultId),
      foundIn: (found) => found,
      plan: async (found, now) => {
        const known = found.record
        if (known === undefined) return { kind: 'not-found' }
        const corrected = withoutWrong(known, correction)
        if (corrected.kind === 'refused') return corrected
        const corrections = withNote(known.corrections, noteOf({ by, correction, now }))
        const draft = { ...withFacts(adultId, corrected.facts, known), corrections }
        const change = await planAdult(found, draft, { hashKeys: deps.hashKeys, now })
        return { kind: 'planned', action: 'ADULT_CORRECTED', change }
      },
    },
    deps,
  )
}
