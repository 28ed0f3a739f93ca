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

/** Where all agencies of one stack were pushed to, their queues would be three times what CloudFormation takes; one is one. */
const bucketsOfChanges = (agencyStacks: number): number => 3 * agencyStacks - 2

/** The stack that a queue stands in: by its own name alone, so that adding or ending anybody moves nobody else's. */
const stackOf = ({ name }: OutgoingPlace, agencyStacks: number): string => {
  const [, code] = /^(?:alerts|escalations)-(E\d{8})$/.exec(name) ?? []
  if (code !== undefined) return `hub-alerts-${rangeOf(code)}`
  const [, told] = /^changes-(.+)$/.exec(name) ?? []
  if (told !== undefined) return `hub-changes-${bucketOf(told, bucketsOfChanges(agencyStacks))}`
  const [, key] = /^escalations-(?!partnership$)(.+)$/.exec(name) ?? []
  return key === undefined ? 'hub-alerts' : `hub-agencies-${bucketOf(key, agencyStacks)}`
}

/** Every queue by the stack that it stands in. */
export const stacksOfQueues = ({
  directory,
  agencyStacks,
}: Pick<Stage, 'directory' | 'agencyStacks'>): ReadonlyMap<string, readonly OutgoingPlace[]> =>
  Map.groupBy(queuesOf(directory), (queue) => stackOf(queue, agencyStacks))
