import { describe, expect, it } from 'vitest'
import { submissionKeyOf } from '../../../shared/http/submission-key.ts'
import { takeConcern } from '../../../shared/http/take-concern.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aDirectory } from '../../builders/a-directory.ts'

const now = new Date('2026-11-26T23:30:00Z')
const faultsOf = (work: () => unknown): HubError['faults'] => {
  try {
    work()
  } catch (error) {
    if (error instanceof HubError) return error.faults
  }
  return []
}

describe('a concern in a body', () => {
  it('is told in words what to mend, and never what was sent', () => {
    const canary = 'Canary'
    const sent = {
      ...aConcern(),
      subject: { ...aConcern().subject, nhsNumbers: ['9434765918'], dateOfBirth: canary },
      authority: canary,
      incidentOn: canary,
      reason: canary.repeat(100),
      [canary]: canary,
    }
    const faults = faultsOf(() => takeConcern(sent, now, { directory: aDirectory }))
    expect(Object.fromEntries(faults.map(({ pointer, detail }) => [pointer, detail]))).toEqual({
      '/subject/dateOfBirth': 'a day as YYYY-MM-DD, or as much of it as is known: YYYY-MM or YYYY',
      '/subject/nhsNumbers/0': 'ten digits with a correct check digit',
      '/authority': 'the GSS code of a council, such as E08000035, or ABROAD or UNKNOWN',
      '/incidentOn': 'a day as YYYY-MM-DD',
      '/reason': 'at most 500 characters',
      '': 'no such field',
    })
    expect(JSON.stringify(faults)).not.toContain(canary)
  })

  it('is read by the day it is in London', () => {
    const sent = { ...aConcern(), incidentOn: '2026-07-02' }
    expect(
      faultsOf(() =>
        takeConcern(sent, new Date('2026-07-01T23:30:00Z'), { directory: aDirectory }),
      ),
    ).toEqual([])
    expect(
      faultsOf(() =>
        takeConcern(sent, new Date('2026-07-01T22:30:00Z'), { directory: aDirectory }),
      ),
    ).toHaveLength(1)
  })

  it('says what of it was not understood, and nothing where all was', () => {
    expect(Object.keys(takeConcern(aConcern(), now, { directory: aDirectory }))).toEqual([
      'concern',
    ])
    expect(
      takeConcern({ ...aConcern(), harm: 'H3', authority: 'Leeds' }, now, {
        directory: aDirectory,
      }),
    ).toMatchObject({
      unread: [{ pointer: '/authority', written: 'Leeds' }],
      incomplete: true,
    })
  })
})

describe('a concern that names an authority of yesterday', () => {
  const taken = (authority: string, harm = 'H2') =>
    takeConcern({ ...aConcern(), harm, authority }, now, { directory: aDirectory })

  it('is taken for the one in its place', () => {
    expect(taken('E10000027').concern.authority).toBe('E06000066')
    expect(taken('E07000026').concern.authority).toBe('E06000063')
  })

  it('is refused where that was divided, with the codes to choose from, and taken for nobody’s where it is grave', () => {
    const [fault] = faultsOf(() => taken('E10000006'))
    expect(fault?.pointer).toBe('/authority')
    expect(fault?.detail).toContain('E06000064 (Westmorland and Furness)')
    expect(taken('E10000006', 'H3')).toMatchObject({
      concern: { authority: 'UNKNOWN' },
      unread: [{ pointer: '/authority', written: 'E10000006' }],
    })
  })

  it('is refused where no such district ever was', () => {
    expect(faultsOf(() => taken('E07999999'))).toMatchObject([{ pointer: '/authority' }])
  })
})

describe('the key of a submission', () => {
  const bodyHash = 'ab'.repeat(32)
  const key = 'a-key-of-sixteen'

  it('is the caller’s own', () => {
    expect(submissionKeyOf({ 'idempotency-key': key }, { harm: 'H4', bodyHash })).toBe(key)
  })

  it.each([{}, { 'idempotency-key': 'short' }])('is needed below H3: %j', (headers) => {
    const faults = faultsOf(() => submissionKeyOf(headers, { harm: 'H2', bodyHash }))
    expect(faults).toMatchObject([{ pointer: '/idempotency-key' }])
  })

  it.each([{}, { 'idempotency-key': 'short' }])('is its bytes where it is grave: %j', (headers) => {
    expect(submissionKeyOf(headers, { harm: 'H3', bodyHash })).toBe(`sha256:${bodyHash}`)
  })
})
