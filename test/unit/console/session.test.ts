import { describe, expect, it } from 'vitest'
import { formTokenOf, isFormToken } from '../../../functions/serve-console/session/form-token.ts'
import { seal, unseal } from '../../../functions/serve-console/session/seal-session.ts'
import {
  actingIn,
  isOver,
  type Session,
  standsUntil,
  usedAt,
} from '../../../functions/serve-console/session/session.ts'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { dailyKeys } from '../../../shared/aws/kms/daily-key.ts'

const started = new Date('2026-11-27T09:00:00Z')
const session: Session = {
  id: 'one',
  workId: 'tt-0412',
  name: 'Ines Marlowe',
  positions: [{ role: 'referrer', organisation: 'turning-tide' }],
  secret: 'a secret',
  startedAt: started.getTime(),
  seenAt: started.getTime(),
}
const later = (minutes: number): Date => new Date(started.getTime() + minutes * 60_000)

describe('a session', () => {
  it.each([
    ['stands a quarter of an hour unused', 14, false],
    ['is over after it', 15, true],
  ])('%s', (_says, minutes, over) => {
    expect(isOver(session, later(minutes))).toBe(over)
  })

  it('begins its quarter of an hour anew with each use, and ends after eight hours all the same', () => {
    const used = usedAt(session, later(10))
    expect(standsUntil(used)).toEqual(later(25))
    const late = usedAt(session, later(8 * 60 - 5))
    expect(standsUntil(late)).toEqual(later(8 * 60))
    expect(isOver(late, later(8 * 60))).toBe(true)
  })

  it('acts in the only position there is, and in none of several before one is chosen', () => {
    const two: Session = {
      ...session,
      positions: [...session.positions, { role: 'auditor', organisation: '' }],
    }
    expect(actingIn(session)?.role).toBe('referrer')
    expect(actingIn(two)).toBeUndefined()
    expect(actingIn({ ...two, chosen: 1 })?.role).toBe('auditor')
    expect(actingIn({ ...two, chosen: 7 })).toBeUndefined()
  })
})

describe('a cookie', () => {
  const keys = createInMemoryKeys()
  const keysAt = (day: string) =>
    dailyKeys(
      { keys, keyId: keyIds.consoleCookies, purpose: 'console cookies' },
      () => new Date(`${day}T12:00:00Z`),
    )
  const today = keysAt('2026-11-27')

  it('holds what was sealed, and shows nothing of it', async () => {
    const sealed = await seal(today, 'session', session)
    expect(await unseal(today, 'session', sealed)).toEqual(session)
    const shown = Buffer.from(sealed.replaceAll('.', ''), 'base64url').toString('latin1')
    expect(shown).not.toContain('tt-0412')
    expect(sealed.length).toBeLessThan(2_000)
  })

  it('is good on the next day and not on the one after', async () => {
    const sealed = await seal(today, 'session', session)
    expect(await unseal(keysAt('2026-11-28'), 'session', sealed)).toEqual(session)
    expect(await unseal(keysAt('2026-11-29'), 'session', sealed)).toBeUndefined()
  })

  it('is good for nothing but what it was made for', async () => {
    const sealed = await seal(today, 'sign-in', session)
    expect(await unseal(today, 'session', sealed)).toBeUndefined()
  })

  it.each([
    ['nothing', undefined],
    ['no cookie of ours', 'abc'],
    ['five empty parts', '....'],
    [
      'one that says it is not encrypted',
      `${Buffer.from('{"alg":"none","enc":"none","kid":"2026-11-27","typ":"session"}').toString('base64url')}.a.b.c.d`,
    ],
    ['more than a browser keeps', 'a'.repeat(5_000)],
  ])('is nobody’s where it is %s', async (_what, sealed) => {
    expect(await unseal(today, 'session', sealed)).toBeUndefined()
  })

  it('is nobody’s with one sign changed, wherever', async () => {
    const sealed = await seal(today, 'session', session)
    for (let at = 0; at < sealed.length; at += 37) {
      const sign = sealed[at] === 'A' ? 'B' : 'A'
      const changed = `${sealed.slice(0, at)}${sign}${sealed.slice(at + 1)}`
      if (sealed[at] !== '.') expect(await unseal(today, 'session', changed)).toBeUndefined()
    }
  })
})

describe('a token of a form', () => {
  it('is good for the session that it was made for', () => {
    expect(isFormToken('a secret', formTokenOf('a secret', 'salt'))).toBe(true)
  })

  it.each(['', '.', 'salt', 'salt.', `${formTokenOf('another', 'salt')}`, '.'.repeat(300)])(
    'is not good where it is %s',
    (token) => {
      expect(isFormToken('a secret', token)).toBe(false)
    },
  )
})
