import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { RelatedAlert } from '../../../shared/alerts/answers/prior-alerts.ts'
import { type Opened, readAlert } from '../../../shared/casework/read-alert.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { northmoor, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, now, refusalOf, saidOf } from '../../builders/ports.ts'

const related = (number: number): RelatedAlert => ({
  alertId: alertIdSchema.parse(anId(number)),
  authority: 'E06000991',
  harm: 'H2',
  raisedAt: '2026-11-01T10:00:00.000Z',
  agencyName: 'Turning Tide',
})
const reading = async (alert: Alert | undefined, caller = westmarch) => {
  const { recording, port, done, said } = aTrace()
  const opened: Opened[] = []
  const result = await readAlert(
    { by: byOf(caller, 'sw-1'), alertId: alertIdSchema.parse(anId(2)) },
    {
      ...recording,
      read: port('read', () => alert),
      related: port('related', () => [related(1), related(2), related(3)]),
      markOpened: port('markOpened', (one: Opened) => void opened.push(one)),
    },
  )
  return { result, done, said, opened }
}

describe('reading an alert', () => {
  it('tells which alerts came before it about its children', async () => {
    const { result } = await reading(anAlert())
    expect(result).toEqual({ kind: 'found', alert: anAlert(), priorAlertIds: [anId(1)] })
  })

  it('is recorded before, under every concern and child that it shows', async () => {
    const child = { childId: childIdSchema.parse('E06000991.C1'), relationship: 'MOTHER' }
    const base = anAlert({ version: 3 })
    const alert = {
      ...base,
      content: { ...base.content, children: [child] },
      furtherNotices: [{ concernId: aConcernId(5), at: base.raisedAt, content: base.content }],
    }
    const { said, done } = await reading(alert)
    expect(done).toEqual(['read', 'related', 'record', 'markOpened'])
    expect(said()).toEqual([
      saidOf(westmarch, 'ALERT_READ', {
        practitioner: 'sw-1',
        subjects: [anId(2), aConcernId(), aConcernId(5), 'E06000991.C1'],
        codes: { version: '3', priorAlerts: '1' },
      }),
    ])
  })

  it('is taken down with who opened which version', async () => {
    const { opened } = await reading(anAlert({ version: 3 }))
    expect(opened).toEqual([
      {
        by: westmarch.clientId,
        practitioner: 'sw-1',
        alertId: anId(2),
        version: 3,
        at: now.toISOString(),
      },
    ])
  })

  it('is refused to another authority, which leaves an entry', async () => {
    const { result, done, said } = await reading(anAlert(), northmoor)
    expect(result).toEqual({ kind: 'not-theirs' })
    expect(done).toEqual(['read', 'record'])
    expect(said()).toEqual([{ ...refusalOf(northmoor, 'alert.read'), practitioner: 'sw-1' }])
  })

  it('finds nothing where there is nothing, and records nothing', async () => {
    const { result, done } = await reading(undefined)
    expect([result, done]).toEqual([{ kind: 'not-found' }, ['read']])
  })
})
