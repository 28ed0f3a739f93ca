import { describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import type { Caller } from '../../../shared/agencies/access.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { approveEmergencyAccess } from '../../../shared/casework/approve-emergency-access.ts'
import { askEmergencyAccess } from '../../../shared/casework/ask-emergency-access.ts'
import { attendEmergency } from '../../../shared/casework/attend-emergency.ts'
import type { CommitEmergencyDeps } from '../../../shared/casework/emergency-deps.ts'
import { readEmergencyAccess } from '../../../shared/casework/read-emergency-access.ts'
import { reviewEmergencyAccess } from '../../../shared/casework/review-emergency-access.ts'
import {
  theirsOrOpened,
  useEmergencyAccess,
} from '../../../shared/casework/use-emergency-access.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import type { EmergencyAccess, StandingObject } from '../../../shared/reviews/emergency-access.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { anAlert } from '../../builders/an-alert.ts'
import {
  accessId,
  anApprovedAccess,
  anAskedAccess,
  anObject,
  dutyLead,
  dutyWorker,
  itsChild,
  justification,
} from '../../builders/an-emergency-access.ts'
import { northmoor, reviewLead } from '../../builders/clients.ts'
import { aTrace, byOf, inTurn, now, saidOf } from '../../builders/ports.ts'

const northmoorLead: Caller = { ...northmoor, clientId: dutyLead.by, scopes: ['alerts.lead'] }
const standing: StandingObject = { owner: westmarchCode, children: [itsChild] }
type Step = Parameters<CommitEmergencyDeps['commitAccess']>[0]
type Committed = Awaited<ReturnType<CommitEmergencyDeps['commitAccess']>>

/** Ports over one access; every commit is kept, whether or not another was faster. */
const over = (
  access: EmergencyAccess | undefined,
  {
    found = standing,
    answers = ['committed'],
  }: { readonly found?: StandingObject | null; readonly answers?: readonly Committed[] } = {},
) => {
  const trace = aTrace()
  const { recording, acting, port } = trace
  const steps: Step[] = []
  const answer = inTurn(answers[0] ?? 'committed', ...answers.slice(1))
  const ports = {
    readAccess: port('readAccess', () => access),
    findObject: port('findObject', () => found ?? undefined),
    commitAccess: port('commitAccess', (step: Step) => {
      steps.push(step)
      return answer()
    }),
  }
  return { ...trace, steps, deps: { ...recording, ...ports }, byClock: { ...acting, ...ports } }
}

/** Asked of the chronology of a child. */
const anAskedOf = (id: string): EmergencyAccess =>
  anAskedAccess({ object: { kind: 'chronology', id: childIdSchema.parse(id) } })

const saidIn = ({ entries }: Step) => entries.map(({ entryId: _, ...said }) => said)
const inCase = { caseReference: 'night-4', purpose: 'safeguarding' }
const asking = { by: { ...byOf(northmoor, 'duty-1'), inCase }, object: anObject, justification }
const approving = { by: byOf(northmoorLead, 'lead-1'), accessId }

describe('asking in an emergency', () => {
  it.each([
    ['there', standing],
    ['not there', null],
  ] as const)('does the same whether what is asked for is there: %s', async (_, found) => {
    const { deps, done, steps } = over(undefined, { found })
    const access = await askEmergencyAccess(asking, deps)
    expect(done).toEqual(['findObject', 'commitAccess'])
    expect(steps[0]).toMatchObject({
      access,
      messages: [
        {
          to: `escalations-${northmoorCode}`,
          type: 'emergency-access.asked',
          kind: 'alert',
          urgency: 'immediate',
        },
      ],
    })
    expect({ ...access, accessId }).toEqual(anAskedAccess())
  })

  it('stands in the log under the object and its children where it is there, and else under itself', async () => {
    const subjects = async (found: StandingObject | null): Promise<readonly string[]> => {
      const { deps, steps } = over(undefined, { found })
      const { accessId: own } = await askEmergencyAccess(asking, deps)
      const [said] = steps.flatMap(saidIn)
      expect(said).toMatchObject({ codes: { object: 'alert' }, ...inCase })
      return (said?.subjects ?? []).map((id) => (id === own ? 'itself' : id))
    }
    expect(await subjects(standing)).toEqual(['itself', anObject.id, itsChild])
    expect(await subjects(null)).toEqual(['itself'])
  })

  it('is not for a caller who names nobody, or no case', async () => {
    const { deps, steps } = over(undefined)
    const unnamed = { ...asking, by: { ...byOf(northmoor), inCase } }
    const caseless = { ...asking, by: byOf(northmoor, 'duty-1') }
    for (const one of [unnamed, caseless])
      await expect(askEmergencyAccess(one, deps)).rejects.toMatchObject({ code: 'request-invalid' })
    expect(steps).toEqual([])
  })
})

describe('approving what was asked in an emergency', () => {
  it('opens it for half an hour, and tells the lead of whoever holds it', async () => {
    const { deps, steps } = over(anAskedAccess())
    const result = await approveEmergencyAccess(approving, deps)
    expect(result).toEqual({ kind: 'approved', access: anApprovedAccess() })
    expect(steps[0]?.messages).toMatchObject([
      { to: `escalations-${westmarchCode}`, type: 'emergency-access.approved', kind: 'alert' },
    ])
    expect(steps.flatMap(saidIn)).toEqual([
      saidOf(northmoorLead, 'EMERGENCY_ACCESS_APPROVED', {
        practitioner: 'lead-1',
        subjects: [accessId, anObject.id, itsChild],
        codes: { object: 'alert', owner: westmarchCode },
      }),
    ])
  })

  it('is reviewed by the end of the next working day', () => {
    expect(anApprovedAccess().dueAt).toBe('2026-11-24T23:59:59.999Z')
  })

  it.each<
    readonly [string, { access: EmergencyAccess; found: StandingObject | null; owner: string }]
  >([
    [
      'an alert that is not there: the partnership lead',
      { access: anAskedAccess(), found: null, owner: 'HOLDING' },
    ],
    [
      'an alert that the partnership lead holds: they',
      { access: anAskedAccess(), found: { owner: 'HOLDING', children: [] }, owner: 'HOLDING' },
    ],
    [
      'a child who is not there: whoever the id names, for somebody tries ids',
      { access: anAskedOf(itsChild), found: null, owner: westmarchCode },
    ],
    [
      'a child of nobody here: the partnership lead',
      { access: anAskedOf('E99999999.C1'), found: null, owner: 'HOLDING' },
    ],
  ])('asks to review %s', async (_, { access, found, owner }) => {
    const { deps, done } = over(access, { found })
    const result = await approveEmergencyAccess(approving, deps)
    expect(result).toMatchObject({ kind: 'approved', access: { owner } })
    expect(done).toEqual(['readAccess', 'findObject', 'commitAccess'])
  })

  it('asks whoever took the place of an authority that has ended', async () => {
    const { deps } = over(anAskedAccess())
    const authorities = aDirectory.authorities.map((one) =>
      one.code === westmarchCode
        ? { ...one, until: '2026-11-01', replacedBy: [northmoorCode] }
        : one,
    )
    const readDirectory = () => Promise.resolve({ ...aDirectory, authorities })
    const result = await approveEmergencyAccess(approving, { ...deps, readDirectory })
    expect(result).toMatchObject({ access: { owner: northmoorCode } })
  })

  it('looks nothing up for whoever may not', async () => {
    const { deps, done } = over(anAskedAccess())
    const by = byOf(northmoorLead, 'duty-1')
    expect(await approveEmergencyAccess({ by, accessId }, deps)).toEqual({ kind: 'same-person' })
    expect(done).toEqual(['readAccess'])
  })

  it('is once: the second of two at the same moment finds it closed', async () => {
    const { deps } = over(anAskedAccess(), { answers: ['changed'] })
    expect(await approveEmergencyAccess(approving, deps)).toEqual({ kind: 'closed' })
  })

  it('is of nothing where nothing was asked', async () => {
    const { deps } = over(undefined)
    expect(await approveEmergencyAccess(approving, deps)).toEqual({ kind: 'not-found' })
  })
})

describe('using an emergency access', () => {
  const using = {
    by: byOf(northmoor, dutyWorker.practitioner),
    emergencyAccess: accessId,
    object: anObject,
  }

  it('is written first, with the case in which it was asked', async () => {
    const { deps, steps } = over(anApprovedAccess({ uses: 2 }))
    expect(await useEmergencyAccess(using, deps)).toBe(true)
    expect(steps[0]?.access).toMatchObject({ uses: 3, lastUsedAt: now.toISOString(), version: 3 })
    expect(steps.flatMap(saidIn)).toMatchObject([
      {
        action: 'EMERGENCY_ACCESS_USED',
        subjects: [accessId, anObject.id, itsChild],
        codes: { use: '3' },
        ...inCase,
      },
    ])
  })

  it('is written again where another reading was faster, and discloses nothing that is not written', async () => {
    const { deps, steps } = over(anApprovedAccess(), { answers: ['changed', 'committed'] })
    expect(await useEmergencyAccess(using, deps)).toBe(true)
    expect(steps).toHaveLength(2)
    const never = over(anApprovedAccess(), { answers: ['changed'] })
    await expect(useEmergencyAccess(using, never.deps)).rejects.toMatchObject({
      code: 'store-busy',
    })
  })

  it.each([
    ['there is none', undefined, using],
    ['none is named', anApprovedAccess(), { ...using, emergencyAccess: undefined }],
    ['it is not approved', anAskedAccess(), using],
  ])('opens nothing where %s', async (_, access, input) => {
    const { deps, steps } = over(access)
    expect(await useEmergencyAccess(input, deps)).toBe(false)
    expect(steps).toEqual([])
  })
})

describe('reviewing what was opened in an emergency', () => {
  const review = { verdict: 'NOT_JUSTIFIED', reason: 'Nobody had telephoned us.' } as const
  const by = byOf(reviewLead, 'owner-1')

  it('ends it, and keeps the word in the row alone', async () => {
    const { deps, steps } = over(anApprovedAccess({ uses: 1 }))
    const result = await reviewEmergencyAccess({ by, accessId, review }, deps)
    expect(result).toMatchObject({ kind: 'reviewed', access: { state: 'REVIEWED', review } })
    expect(steps.flatMap(saidIn)).toMatchObject([
      { codes: { object: 'alert', verdict: 'NOT_JUSTIFIED', uses: '1' } },
    ])
    expect(JSON.stringify(steps.flatMap(saidIn))).not.toContain(review.reason)
  })

  it.each([
    ['not-found', undefined],
    ['closed', anApprovedAccess({ state: 'REVIEWED' })],
    ['not-theirs', anAskedAccess()],
  ] as const)('is not possible: %s', async (kind, access) => {
    const { deps, steps } = over(access)
    expect(await reviewEmergencyAccess({ by, accessId, review }, deps)).toEqual({ kind })
    expect(steps).toEqual([])
  })
})

describe('reading what was asked in an emergency', () => {
  it('shows the owner what came of it, and the authority that asked nothing that tells of it', async () => {
    const used = anApprovedAccess({ uses: 2, lastUsedAt: now.toISOString() })
    const seen = async (caller: Caller, access: EmergencyAccess): Promise<unknown> => {
      const { deps } = over(access)
      return readEmergencyAccess({ by: byOf(caller, 'x-1'), accessId }, deps)
    }
    expect(await seen(reviewLead, used)).toMatchObject({ view: { ofOwner: { uses: 2 } } })
    const untold = anApprovedAccess({}, { isThere: false, owner: 'HOLDING' })
    expect(await seen(northmoorLead, used)).toEqual(await seen(northmoorLead, untold))
  })

  it('shows who asked whether it was approved, and no colleague of theirs', async () => {
    const read = (access: EmergencyAccess, practitioner: string) => {
      const { deps } = over(access)
      return readEmergencyAccess({ by: byOf(northmoor, practitioner), accessId }, deps)
    }
    const asked = anAskedAccess()
    expect(await read(asked, 'duty-1')).toMatchObject({ view: { state: 'ASKED' } })
    const approved = await read(anApprovedAccess({ uses: 2 }), 'duty-1')
    expect(approved).toMatchObject({ view: { state: 'APPROVED', approved: {} } })
    expect(approved).not.toHaveProperty('view.ofOwner')
    expect(await read(asked, 'duty-2')).toEqual({ kind: 'not-theirs' })
    const { deps } = over(asked)
    const elsewhere = { ...northmoor, clientId: 'another-system' }
    const other = await readEmergencyAccess({ by: byOf(elsewhere, 'duty-1'), accessId }, deps)
    expect(other).toEqual({ kind: 'not-theirs' })
  })

  it('is for nobody else', async () => {
    const { deps, said } = over(anAskedAccess())
    const result = await readEmergencyAccess({ by: byOf(reviewLead, 'x-1'), accessId }, deps)
    expect(result).toEqual({ kind: 'not-theirs' })
    expect(said()).toEqual([])
  })
})

describe('when its time has passed, what was asked in an emergency', () => {
  const dueAt = now.toISOString()

  it('lapses where nobody approved', async () => {
    const { byClock, steps } = over(anAskedAccess({ dueAt }))
    expect(await attendEmergency({ accessId }, byClock)).toEqual({ kind: 'lapsed' })
    expect(steps[0]).toMatchObject({ access: { state: 'LAPSED' }, messages: [] })
  })

  it('is told to the partnership lead where nobody reviewed it, and again a working day later', async () => {
    const { byClock, steps } = over(anApprovedAccess({ dueAt }))
    expect(await attendEmergency({ accessId }, byClock)).toEqual({ kind: 'chased' })
    expect(steps[0]).toMatchObject({
      access: { state: 'APPROVED', chases: 1, dueAt: '2026-11-24T23:59:59.999Z' },
      messages: [{ to: 'escalations-partnership', type: 'emergency-access.overdue' }],
    })
  })

  it.each([
    ['is gone', undefined],
    ['is not yet due', anAskedAccess()],
    ['is reviewed', anApprovedAccess({ dueAt, state: 'REVIEWED' })],
  ])('is left alone where it %s', async (_, access) => {
    const { byClock, steps } = over(access)
    expect(await attendEmergency({ accessId }, byClock)).toEqual({ kind: 'not-due' })
    expect(steps).toEqual([])
  })

  it('is left to whoever moved it meanwhile', async () => {
    const { byClock } = over(anApprovedAccess({ dueAt }), { answers: ['changed'] })
    expect(await attendEmergency({ accessId }, byClock)).toEqual({ kind: 'not-due' })
  })
})

describe('an alert that is read by a made-up emergency access', () => {
  const stepsOf = async (alert: Alert | undefined): Promise<readonly string[]> => {
    const { recording, port, done } = aTrace()
    const deps = {
      ...recording,
      readAlert: port('readAlert', () => alert),
      // Held for a minute in every function: no step of the stores.
      readDirectory: async () => aDirectory,
      alertsAbout: port('alertsAbout', () => []),
      readAccess: port('readAccess', () => undefined),
      commitAccess: port('commitAccess', () => 'committed' as const),
    }
    const by = byOf(northmoor, 'duty-1')
    const alertId = alertIdSchema.parse(anObject.id)
    const found = await theirsOrOpened({ by, alertId, emergencyAccess: accessId }, deps)
    expect(found.kind).not.toBe('theirs')
    return done
  }

  it('takes the same steps whether or not there is such an alert, or one that no emergency opens', async () => {
    const there = await stepsOf(anAlert())
    expect(there.filter((step) => step === 'readAccess')).toHaveLength(1)
    expect(await stepsOf(undefined)).toEqual(there)
    expect(await stepsOf(anAlert({ isLeadsOnly: true }))).toEqual(there)
    expect(await stepsOf(anAlert({ isOfAdopted: true }))).toEqual(there)
  })
})
