import type { Volume } from '../../../shared/alerts/volume.ts'
import { keysOf } from '../../../shared/kernel/keys-of.ts'
import type { AskedIn } from '../../../shared/reviews/counted-question.ts'
import { shareOf, type Told, told, toldColumn } from './disclosure.ts'

export type Agency = {
  readonly name: string
  readonly raised: Told
  readonly noFurtherAction: Told
  readonly share: number | undefined
}

/** How many of how many. */
export type Measure = {
  readonly name: keyof typeof measured | 'lapsed'
  readonly part: Told
  readonly whole: Told
  readonly share: number | undefined
}

export type Measures = {
  readonly raised: Told
  readonly noFurtherAction: Told
  readonly agencies: readonly Agency[]
  readonly measures: readonly Measure[]
}

const totalOf = (volumes: readonly Volume[], of: (volume: Volume) => number): number =>
  volumes.reduce((all, volume) => all + of(volume), 0)

const byAgency = (volumes: readonly Volume[]) =>
  [...Map.groupBy(volumes, ({ agencyName }) => agencyName)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, theirs]) => ({
      name,
      raised: totalOf(theirs, ({ raised }) => raised),
      noFurtherAction: totalOf(theirs, (one) => one.noFurtherAction),
    }))

/** What is measured of all services together (F18): how many, of how many. */
const measured = {
  acknowledged: ({ acknowledged }: Volume) => [acknowledged.inTime, acknowledged.due],
  told: (volume: Volume) => [volume.told.inTime, volume.told.due],
  repeated: ({ repeated, raised }: Volume) => [repeated, raised],
  overridden: ({ overridden, raised }: Volume) => [overridden.all, raised],
  reasoned: ({ overridden }: Volume) => [overridden.withReason, overridden.all],
  wrong: ({ wrongMatches, raised }: Volume) => [wrongMatches, raised],
} as const satisfies Readonly<Record<string, (volume: Volume) => readonly [number, number]>>

const measureOf = (name: Measure['name'], [part, whole]: readonly [Told, Told]): Measure => ({
  name,
  part,
  whole,
  share: shareOf(part, whole),
})

/** One quarter as it is told. Where not even how much came can be told, nothing is from which that could be guessed. */
export const measuresOf = (volumes: readonly Volume[], questions: readonly AskedIn[]): Measures => {
  const agencies = byAgency(volumes)
  const raised = toldColumn(agencies.map((agency) => agency.raised))
  const none = toldColumn(
    agencies.map((agency) => agency.noFurtherAction),
    raised,
  )
  const tell = (count: number): Told => (raised.total === 'left-out' ? 'left-out' : told(count))
  const ofAll = keysOf(measured).map((name) =>
    measureOf(name, [
      tell(totalOf(volumes, (volume) => measured[name](volume)[0])),
      tell(totalOf(volumes, (volume) => measured[name](volume)[1])),
    ]),
  )
  const lapsed = told(questions.reduce((all, one) => all + one.lapsed, 0))
  const asked = told(questions.reduce((all, one) => all + one.asked, 0))
  return {
    raised: raised.total,
    noFurtherAction: none.total,
    agencies: agencies.map(({ name }, at) => {
      const [came = 'left-out', closed = 'left-out'] = [raised.parts[at], none.parts[at]]
      return { name, raised: came, noFurtherAction: closed, share: shareOf(closed, came) }
    }),
    measures: [...ofAll, measureOf('lapsed', [lapsed, asked])],
  }
}
