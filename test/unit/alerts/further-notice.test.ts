import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { mergeAlerts, type Resent, repeats } from '../../../shared/alerts/further-notice.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'

const now = new Date('2026-11-25T10:00:00Z')
const dated = { incidentOn: '2026-11-22' }
const naming = (...ids: string[]): Pick<Alert, 'children'> => ({
  children: ids.map((id) => childIdSchema.parse(`${westmarch}.${id}`)),
})

const resent = aStoredConcern(
  { concernId: aConcernId(4), receivedAt: '2026-11-25T09:59:00.000Z' },
  dated,
)
const fresh = (change: Partial<Alert> = {}): Alert =>
  anAlert({
    ...naming('C1'),
    alertId: alertIdSchema.parse(anId(5)),
    concernId: resent.concernId,
    ...change,
  })
const first = (alert: Partial<Alert> = {}, stored = aStoredConcern({}, dated)): Resent => ({
  stored,
  alerts: [anAlert({ ...naming('C1', 'C2'), ...alert })],
})
const merge = (earlier: Resent, alert = fresh(), stored = resent) =>
  mergeAlerts([alert], { stored, number: 3, now }, [earlier])
const notice = { concernId: aConcernId(6), assessment: 1, at: now.toISOString() }

describe('the same incident told again by the same agency', () => {
  it('goes into the open alert by reference, a version on', () => {
    const { raised, merged } = merge(first())
    expect(raised).toEqual([])
    expect(merged).toEqual([
      {
        ...first().alerts[0],
        version: 2,
        furtherNotices: [{ concernId: resent.concernId, assessment: 3, at: now.toISOString() }],
      },
    ])
  })

  it('goes into one that is in hand, and beside others', () => {
    const { merged } = merge(first({ state: 'ACKNOWLEDGED', version: 7, furtherNotices: [notice] }))
    expect(merged[0]).toMatchObject({ state: 'ACKNOWLEDGED', version: 8 })
    expect(merged[0]?.furtherNotices).toHaveLength(2)
  })

  it('goes into an alert about nobody known, as into any other', () => {
    expect(
      merge(first({ kind: 'unmatched', children: [] }), fresh({ children: [] })).merged,
    ).toHaveLength(1)
  })

  it('at the last moment of 72 hours is the same, and a second later is not', () => {
    const at = (receivedAt: string) => repeats(first().stored, { ...resent, receivedAt })
    expect(at('2026-11-26T10:00:00.000Z')).toBe(true)
    expect(at('2026-11-26T10:00:01.000Z')).toBe(false)
  })

  it('is told by what was sent, whether or not anybody knows the family', () => {
    const [stated] = [resent.concern.subject]
    const spelt = { ...stated, names: [{ given: 'MARTA', family: 'Quill-feather' }] }
    expect(repeats(first().stored, aStoredConcern({}, { ...dated, subject: spelt }))).toBe(true)
    const other = { ...stated, dateOfBirth: '1991-04-18' }
    expect(repeats(first().stored, aStoredConcern({}, { ...dated, subject: other }))).toBe(false)
  })
})

const undated = aStoredConcern({ concernId: aConcernId(4) })
const otherAgency = { ...aStoredConcern({}, dated).submittedBy, agency: 'other' }

describe('an alert of its own is raised', () => {
  it.each([
    ['at suspected significant harm', first({ harm: 'H4' }), fresh({ harm: 'H3' }), resent],
    ['at more harm than the first', first({ harm: 'H1' }), fresh(), resent],
    ['when the first is decided', first({ state: 'DECIDED' }), fresh(), resent],
    ['when the first is answered', first({ state: 'FED_BACK' }), fresh(), resent],
    ['when the first is contested', first({ state: 'CHALLENGED' }), fresh(), resent],
    ['when the first tells the least', first({ decision: 'SHARE_MINIMAL' }), fresh(), resent],
    ['when the first is the lead’s alone', first({ isLeadsOnly: true }), fresh(), resent],
    ['of an adopted child', first(), fresh({ isOfAdopted: true }), resent],
    ['for another authority', first({ authority: northmoor }), fresh(), resent],
    [
      'after five others',
      first({ furtherNotices: Array.from({ length: 5 }, () => notice) }),
      fresh(),
      resent,
    ],
    [
      'from another agency',
      first({}, aStoredConcern({ submittedBy: otherAgency }, dated)),
      fresh(),
      resent,
    ],
    [
      'about another day',
      first({}, aStoredConcern({}, { incidentOn: '2026-11-21' })),
      fresh(),
      resent,
    ],
    ['about no stated day', first({}, undated), fresh(), undated],
  ] as const)('%s', (...[, earlier, alert, stored]) => {
    expect(merge(earlier, alert, stored)).toEqual({ raised: [alert], merged: [], widened: [] })
  })
})

describe('what is known, and the sender cannot know', () => {
  it('parts no concerns: a further child widens the alert, so that its authority is told', () => {
    const { raised, merged, widened } = merge(
      first({ kind: 'unmatched', children: [] }),
      fresh(naming('C3')),
    )
    expect([raised, merged]).toEqual([[], []])
    expect(widened).toMatchObject([{ version: 2, kind: 'matched', ...naming('C3') }])
  })

  const seen = { isOfWhatWasSent: true } as const

  it.each([
    ['of which its sender may know', 'of which it may not', {}, seen],
    ['of which its sender may not know', 'of which it may', seen, {}],
  ])('joins none: an alert %s never goes into one %s', (...[, , earlier, later]) => {
    expect(merge(first(earlier), fresh(later)).raised).toHaveLength(1)
  })

  it('joins those of which the sender may know, as any others', () => {
    expect(merge(first(seen), fresh(seen)).merged).toHaveLength(1)
  })
})

describe('several alerts of one concern', () => {
  it('are each merged or raised on their own, into the first that takes them', () => {
    const other = fresh({
      authority: northmoor,
      children: [childIdSchema.parse(`${northmoor}.C9`)],
    })
    const taker = anAlert({ ...naming('C1'), version: 3 })
    const next = anAlert({ ...naming('C1'), alertId: alertIdSchema.parse(anId(8)) })
    const earlier = { ...first(), alerts: [anAlert({ harm: 'H1' }), taker, next] }
    const { raised, merged } = mergeAlerts([other, fresh()], { stored: resent, number: 1, now }, [
      earlier,
    ])
    expect(raised).toEqual([other])
    expect(merged.map(({ alertId, version }) => [alertId, version])).toEqual([[taker.alertId, 4]])
  })

  it('go in at the same harm, and after four others', () => {
    const four = Array.from({ length: 4 }, () => notice)
    expect(merge(first({ harm: 'H2', furtherNotices: four })).merged).toHaveLength(1)
    expect(merge(first({ harm: 'H3' }), fresh({ harm: 'H2' })).merged).toHaveLength(1)
  })
})
