import * as z from 'zod'
import { type JoinedChild, joinedChildSchema } from '../../household/joined-child.ts'
import { present } from '../../kernel/present.ts'
import { stageOf } from '../../people/stage.ts'
import { statusCodes } from '../../register/child-status.ts'
import type { StoredChild } from '../../register/stored.ts'
import { writtenAgreementSchema } from '../../register/written-agreement.ts'

/** A known child of the reader's own authority: why it stands here, and how the register has it now. */
export const knownChildSchema = joinedChildSchema
  .omit({ authority: true, openStatus: true, isAdopted: true })
  .extend({
    status: z
      .strictObject({
        code: z.enum(statusCodes),
        from: z.string().optional(),
        to: z.string().optional(),
      })
      .optional()
      .meta({ description: 'As registered now; absent where the record is gone' }),
    agreements: z
      .array(
        writtenAgreementSchema.pick({
          id: true,
          with: true,
          agreedOn: true,
          endsOn: true,
          state: true,
        }),
      )
      .optional()
      .meta({ description: 'Written agreements; what was agreed stands in the chronology' }),
    allocatedTeam: z.string().optional(),
    allocatedTeamContact: z.string().optional(),
  })
export type KnownChild = z.infer<typeof knownChildSchema>

/** `today` is London's. */
export const knownChildOf = (
  { childId, why, relationships }: JoinedChild,
  stored: StoredChild | undefined,
  today: string,
): KnownChild => {
  if (stored === undefined) return { childId, why, relationships }
  const { status, allocatedTeam, allocatedTeamContact, writtenAgreements } = stored.child
  const agreements = writtenAgreements.map(({ id, with: agreedWith, agreedOn, endsOn, state }) => ({
    id,
    ...present({ with: agreedWith }),
    agreedOn,
    endsOn,
    state,
  }))
  const { code, from, to } = status
  return {
    childId,
    why,
    relationships,
    ...stageOf(stored.child, today),
    status: { code, ...present({ from, to }) },
    ...(agreements.length > 0 && { agreements }),
    ...present({ allocatedTeam, allocatedTeamContact }),
  }
}
