import * as z from 'zod'
import { hubWide, localIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { mostAdults } from './child.ts'
import { type ChildStatus, childStatusSchema } from './child-status.ts'
import { isSomething, isWrong, wrongAddresses, wrongNames, wrongTexts } from './correct-adult.ts'
import { reasonSchema } from './correction-note.ts'
import { addressKey, nameKey, textKey } from './keep-all.ts'
import type { StoredChild } from './stored.ts'
import { type Corrected, createTaking } from './taking.ts'

/** What was recorded of a child and is wrong. What is merely over is told by recording the child anew. */
export const childCorrectionSchema = z
  .strictObject({
    remove: z
      .strictObject({
        names: wrongNames,
        addresses: wrongAddresses,
        nhsNumbers: wrongTexts,
        adults: z.array(localIdSchema).min(1).max(mostAdults).optional().meta({
          description: 'Your own ids of adults who are not related to this child and never were',
        }),
        writtenAgreements: z.array(localIdSchema).min(1).max(20).optional().meta({
          description: 'Your own ids of agreements that were never made',
        }),
        earlierStatuses: z.array(childStatusSchema).min(1).max(20).optional(),
        dateOfBirth: isWrong,
        expectedDateOfDelivery: isWrong,
        uniquePupilNumber: isWrong,
        allocatedTeam: isWrong,
        allocatedTeamContact: isWrong,
        school: isWrong,
        gp: isWrong,
      })
      .refine(isSomething, { error: 'name what is wrong' }),
    reason: reasonSchema,
  })
  .meta({ id: 'ChildCorrection' })
export type ChildCorrection = z.infer<typeof childCorrectionSchema>

type Facts = Pick<StoredChild, 'child' | 'adults'>
type Remove = ChildCorrection['remove']
type Taking = ReturnType<typeof createTaking>

const statusKey = ({ code, from }: ChildStatus): string => `${code}|${from ?? ''}`

/** The first of what remains is the current one. */
const namesAndNumbers = ({ child }: Facts, remove: Remove, { list }: Taking) => {
  const allNames = [...(child.name === undefined ? [] : [child.name]), ...child.alsoKnownAs]
  const names = list('names', allNames, { wrong: remove.names, keyOf: nameKey })
  const allNumbers = [
    ...(child.nhsNumber === undefined ? [] : [child.nhsNumber]),
    ...child.formerNhsNumbers,
  ]
  const numbers = list('nhsNumbers', allNumbers, { wrong: remove.nhsNumbers, keyOf: textKey })
  const isNamed = child.name !== undefined
  return {
    ...present({ name: isNamed ? names[0] : undefined, nhsNumber: numbers[0] }),
    alsoKnownAs: isNamed ? names.slice(1) : names,
    formerNhsNumbers: numbers.slice(1),
  }
}

const single = [
  'dateOfBirth',
  'expectedDateOfDelivery',
  'uniquePupilNumber',
  'allocatedTeam',
  'allocatedTeamContact',
  'school',
  'gp',
] as const

const singles = ({ child }: Facts, remove: Remove, { one }: Taking) =>
  Object.fromEntries(
    single.flatMap((field) => {
      const left = one(field, child[field], remove[field])
      return left === undefined ? [] : [[field, left]]
    }),
  )

/** A child's record without what is wrong in it. An adoption that was recorded goes on protecting until that is lifted. */
export const correctChild = (
  facts: Facts,
  { remove }: Pick<ChildCorrection, 'remove'>,
): Corrected<Facts> => {
  const taking = createTaking()
  const { list, refused } = taking
  const { authority, sex, status, restricted, addresses, earlierStatuses, writtenAgreements } =
    facts.child
  const child = {
    authority,
    sex,
    status,
    restricted,
    ...singles(facts, remove, taking),
    ...namesAndNumbers(facts, remove, taking),
    addresses: list('addresses', addresses, { wrong: remove.addresses, keyOf: addressKey }),
    earlierStatuses: list('earlierStatuses', earlierStatuses, {
      wrong: remove.earlierStatuses,
      keyOf: statusKey,
    }),
  }
  const never = new Set(remove.writtenAgreements ?? [])
  const agreed = writtenAgreements.filter(({ id }) => !never.delete(id))
  if (never.size > 0) taking.note('writtenAgreements')
  const wrong = new Set((remove.adults ?? []).map((id) => hubWide(authority, id)))
  const adults = facts.adults.filter(({ adultId }) => !wrong.delete(adultId))
  if (wrong.size > 0) taking.note('adults')
  return refused.length > 0
    ? { kind: 'refused', fields: refused }
    : { kind: 'corrected', facts: { child: { ...child, writtenAgreements: agreed }, adults } }
}
