import { createHash } from 'node:crypto'
import { type OutgoingPlace, queuesOf } from '../shared/agencies/queues.ts'
import type { Stage } from './stage.ts'

/** Authorities in one stack: CloudFormation takes 500 resources and 200 outputs, and an authority has 24 and 4; one that is pushed or sealed to, 30. */
const authoritiesOfOne = 16

/** GSS codes are issued in order, so a stack holds a range of them and never gives one up. */
const rangeOf = (code: string): string => {
  const kind = code.slice(0, 3)
  return `${kind}-${Math.floor(Number(code.slice(3)) / authoritiesOfOne)}`
}

const bucketOf = (key: string, buckets: number): number =>
  createHash('sha256').update(key).digest().readUInt32BE(0) % buckets

/** The stack that a queue stands in: by its own name alone, so that adding or ending anybody moves nobody else's. */
const stackOf = ({ name }: OutgoingPlace, { agencyStacks }: Stage): string => {
  const [, code] = /^(?:alerts|escalations)-(E\d{8})$/.exec(name) ?? []
  if (code !== undefined) return `hub-alerts-${rangeOf(code)}`
  const [, key] = /^(?:changes|escalations)-(?!partnership$)(.+)$/.exec(name) ?? []
  return key === undefined ? 'hub-alerts' : `hub-agencies-${bucketOf(key, agencyStacks)}`
}

/** Every queue by the stack that it stands in. */
export const stacksOfQueues = (stage: Stage): ReadonlyMap<string, readonly OutgoingPlace[]> =>
  Map.groupBy(queuesOf(stage.directory), (queue) => stackOf(queue, stage))
