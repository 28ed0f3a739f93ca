import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Caller } from '../../../shared/agencies/access.ts'
import { holdingQueue } from '../../../shared/agencies/holder.ts'
import type { Person } from '../../../shared/agencies/same-person.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import {
  approvalRefusalOf,
  opensTo,
  reviewRefusalOf,
} from '../../../shared/reviews/admit-emergency.ts'
import {
  approvedAccess,
  askedAccess,
  type EmergencyAccess,
  type EmergencyObject,
  nextAccess,
} from '../../../shared/reviews/emergency-access.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { accessId } from '../../builders/an-emergency-access.ts'
import { northmoor as worker } from '../../builders/clients.ts'
import { now } from '../../builders/ports.ts'
import { runs } from '../../builders/runs.ts'

const people = fc.record({
  by: fc.constantFrom('one-system', 'other-system'),
  practitioner: fc.constantFrom('p-1', 'P-1', 'p-2', undefined),
  isVouchedFor: fc.constantFrom(true, undefined),
})
const objects = fc.constantFrom<EmergencyObject[]>(
  { kind: 'alert', id: alertIdSchema.parse(anId(2)) },
  { kind: 'alert', id: alertIdSchema.parse(anId(3)) },
  { kind: 'chronology', id: childIdSchema.parse(`${westmarch}.C1`) },
)
const authorities = fc.constantFrom(northmoor, westmarch)
const acts = fc.record({
  act: fc.constantFrom('approve', 'read', 'read', 'review'),
  authority: authorities,
  isLead: fc.boolean(),
  person: people,
  object: objects,
  /** Somebody else, elsewhere or of something else; or again who asked, of what they asked. */
  isAsAsked: fc.boolean(),
  minutes: fc.integer({ min: 0, max: 12 }),
  verdict: fc.constantFrom('JUSTIFIED' as const, 'NOT_JUSTIFIED' as const),
  owner: fc.constantFrom(northmoor, westmarch, holdingQueue),
})
type Made<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never
type Act = Made<typeof acts>
const asked = fc.record({ asker: people, object: objects, authority: authorities })
type Asked = Made<typeof asked>

type Try = Omit<Act, 'isAsAsked' | 'minutes'> & { readonly now: Date; readonly caller: Caller }

/** What is tried, one thing after another, each at its own moment. */
const triesOf = ({ asker, object, authority }: Asked, each: readonly Act[]): readonly Try[] => {
  let time = now.getTime()
  return each.map(({ isAsAsked, minutes, ...one }) => {
    time += minutes * 60_000
    const who = { ...one, ...(isAsAsked && { person: asker, object, authority }) }
    const scopes: Caller['scopes'] = [
      'alerts.read',
      ...(one.isLead ? ['alerts.lead' as const] : []),
    ]
    const caller = { ...worker, scopes, authority: who.authority }
    return { ...who, now: new Date(time), caller }
  })
}

/** The access after one try; the same where the try is refused. */
const after = (access: EmergencyAccess, one: Try): EmergencyAccess => {
  if (one.act === 'approve' && approvalRefusalOf(access, one) === undefined)
    return approvedAccess(access, { ...one, standing: undefined }, one.now)
  if (one.act !== 'review' || reviewRefusalOf(access, one) !== undefined) return access
  const { verdict, person } = one
  return nextAccess(access, { state: 'REVIEWED', review: { verdict, reason: '', person, at: '' } })
}

/** What was tried before each reading that was let in. */
const readingsOf = (one: Asked, each: readonly Act[]) => {
  const { asker: person, ...rest } = one
  const words = { accessId, justification: '', caseReference: '', purpose: '' }
  let access = askedAccess({ ...words, ...rest, asker: person }, now)
  return triesOf(one, each).flatMap((tried, at, all) => {
    access = after(access, tried)
    const isLetIn = tried.act === 'read' && opensTo(access, tried)
    return isLetIn ? [{ tried, before: all.slice(0, at), review: access.review }] : []
  })
}

const foldedId = ({ practitioner }: Person): string | undefined => practitioner?.toLowerCase()

describe('whatever is tried with an emergency access', () => {
  let letIn = 0

  it('only who asked reads, that one object, within half an hour of another person’s approval', () => {
    fc.assert(
      fc.property(asked, fc.array(acts, { maxLength: 12 }), (one, each) => {
        for (const { tried, before, review } of readingsOf(one, each)) {
          letIn += 1
          const { person, object, authority } = tried
          expect([object, authority, person.by]).toEqual([one.object, one.authority, one.asker.by])
          expect(foldedId(person)).toBe(foldedId(one.asker))
          const byAnother = before.some(
            (earlier) =>
              earlier.act === 'approve' &&
              earlier.isLead &&
              earlier.authority === one.authority &&
              foldedId(earlier.person) !== foldedId(one.asker) &&
              tried.now.getTime() - earlier.now.getTime() < 30 * 60_000,
          )
          expect(byAnother).toBe(true)
          expect(review?.verdict).not.toBe('NOT_JUSTIFIED')
        }
      }),
      runs(3_000),
    )
  })

  it('and that happens, or nothing was tried', () => {
    expect(letIn).toBeGreaterThan(20)
  })
})
