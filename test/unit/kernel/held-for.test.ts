import { describe, expect, it } from 'vitest'
import { heldFor } from '../../../shared/kernel/held-for.ts'

const setUp = () => {
  let time = 1_000_000
  let reads = 0
  const held = heldFor(
    60_000,
    () => new Date(time),
    async () => {
      reads += 1
      if (reads === 3) throw new Error('not now')
      return reads
    },
  )
  return {
    held,
    move: (milliseconds: number): void => {
      time += milliseconds
    },
  }
}

describe('what is held for a time', () => {
  it('is read once in that time, and then anew', async () => {
    const { held, move } = setUp()
    expect(await held()).toBe(1)
    move(59_999)
    expect(await held()).toBe(1)
    move(1)
    expect(await held()).toBe(2)
  })

  it('is read anew where the clock was ahead when it was read, and not held until that time comes', async () => {
    const { held, move } = setUp()
    expect(await held()).toBe(1)
    move(-600_000)
    expect(await held()).toBe(2)
  })

  it('is asked for again at once where it could not be read', async () => {
    const { held, move } = setUp()
    await held()
    move(60_000)
    await held()
    move(60_000)
    await expect(held()).rejects.toThrow('not now')
    expect(await held()).toBe(4)
  })
})
