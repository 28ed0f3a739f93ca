import type { Touch } from '../cost/meter.ts'
import { kindOf, type PartitionKind, type Spread } from './spreads.ts'

/** What one partition takes a second. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html */
export const partitionLimits = { writes: 1_000, reads: 3_000 } as const

/** What concerns do to partitions of one kind. */
export type Busy = PartitionKind & {
  readonly kind: Touch['kind']
  /** Units a concern, over all partitions of the kind. */
  readonly perConcern: number
  /** Of all that these concerns did, the most that one partition took. */
  readonly most: number
}

/** Collects what the hub writes and reads, by kind of partition. */
export const collectTouches = () => {
  const kinds = new Map<
    string,
    { of: PartitionKind & Pick<Busy, 'kind'>; by: Map<string, number> }
  >()
  return {
    onTouch: (touch: Touch): void => {
      const of = { ...kindOf(touch), kind: touch.kind }
      const name = `${of.kind} ${of.name}`
      const { by } = kinds.get(name) ?? { by: new Map<string, number>() }
      by.set(touch.partition, (by.get(touch.partition) ?? 0) + touch.units)
      kinds.set(name, { of, by })
    },
    busy: (concerns: number): readonly Busy[] =>
      [...kinds.values()].map(({ of, by }) => {
        const all = [...by.values()].reduce((sum, units) => sum + units, 0)
        return { ...of, perConcern: all / concerns, most: Math.max(...by.values()) }
      }),
  }
}

/** Units a second on the busiest partition of a kind, when so many concerns come a second. */
export const hottest = (
  { spread, most, perConcern }: Busy,
  rate: number,
  shares: Readonly<Record<Spread, number>>,
): number => (spread === 'own id' ? most : rate * shares[spread] * perConcern)
