import { describe, expect, it } from 'vitest'
import {
  compareRequests,
  type LoggedRequest,
  slack,
  widened,
  windowAt,
} from '../../../shared/audit/requests-and-entries.ts'

const window = { from: new Date('2026-11-26T10:00:00Z'), to: new Date('2026-11-26T11:00:00Z') }
const at = new Date('2026-11-26T10:30:00Z')
const discloses = (route: string): boolean => route === 'readAlert'
const read: LoggedRequest = { gatewayId: 'g-1', at, route: 'readAlert', status: 200 }
const compared = (
  requests: readonly LoggedRequest[],
  entries: Parameters<typeof compareRequests>[1],
) => compareRequests(requests, entries, { window, discloses })

describe('the gateway’s count and the log', () => {
  it('agree where each that was told something left an entry', () => {
    expect(compared([read], [{ gatewayId: 'g-1', at }])).toEqual({
      withoutEntry: [],
      withoutRequest: 0,
    })
  })

  it('differ where somebody was told something and left none', () => {
    expect(compared([read], []).withoutEntry).toEqual([read])
  })

  it.each([
    ['was refused', { status: 404 }],
    ['asked what is open to everybody', { route: 'describeApi' }],
    ['asked for nothing that there is', { route: undefined }],
    ['is of another hour', { at: new Date('2026-11-26T11:00:00Z') }],
  ])('are silent of a request that %s', (_what, change) => {
    expect(compared([{ ...read, ...change }], []).withoutEntry).toEqual([])
  })

  it('differ where an entry names a request that there was not', () => {
    expect(
      compared(
        [read],
        [
          { gatewayId: 'g-1', at },
          { gatewayId: 'g-2', at },
        ],
      ),
    ).toEqual({
      withoutEntry: [],
      withoutRequest: 1,
    })
  })

  it('find an entry that was made on the other side of the hour', () => {
    const late = { gatewayId: 'g-1', at: new Date('2026-11-26T11:00:01Z') }
    const last = { ...read, at: new Date('2026-11-26T10:59:59Z') }
    expect(compared([last], [late])).toEqual({ withoutEntry: [], withoutRequest: 0 })
  })
})

describe('the hour that is compared', () => {
  it.each([
    ['2026-11-26T12:14:59Z', '2026-11-26T10:00:00.000Z'],
    ['2026-11-26T12:15:00Z', '2026-11-26T11:00:00.000Z'],
    ['2026-11-27T00:15:00Z', '2026-11-26T23:00:00.000Z'],
  ])('at %s begins at %s', (now, from) => {
    expect(windowAt(new Date(now)).from.toISOString()).toBe(from)
  })

  it('is read with what may belong to it at both ends', () => {
    const { from, to } = widened(window)
    expect([from.getTime(), to.getTime()]).toEqual([
      window.from.getTime() - slack,
      window.to.getTime() + slack,
    ])
  })
})
