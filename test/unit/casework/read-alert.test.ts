import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { RelatedAlert } from '../../../shared/alerts/answers/prior-alerts.ts'
import { type Opened, readAlert } from '../../../shared/casework/read-alert.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import type { EmergencyAccess } from '../../../shared/reviews/emergency-access.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { anApprovedAccess, anAskedAccess } from '../../builders/an-emergency-access.ts'
import { knownFamily } from '../../builders/assessing.ts'
import { northmoor, partnershipLead, reviewLead, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, now, saidOf } from '../../builders/ports.ts'

const related = (number: number): RelatedAlert => ({
  alertId: alertIdSchema.parse(anId(number)),
  authority: westmarchCode,
  harm: 'H2',
  raisedAt: '2026-11-01T10:00:00.000Z',
  agencyName: 'Turning Tide',
})

const reading = async (
  alert: Alert | undefined,
  {
    caller = westmarch,
    stored = aStoredConcern(),
    isUnattended = false,
    access,
    practitioner = 'sw-1',
  }: {
    readonly caller?: typeof westmarch
    readonly stored?: StoredConcern | null
    readonly isUnattended?: boolean
    readonly access?: EmergencyAccess
    readonly practitioner?: string
  } = {},
) => {
  const { recording, port, done, said, keep } = aTrace()
  const { around } = await knownFamily()
  const opened: Opened[] = []
  const isLead: boolean[] = []
  const result = await readAlert(
    {
      by: byOf(caller, practitioner),
      alertId: alertIdSchema.parse(anId(2)),
      isUnattended,
      emergencyAccess: access?.accessId,
    },
    {
      ...recording,
      readAccess: port('readAccess', () => access),
      commitAccess: port('commitAccess', ({ entries }) => {
        keep(entries)
        return 'committed' as const
      }),
      readAlert: port('readAlert', () => alert),
      alertsAbout: port('alertsAbout', () => []),
      related: port('related', () => [related(1), related(2), related(3)]),
      readConcern: port('readConcern', () => stored ?? undefined),
      readAssessment: port('readAssessment', () => anAssessment()),
      placeOf: () => undefined,
      readProtectors: () => Promise.resolve([]),
      gatherAround: port('gatherAround', (_centre, _known, reader) => {
        isLead.push(reader.isLead)
        return around
      }),
      readConcerns: port('readConcerns', () => []),
      markOpened: port('markOpened', (one: Opened) => void opened.push(one)),
    },
  )
  return { result, done, said, opened, isLead }
}

