import { describe, expect, it } from 'vitest'
import { isGivenUp, secondsUntilNext } from '../../../shared/outbox/push-attempts.ts'

const sentAt = new Date('2026-11-26T12:00:00.000Z')
const after = (seconds: number) => new Date(sentAt.getTime() + seconds * 1000)
const day = 24 * 60 * 60

/** Every moment at which a receiver that never answers is tried, in seconds from the first. */
const triedAt = (random: number): readonly number[] => {
  const times = [0]
  for (;;) {
    const at = times.at(-1) ?? 0
    if (isGivenUp(sentAt, after(at))) return times
    times.push(at + secondsUntilNext(times.length, { sentAt, now: after(at), random }))
  }
}

describe('a message that its receiver does not take', () => {
  it.each([0, 0.5, 1])(
    'is tried for a day, and a last time when it is over (chance %d)',
    (random) => {
      const times = triedAt(random)
      expect(times.at(-1)).toBe(day)
      expect(times.length).toBeGreaterThan(24)
      expect(times.length).toBeLessThan(70)
    },
  )

  it('is tried after about ten seconds, then twice as long each time, and hourly at most', () => {
    const waits = triedAt(1).map((at, index, all) => at - (all[index - 1] ?? 0))
    expect(waits.slice(1, 5)).toEqual([10, 20, 40, 80])
    expect(Math.max(...waits)).toBe(60 * 60)
  })

  it('waits half by chance, so that what failed together comes back apart', () => {
    const wait = (random: number) => secondsUntilNext(3, { sentAt, now: sentAt, random })
    expect([wait(0), wait(0.5), wait(1)]).toEqual([20, 30, 40])
  })

  it('waits a second at least, however often it was handed out', () => {
    const late = { sentAt, now: after(day - 0.5), random: 0 }
    expect(secondsUntilNext(1_000, late)).toBe(1)
  })
})
