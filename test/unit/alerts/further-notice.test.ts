import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { type EarlierConcern, mergeAlerts } from '../../../shared/alerts/further-notice.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'

const now = new Date('2026-11-25T10:00:00Z')
const confirmed = ['E06000991.A1']
const dated = { incidentOn: '2026-11-22' }
const child = (id: string) => ({
  childId: childIdSchema.parse(`E06000991.${id}`),
  relationship: 'MOTHER',
})
const naming = (...ids: string[]): Pick<Alert, 'content'> => ({
  content: { ...anAlert().content, children: ids.map(child) },
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
const first = (
  alert: Partial<Alert> = {},
  change: Partial<EarlierConcern> = {},
): EarlierConcern => ({
  stored: aStoredConcern({}, dated),
  confirmed,
  alerts: [anAlert({ ...naming('C1', 'C2'), ...alert })],
  ...change,
})
const merge = (earlier: EarlierConcern, alert = fresh(), stored = resent) =>
  mergeAlerts([alert], { stored, confirmed, now }, [earlier])

describe('the same incident told again by the same agency', () => {
  it('goes into the open alert, a version on, with its own words', () => {
    const { raised, merged } = merge(first())
    expect(raised).toEqual([])
    expect(merged).toEqual([
      {
        ...first().alerts[0],
        version: 2,
        furtherNotices: [
          { concernId: resent.concernId, at: now.toISOString(), content: fresh().content },
        ],
      },
    ])
  })

  it('goes into one that is in hand, and beside others', () => {
    const notice = { concernId: aConcernId(6), at: now.toISOString(), content: anAlert().content }
    const { merged } = merge(first({ state: 'ACKNOWLEDGED', version: 7, furtherNotices: [notice] }))
    expect(merged[0]).toMatchObject({ state: 'ACKNOWLEDGED', version: 8 })
    expect(merged[0]?.furtherNotices).toHaveLength(2)
  })

  it('at the last moment of 72 hours is the same, and a second later is not', () => {
    const at = (receivedAt: string) => ({ ...resent, receivedAt })
    expect(merge(first(), fresh(), at('2026-11-26T10:00:00.000Z')).merged).toHaveLength(1)
    expect(merge(first(), fresh(), at('2026-11-26T10:00:01.000Z')).merged).toHaveLength(0)
  })
})

const undated = aStoredConcern({ concernId: aConcernId(4) })
const notices = Array.from({ length: 5 }, () => ({
  concernId: aConcernId(6),
  at: now.toISOString(),
  content: anAlert().content,
}))
const long = { ...anAlert().content, ...naming('C1').content, reason: 'x'.repeat(200_000) }
const otherAgency = { ...aStoredConcern({}, dated).submittedBy, agency: 'other' }

describe('an alert of its own is raised', () => {
  it.each([
    ['at suspected significant harm', first({ harm: 'H4' }), fresh({ harm: 'H3' }), resent],
    ['at more harm than the first', first({ harm: 'H1' }), fresh(), resent],
    ['when the first is decided', first({ state: 'DECIDED' }), fresh(), resent],
    ['when the first is answered', first({ state: 'FED_BACK' }), fresh(), resent],
    ['when the first is contested', first({ state: 'CHALLENGED' }), fresh(), resent],
    ['when the first names nobody', first({ kind: 'unmatched' }), fresh(), resent],
    ['for another authority', first({ authority: 'E08000992' }), fresh(), resent],
    ['for a child that the first does not name', first(naming('C2')), fresh(), resent],
    [
      'for two children of which it names one',
      first(naming('C2')),
      fresh(naming('C2', 'C3')),
      resent,
    ],
    ['after five others', first({ furtherNotices: notices }), fresh(), resent],
    ['where the two would be too long', first(), fresh({ content: long }), resent],
    [
      'from another agency',
      first({}, { stored: aStoredConcern({ submittedBy: otherAgency }, dated) }),
      fresh(),
      resent,
    ],
    ['about another adult', first({}, { confirmed: ['E06000991.A2'] }), fresh(), resent],
    [
      'about another day',
      first({}, { stored: aStoredConcern({}, { incidentOn: '2026-11-21' }) }),
      fresh(),
      resent,
    ],
    ['about no stated day', first({}, { stored: undated }), fresh(), undated],
  ] as const)('%s', (...[, earlier, alert, stored]) => {
    expect(merge(earlier, alert, stored)).toEqual({ raised: [alert], merged: [] })
  })
})

describe('several alerts of one concern', () => {
  it('are each merged or raised on their own, into the first that takes them', () => {
    const other = fresh({ authority: 'E08000992', ...naming('C9') })
    const taker = anAlert({ ...naming('C1'), version: 3 })
    const next = anAlert({ ...naming('C1'), alertId: alertIdSchema.parse(anId(8)) })
    const { raised, merged } = mergeAlerts([other, fresh()], { stored: resent, confirmed, now }, [
      first({}, { alerts: [anAlert({ ...naming('C7') }), taker, next] }),
    ])
    expect(raised).toEqual([other])
    expect(merged.map(({ alertId, version }) => [alertId, version])).toEqual([[taker.alertId, 4]])
  })

  it('go in at the same harm, and after four others', () => {
    expect(merge(first({ harm: 'H2', furtherNotices: notices.slice(1) })).merged).toHaveLength(1)
    expect(merge(first({ harm: 'H3' }), fresh({ harm: 'H2' })).merged).toHaveLength(1)
  })

  it('are measured in bytes, to the last', () => {
    const bytes = (alert: Alert) => Buffer.byteLength(JSON.stringify(alert))
    const size = (length: number) =>
      fresh({ content: { ...naming('C1').content, reason: '–'.repeat(length) } })
    const [empty] = merge(first(), size(0)).merged
    const spare = 200_000 - bytes(empty ?? fresh())
    const most = Math.floor(spare / 3)
    const exact = { ...size(most).content, reason: '–'.repeat(most) + 'x'.repeat(spare - most * 3) }
    expect(merge(first(), fresh({ content: exact })).merged.map(bytes)).toEqual([200_000])
    const longer = { ...exact, reason: `${exact.reason}x` }
    expect(merge(first(), fresh({ content: longer })).merged).toEqual([])
  })
})
