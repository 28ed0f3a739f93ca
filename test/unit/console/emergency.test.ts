import { describe, expect, it } from 'vitest'
import { type Access, standingOf } from '../../../functions/serve-console/emergency/access.ts'
import { eastvale } from '../../../infra/stages/local.ts'

const now = new Date('2026-11-23T22:30:00Z')
const access = (change: Partial<Access> = {}): Access => ({
  accessId: 'a',
  object: { kind: 'alert', id: 'b' },
  justification: 'Police are at the door with her, and nobody there answers.',
  caseReference: 'night-4',
  purpose: 'safeguarding',
  authority: eastvale,
  askedAt: '2026-11-23T22:00:00.000Z',
  state: 'ASKED',
  dueAt: '2026-11-23T23:00:00.000Z',
  asker: { clientId: 'one', practitioner: 'E-0308' },
  ...change,
})
const approved = (endsAt: string) => ({
  state: 'APPROVED',
  approved: { by: { clientId: 'one' }, at: '2026-11-23T22:05:00.000Z', endsAt },
})

describe('what was asked in an emergency', () => {
  it.each([
    ['asked', {}],
    ['lapsed', { dueAt: now.toISOString() }],
    ['lapsed', { state: 'LAPSED' }],
    ['open', approved('2026-11-23T22:30:00.001Z')],
    ['over', approved('2026-11-23T22:30:00.000Z')],
    ['open', { ...approved('2026-11-23T22:35:00.000Z'), state: 'REVIEWED', verdict: 'JUSTIFIED' }],
    [
      'ended',
      { ...approved('2026-11-23T22:35:00.000Z'), state: 'REVIEWED', verdict: 'NOT_JUSTIFIED' },
    ],
  ] satisfies [string, Partial<Access>][])('is %s', (standing, change) => {
    expect(standingOf(access(change), now)).toBe(standing)
  })
})
