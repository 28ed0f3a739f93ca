import { expect } from 'vitest'

/** The one that there is, of a kind of which there must be one. */
export const only = <One>(found: readonly One[]): One => {
  expect(found).toHaveLength(1)
  const [one] = found
  if (one === undefined) throw new Error('there is none')
  return one
}
