import { describe, expect, it } from 'vitest'
import { partAt, parts, stretchesAt } from '../../../shared/audit/walk.ts'

const hour = 60 * 60 * 1000
const monday = Date.UTC(2026, 10, 23)
const hoursOfWeek = Array.from({ length: parts }, (_, number) => new Date(monday + number * hour))

describe('a week of walks', () => {
  it('has each part of the table once', () => {
    expect(new Set(hoursOfWeek.map(partAt)).size).toBe(parts)
    expect(hoursOfWeek.every((at) => partAt(at) >= 0 && partAt(at) < parts)).toBe(true)
  })

  it.each([1, 999, 1000, 1001, 250_000])(
    'looks at every leaf that stood when it began, while the log of %i grows',
    (size) => {
      const seen = new Set<number>()
      for (const [number, at] of hoursOfWeek.entries())
        for (const { from, to } of stretchesAt(size + number * 37, at))
          for (let leaf = from; leaf < Math.min(to, size); leaf += 1) seen.add(leaf)
      expect(seen.size).toBe(size)
    },
  )

  it('looks at the newest leaves each hour, and never beyond what is signed', () => {
    for (const at of hoursOfWeek) {
      const stretches = stretchesAt(4321, at)
      expect(stretches[0]).toEqual({ from: 3321, to: 4321 })
      expect(Math.max(...stretches.map(({ to }) => to))).toBe(4321)
    }
  })

  it('has nothing to look at where nothing is signed', () => {
    expect(stretchesAt(0, new Date(monday))).toEqual([])
  })
})
