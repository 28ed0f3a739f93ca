import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNightly } from '../../builders/runs.ts'
import { senders } from './forms.ts'
import { play } from './play.ts'
import { known } from './registers.ts'
import { scripts } from './script.ts'

/** The first line in which two sides differ, with what had been done until then. */
const firstDifference = (one: readonly string[], other: readonly string[]) => {
  const at = Array.from({ length: Math.max(one.length, other.length) }).findIndex(
    (_, line) => one[line] !== other[line],
  )
  if (at < 0) return undefined
  const done = one.slice(0, at).filter((line) => line.startsWith('scene'))
  return { done, known: one[at], unknown: other[at] }
}

const hours = 60 * 60 * 1000

describe('what a sender and its lead can see before there is feedback', () => {
  it(
    'is the same in every byte, time and call of AWS whether the hub knows the family or nobody does',
    async () => {
      let taken = 0
      await fc.assert(
        fc.asyncProperty(known, scripts, senders, async (family, scenes, sender) => {
          const { trial } = family
          const there = await play(scenes, { sender, trial, known: family })
          const nowhere = await play(scenes, { sender, trial })
          expect(firstDifference(there, nowhere)).toBeUndefined()
          if (there.some((line) => line.startsWith('submit: 202'))) taken += 1
        }),
        { numRuns: isNightly ? 5000 : 30, endOnFailure: true },
      )
      expect(taken).toBeGreaterThan(20)
    },
    2 * hours,
  )
})
