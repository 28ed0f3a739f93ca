import { expect, it } from 'vitest'
import { repetitionOf } from '../../../shared/kernel/idempotency.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'

const before = { bodyHash: 'a', concernId: aConcernId(1) }

it.each([
  ['the same body for the same concern is a replay', {}, 'replayed'],
  ['another body is another request', { bodyHash: 'b' }, 'key-reused'],
  ['another concern is another request', { concernId: aConcernId(2) }, 'key-reused'],
])('under a key used before, %s', (_, differing, kind) => {
  expect(repetitionOf(before, { ...before, ...differing })).toEqual({ kind })
})
