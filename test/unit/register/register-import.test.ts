import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import type { RegisterLoad } from '../../../shared/register/load.ts'
import {
  applyStarts,
  checkStarts,
  isOver,
  type RegisterImport,
  seenAt,
} from '../../../shared/register/register-import.ts'

const now = new Date('2026-11-23T10:00:00Z')
const by = { client: 'westmarch-register', isSignedIn: false, isVouchedFor: false }
const asked = { now, by }
const anImport = (change: Partial<RegisterImport> = {}): RegisterImport => ({
  importId: '01a207d9-2100-7000-8000-000000000001',
  authority: westmarch,
  extent: 'FULL',
  files: [{ kind: 'csv', bytes: 1, sha256: 'a1'.repeat(32) }],
  state: 'AWAITING_FILES',
  attempt: 0,
  by,
  begunAt: now.toISOString(),
  changedAt: now.toISOString(),
  done: 0,
  revision: 1,
  ...change,
})
const aLoad = (change: Partial<RegisterLoad> = {}): RegisterLoad => ({
  authority: westmarch,
  digest: 'a1'.repeat(32),
  extent: 'FULL',
  phase: 'COMPARED',
  position: '',
  counts: {},
  compared: { GONE: 20 },
  standing: 100,
  revision: 1,
  ...change,
})

describe('a step of an import', () => {
  it.each([
    ['AWAITING_FILES', undefined, 'starts'],
    ['CHECKING', 'check', 'goes on'],
    ['CHECKED', 'check', 'starts'],
    ['FAILED', 'check', 'starts'],
    ['FAILED', 'apply', 'conflict'],
    ['APPLYING', 'apply', 'conflict'],
    ['APPLIED', 'apply', 'conflict'],
  ] as const)('is a check in %s after %s: %s', (state, step, kind) => {
    const one = anImport({ state, ...(step !== undefined && { step }) })
    expect(checkStarts(one, asked).kind).toBe(kind)
  })

  it('is a check once more where somebody else loaded the same while it was applied', () => {
    const fault = { code: 'LOADED_ELSEWHERE' } as const
    const one = anImport({ state: 'FAILED', step: 'apply', fault })
    expect(checkStarts(one, asked).kind).toBe('starts')
  })

  it.each([
    ['AWAITING_FILES', undefined, 'conflict'],
    ['CHECKING', 'check', 'conflict'],
    ['CHECKED', 'check', 'starts'],
    ['FAILED', 'check', 'conflict'],
    ['FAILED', 'apply', 'starts'],
    ['APPLYING', 'apply', 'goes on'],
    ['APPLIED', 'apply', 'conflict'],
  ] as const)('is applied in %s after %s: %s', (state, step, kind) => {
    const one = anImport({ state, ...(step !== undefined && { step }) })
    expect(applyStarts(one, aLoad({ compared: {} }), asked).kind).toBe(kind)
  })

  it('is an execution of its own, by whoever began it', () => {
    const other = { ...by, client: 'another' }
    const starting = checkStarts(anImport({ attempt: 2, done: 3 }), { now, by: other })
    expect(starting).toMatchObject({ import: { attempt: 3, done: 0, by: other, revision: 2 } })
  })

  it('is not applied while somebody else compares the same, or where it was not compared', () => {
    const one = anImport({ state: 'CHECKED', step: 'check' })
    expect(applyStarts(one, undefined, asked).kind).toBe('conflict')
    expect(applyStarts(one, aLoad({ phase: 'COMPARING' }), asked).kind).toBe('conflict')
  })

  it('that would close a fifth is not applied until somebody says how many; half applied it was said', () => {
    const one = anImport({ state: 'CHECKED', step: 'check' })
    expect(applyStarts(one, aLoad(), asked).kind).toBe('shrinks')
    expect(applyStarts(one, aLoad(), { ...asked, confirmed: 20 }).kind).toBe('starts')
    const half = anImport({ state: 'FAILED', step: 'apply' })
    expect(applyStarts(half, aLoad({ phase: 'APPLYING' }), asked).kind).toBe('starts')
  })

  it('of which nothing is heard for an hour has failed, and can be begun again', () => {
    const one = anImport({ state: 'APPLYING', step: 'apply' })
    const later = new Date(now.getTime() + 61 * 60_000)
    expect(seenAt(one, now).state).toBe('APPLYING')
    expect(seenAt(one, later)).toMatchObject({ state: 'FAILED', fault: { code: 'STALLED' } })
    expect(applyStarts(one, aLoad({ phase: 'APPLYING' }), { ...asked, now: later }).kind).toBe(
      'starts',
    )
  })

  it('ends the import’s three days anew', () => {
    const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60_000)
    expect([isOver(anImport(), days(2.9)), isOver(anImport(), days(3))]).toEqual([false, true])
  })
})
