import { describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import type { Caller } from '../../../shared/agencies/access.ts'
import type { Person } from '../../../shared/agencies/same-person.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import {
  approvalRefusalOf,
  opensTo,
  reviewRefusalOf,
  turnOf,
} from '../../../shared/reviews/admit-emergency.ts'
import type { EmergencyAccess } from '../../../shared/reviews/emergency-access.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import {
  anApprovedAccess,
  anAskedAccess,
  anObject,
  dutyLead,
  dutyWorker,
  itsChild,
  minutesOn,
} from '../../builders/an-emergency-access.ts'
import { northmoor, partnershipLead, reviewLead, westmarch } from '../../builders/clients.ts'

const northmoorLead: Caller = { ...northmoor, clientId: 'northmoor-lead', scopes: ['alerts.lead'] }
const ownersLead: Person = { by: reviewLead.clientId, practitioner: 'owner-1' }
const atPartnership: Person = { by: partnershipLead.clientId, practitioner: 'partner-1' }

describe('who may approve what somebody asks in an emergency', () => {
  const lead = { caller: northmoorLead, person: dutyLead, minutes: 1, refusal: undefined }

  it.each<
    readonly [string, Partial<{ caller: Caller; person: Person; minutes: number; refusal: string }>]
  >([
    ['a lead of the same authority', {}],
    ['nobody after an hour', { minutes: 60, refusal: 'closed' }],
    ['not a colleague who is no lead', { caller: northmoor, refusal: 'not-theirs' }],
    ['not a lead of whoever holds it', { caller: reviewLead, refusal: 'not-theirs' }],
    ['not the partnership lead', { caller: partnershipLead, refusal: 'not-theirs' }],
    ['not who asked', { person: dutyWorker, refusal: 'same-person' }],
    [
      'not who asked, at another sign-in',
      { person: { ...dutyWorker, by: 'northmoor-lead' }, refusal: 'same-person' },
    ],
    [
      'not another id at the same sign-in',
      { person: { ...dutyLead, by: dutyWorker.by }, refusal: 'same-person' },
    ],
    ['nobody unnamed', { person: { by: 'northmoor-lead' }, refusal: 'same-person' }],
  ])('%s', (_, change) => {
    const { minutes, refusal, ...by } = { ...lead, ...change }
    expect(approvalRefusalOf(anAskedAccess(), { ...by, now: minutesOn(minutes) })).toBe(refusal)
  })

  it('nobody twice', () => {
    const by = { caller: northmoorLead, person: dutyLead, now: minutesOn(2) }
    expect(approvalRefusalOf(anApprovedAccess(), by)).toBe('closed')
  })
})

describe('what an approved access opens', () => {
  const asking = {
    caller: northmoor as Caller,
    person: dutyWorker,
    object: anObject,
    now: minutesOn(2),
  }
  const review = { verdict: 'JUSTIFIED', reason: 'Right.', person: ownersLead, at: '' } as const

  it.each<readonly [string, boolean, Partial<Parameters<typeof opensTo>[1]>]>([
    ['opens to who asked', true, {}],
    [
      'until the last moment of the half hour',
      true,
      { now: new Date(minutesOn(30).getTime() - 1) },
    ],
    ['not when that is over', false, { now: minutesOn(30) }],
    ['not before it was approved', false, { now: minutesOn(-1) }],
    [
      'to their work id in whatever case',
      true,
      { person: { ...dutyWorker, practitioner: 'DUTY-1' } },
    ],
    [
      'not to a colleague at the same system',
      false,
      { person: { ...dutyWorker, practitioner: 'duty-2' } },
    ],
    ['not to the same id at another system', false, { person: { ...dutyWorker, by: 'other' } }],
    ['not to somebody unnamed', false, { person: { by: dutyWorker.by } }],
    ['not to who approved', false, { person: dutyLead }],
    ['not at another authority', false, { caller: westmarch }],
    ['not another alert', false, { object: { kind: 'alert', id: alertIdSchema.parse(anId(3)) } }],
    ['not the chronology of its child', false, { object: { kind: 'chronology', id: itsChild } }],
  ])('%s', (_, isOpened, change) => {
    expect(opensTo(anApprovedAccess(), { ...asking, ...change })).toBe(isOpened)
  })

  it.each([
    ['opens nothing before it is approved', false, anAskedAccess()],
    [
      'opens nothing that one person approved for themselves',
      false,
      anApprovedAccess({ asker: dutyLead }),
    ],
    [
      'opens nothing once it is found unjustified',
      false,
      anApprovedAccess({ review: { ...review, verdict: 'NOT_JUSTIFIED' } }),
    ],
    [
      'goes on opening where it is found justified',
      true,
      anApprovedAccess({ state: 'REVIEWED', review }),
    ],
  ] as const)('%s', (_, isOpened, access) => {
    const person = access.asker
    expect(opensTo(access, { ...asking, person })).toBe(isOpened)
  })
})

describe('who may say whether it was justified', () => {
  const overdue = anApprovedAccess({ chases: 1 })

  const owner = { caller: reviewLead, person: ownersLead }
  const partner = { caller: partnershipLead, person: atPartnership }
  const asker = { caller: northmoorLead, person: dutyLead }
  const ofNobody = anApprovedAccess({}, { owner: 'HOLDING' })
  const ofTheirOwn = anApprovedAccess({}, { owner: northmoorCode })

  it.each<readonly [string, EmergencyAccess, { caller: Caller; person: Person }]>([
    ['the lead of whoever holds it', anApprovedAccess(), owner],
    ['and still when it is overdue', overdue, owner],
    ['the partnership lead when it is overdue', overdue, partner],
    ['the partnership lead of what nobody holds', ofNobody, partner],
  ])('%s', (_, access, by) => {
    expect(reviewRefusalOf(access, by)).toBeUndefined()
  })

  it.each<readonly [string, EmergencyAccess, { caller: Caller; person: Person }]>([
    ['not the partnership lead before', anApprovedAccess(), partner],
    ['nobody of the authority that asks', anApprovedAccess(), asker],
    ['nobody who is no lead', anApprovedAccess(), { ...owner, caller: westmarch }],
    ['nobody before it is approved', anAskedAccess(), owner],
  ])('%s', (_, access, by) => {
    expect(reviewRefusalOf(access, by)).toBe('not-theirs')
  })

  it('nobody twice, nor who approved it, nor somebody unnamed', () => {
    const twice = reviewRefusalOf(anApprovedAccess({ state: 'REVIEWED' }), owner)
    const approver = reviewRefusalOf(ofTheirOwn, asker)
    const unnamed = { ...owner, person: { by: reviewLead.clientId } }
    const refusals = [twice, approver, reviewRefusalOf(anApprovedAccess(), unnamed)]
    expect(refusals).toEqual(['closed', 'same-person', 'same-person'])
  })
})

describe('whose turn it is', () => {
  it.each([
    ['a lead’s of the authority that asks', anAskedAccess(), northmoorCode],
    ['the lead’s of whoever holds it', anApprovedAccess(), westmarchCode],
    ['the partnership lead’s, overdue', anApprovedAccess({ chases: 1 }), 'HOLDING'],
  ] as const)('%s', (_, access, holder) => {
    expect(turnOf(access)).toBe(holder)
  })
})
