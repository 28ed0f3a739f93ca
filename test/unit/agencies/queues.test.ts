import { expect, it } from 'vitest'
import { agencyKeys } from '../../../shared/agencies/agencies.ts'
import { authorities } from '../../../shared/agencies/authorities.ts'
import { queueNames } from '../../../shared/agencies/queues.ts'

it('has a queue of its own for each who is told, and no two of one name', () => {
  const keys = Object.values(authorities).map(({ key }) => key)
  expect(queueNames.toSorted()).toEqual(
    [
      ...keys.map((key) => `alerts-${key}`),
      ...[...keys, ...agencyKeys, 'partnership'].map((key) => `escalations-${key}`),
      'holding',
    ].toSorted(),
  )
  expect(new Set(queueNames).size).toBe(queueNames.length)
})
