import { describe, expect, it } from 'vitest'
import { mostAttempts, storeBusy, untilItHolds } from '../../../shared/kernel/until-it-holds.ts'

const changing = (times: number) => {
  const attempts: number[] = []
  const once = (attempt: number) => {
    attempts.push(attempt)
    return Promise.resolve(attempt < times ? ('changed' as const) : { kind: 'done' as const })
  }
  return { once, attempts }
}

describe('reading, deciding and committing', () => {
  it.each([
    [0, [0]],
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
  ])('is done anew after each of %i changes', async (times, made) => {
    const { once, attempts } = changing(times)
    expect(await untilItHolds(once, storeBusy('kept changing'))).toEqual({ kind: 'done' })
    expect(attempts).toEqual(made)
  })

  it('is given up after five attempts, with what the caller answers then', async () => {
    const { once, attempts } = changing(5)
    expect(await untilItHolds(once, () => ({ kind: 'busy' as const }))).toEqual({ kind: 'busy' })
    expect([attempts.length, mostAttempts]).toEqual([5, 5])
  })

  it('asks for a later try where the caller has no answer', async () => {
    const { once } = changing(9)
    await expect(untilItHolds(once, storeBusy('kept changing'))).rejects.toMatchObject({
      name: 'HubError',
      code: 'store-busy',
      message: 'kept changing',
    })
  })

  it('lets a failure through at once', async () => {
    let attempts = 0
    const failing = (): Promise<'changed'> => {
      attempts += 1
      return Promise.reject(new Error('broken'))
    }
    await expect(untilItHolds(failing, () => 'busy')).rejects.toThrow('broken')
    expect(attempts).toBe(1)
  })
})