describe('reading an alert', () => {
  it('makes its content anew, and tells which alerts came before it about its children', async () => {
    const { result } = await reading(anAlert())
    expect(result).toMatchObject({
      kind: 'found',
      alert: anAlert(),
      read: { content: { harm: 'H2' }, notices: [] },
      priorAlertIds: [anId(1)],
    })
  })

  it('is recorded before, under every concern and child that it shows', async () => {
    const children = [childIdSchema.parse(`${westmarchCode}.C1`)]
    const furtherNotices = [
      { concernId: aConcernId(5), assessment: 1, at: '2026-11-23T10:00:00.000Z' },
    ]
    const alert = anAlert({ version: 3, children, furtherNotices })
    const { result, said, done } = await reading(alert)
    expect(result).toMatchObject({ read: { notices: [{ at: furtherNotices[0]?.at }] } })
    expect(done.slice(-2)).toEqual(['record', 'markOpened'])
    expect(said()).toEqual([
      saidOf(westmarch, 'ALERT_READ', {
        practitioner: 'sw-1',
        subjects: [
          anId(2),
          aConcernId(),
          aConcernId(5),
          `${westmarchCode}.C1`,
          `${westmarchCode}.A1001`,
        ],
        codes: { version: '3', priorAlerts: '1' },
      }),
    ])
  })

  it('tells that its sender took the concern back, and why, whichever of its concerns that is', async () => {
    const withdrawal = {
      reason: 'WRONG_PERSON',
      words: 'Another of the same name.',
      at: '2026-11-23T09:00:00.000Z',
    } as const
    const stored = aStoredConcern({ state: 'WITHDRAWN', withdrawal })
    const furtherNotices = [
      { concernId: aConcernId(5), assessment: 1, at: '2026-11-23T10:00:00.000Z' },
    ]
    const { result } = await reading(anAlert({ furtherNotices }), { stored })
    expect(result).toMatchObject({ read: { withdrawal, notices: [{ withdrawal }] } })
    const adopted = await reading(anAlert({ isOfAdopted: true }), { stored })
    expect(adopted.result).toMatchObject({ read: { withdrawal: { reason: 'WRONG_PERSON' } } })
    expect(JSON.stringify(adopted.result)).not.toContain(withdrawal.words)
  })

  it('is taken down with who opened which version', async () => {
    const { opened } = await reading(anAlert({ version: 3 }))
    expect(opened).toEqual([
      {
        by: westmarch.clientId,
        practitioner: 'sw-1',
        alertId: anId(2),
        byPerson: false,
        version: 3,
        at: now.toISOString(),
      },
    ])
  })

  it('is not opened where a system fetches it and nobody looks, which its entry says', async () => {
    const { result, opened, said } = await reading(anAlert(), { isUnattended: true })
    expect([result.kind, opened]).toEqual(['found', []])
    expect(said()).toMatchObject([{ action: 'ALERT_READ', codes: { unattended: 'true' } }])
  })

  it('reads what is the lead’s alone for the lead only', async () => {
    expect((await reading(anAlert())).isLead).toEqual([false])
    expect((await reading(anAlert(), { caller: reviewLead })).isLead).toEqual([true])
  })

  it.each([
    [anAlert(), northmoor],
    [anAlert(), partnershipLead],
    [anAlert({ isLeadsOnly: true }), westmarch],
    [anAlert({ authority: 'HOLDING' }), westmarch],
    [anAlert({ authority: 'HOLDING' }), reviewLead],
  ])('is refused to whom it is not for', async (alert, caller) => {
    const { result, done } = await reading(alert, { caller })
    expect(result).toEqual({ kind: 'not-theirs' })
    expect(done).toEqual(['readAlert'])
  })

  it.each([
    ['the lead, where it is theirs alone', anAlert({ isLeadsOnly: true }), reviewLead],
    [
      'the partnership lead, in the holding queue',
      anAlert({ authority: 'HOLDING' }),
      partnershipLead,
    ],
  ])('is for %s', async (_, alert, caller) => {
    expect((await reading(alert, { caller })).result.kind).toBe('found')
  })

  it('finds nothing where there is nothing, and records nothing', async () => {
    const { result, done } = await reading(undefined)
    expect([result, done]).toEqual([{ kind: 'not-found' }, ['readAlert']])
  })

  it('finds nothing where the concern behind it is gone, and is not taken for read', async () => {
    const { result, said, opened } = await reading(anAlert(), { stored: null })
    expect([result, said(), opened]).toEqual([{ kind: 'not-found' }, [], []])
  })
})

describe('reading an alert in an emergency', () => {
  const northmoorLead = { ...northmoor, scopes: [...northmoor.scopes, 'alerts.lead' as const] }
  const inEmergency = (
    alert: Alert | undefined,
    { access = anApprovedAccess(), caller = northmoor, practitioner = 'duty-1' } = {},
  ) => reading(alert, { caller, access, practitioner })

  it('is recorded as such before, as nobody’s lead, and does not count as the authority having opened it', async () => {
    const { result, said, opened, isLead, done } = await inEmergency(anAlert())
    expect(result).toMatchObject({ kind: 'found', read: { content: { harm: 'H2' } } })
    expect(said().map(({ action }) => action)).toEqual(['EMERGENCY_ACCESS_USED', 'ALERT_READ'])
    expect(done.indexOf('commitAccess')).toBeLessThan(done.indexOf('readConcern'))
    expect([opened, isLead]).toEqual([[], [false]])
  })

  it.each<readonly [string, Parameters<typeof inEmergency>]>([
    ['nobody has approved', [anAlert(), { access: anAskedAccess() }]],
    ['somebody else asks', [anAlert(), { practitioner: 'duty-2' }]],
    ['it is its lead’s alone, and no lead asks', [anAlert({ isLeadsOnly: true })]],
    [
      'it is of an adopted child',
      [anAlert({ isLeadsOnly: true, isOfAdopted: true }), { caller: northmoorLead }],
    ],
  ])('does not happen where %s', async (_, asked) => {
    const { result, said } = await inEmergency(...asked)
    expect(result).toEqual({ kind: 'not-theirs' })
    expect(said()).toEqual([])
  })

  it('opens what is its lead’s alone to a lead', async () => {
    const caller = northmoorLead
    const { result } = await inEmergency(anAlert({ isLeadsOnly: true }), { caller })
    expect(result).toMatchObject({ kind: 'found' })
  })

  it('uses nothing where there is no such alert', async () => {
    const { result, done } = await inEmergency(undefined)
    expect(result).toEqual({ kind: 'not-found' })
    expect(done).not.toContain('commitAccess')
  })
})
