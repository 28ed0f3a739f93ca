import { describe, expect, it } from 'vitest'
import { openRoutes } from '../../../shared/agencies/access.ts'
import {
  compareRequests,
  type LoggedRequest,
  slack,
  widened,
  windowAt,
} from '../../../shared/audit/requests-and-entries.ts'
import { routes } from '../../../shared/config/routes.ts'
import { leavingOf } from '../../../shared/http/entries-of-routes.ts'

const window = { from: new Date('2026-11-26T10:00:00Z'), to: new Date('2026-11-26T11:00:00Z') }
const at = new Date('2026-11-26T10:30:00Z')
const done = { gatewayId: 'g-1', at, outcome: 'DONE' } as const
const refused = { ...done, outcome: 'REFUSED' } as const
const read: LoggedRequest = { gatewayId: 'g-1', at, route: 'readAlert', status: 200 }
const compared = (
  requests: readonly LoggedRequest[],
  entries: Parameters<typeof compareRequests>[1],
) => compareRequests(requests, entries, { window, leavingOf })

describe('the gateway’s count and the log', () => {
  it('agree where each that was told something left an entry', () => {
    expect(compared([read], [done])).toEqual({
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
    expect(compared([read], [done, { ...done, gatewayId: 'g-2' }])).toEqual({
      withoutEntry: [],
      withoutRequest: 1,
    })
  })

  it.each(['exportAuditEntries', 'searchPeople', 'searchRegister', 'previewConcern'])(
    'differ where %s told somebody something and left none',
    (route) => {
      const posted = { ...read, route }
      expect(compared([posted], []).withoutEntry).toEqual([posted])
    },
  )

  it('differ where who was told something left no entry but that they were refused', () => {
    expect(compared([read], [refused]).withoutEntry).toEqual([read])
    expect(compared([read], [refused, done]).withoutEntry).toEqual([])
  })

  it('differ where a client’s entry names no request', () => {
    expect(compared([], [{ ...done, gatewayId: undefined }]).withoutRequest).toBe(1)
  })

  it.each([
    ['asked how the hub is', { route: 'health' }],
    ['asked for nothing that there is', { route: undefined, status: 404 }],
    ['nobody signed in for', { status: 401 }],
  ])('differ where an entry names a request that %s', (_what, change) => {
    expect(compared([{ ...read, ...change }], [done]).withoutRequest).toBe(1)
  })

  it.each([
    ['changed something', { route: 'putChild' }, done],
    ['was given a token', { route: 'issueToken' }, done],
    ['was refused one', { route: 'issueToken', status: 401 }, refused],
    ['was refused', { status: 404 }, refused],
  ])('agree where an entry is of a request that %s', (_what, change, entry) => {
    expect(compared([{ ...read, ...change }], [entry])).toEqual({
      withoutEntry: [],
      withoutRequest: 0,
    })
  })

  it('find an entry that was made on the other side of the hour', () => {
    const late = { ...done, at: new Date('2026-11-26T11:00:01Z') }
    const last = { ...read, at: new Date('2026-11-26T10:59:59Z') }
    expect(compared([last], [late])).toEqual({ withoutEntry: [], withoutRequest: 0 })
  })
})

describe('the entries of routes', () => {
  it('are none of what is open to everybody, but of tokens', () => {
    const without = Object.keys(routes).filter((route) => leavingOf(route) === 'none')
    const open = Object.keys(openRoutes).filter((route) => route !== 'issueToken')
    expect(without.toSorted()).toEqual(open.toSorted())
  })

  it('are one of each answer of whatever else is read', () => {
    const read = Object.entries(routes).filter(([, { method }]) => method === 'GET')
    const others = read.map(([route]) => route).filter((route) => !(route in openRoutes))
    expect(others.filter((route) => leavingOf(route) !== 'each')).toEqual([])
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
