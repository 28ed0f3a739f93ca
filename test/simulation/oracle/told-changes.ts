import type { ListedConcern } from '../../../shared/concerns/followed-concern.ts'
import type { Published } from '../hub/topics.ts'
import type { Simulation } from '../run.ts'
import { issuer, tables } from '../world/place.ts'
import { senderOf } from '../world/senders.ts'

const minute = 60_000
/** A change rests for a minute, is told in the next, and one more may have run meanwhile. */
const bound = 3 * minute
/** Beyond this a sweep of the hub’s looks no more. */
const lookedBack = 3 * 24 * 60 * minute

type Event = { readonly id: string; readonly subject: string; readonly time: string }
type Told = Published & { readonly event: Event }

/** All that may leave, sign by sign: but for the id, the concern and the time every message is the same. */
const envelopeOf = ({ id, subject, time }: Event): string =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source: issuer,
    type: 'uk.safeguarding-hub.concern.changed.v1',
    subject,
    time,
    datacontenttype: 'application/json',
    dataref: `${issuer}/concerns/${subject}`,
    data: { concernId: subject },
  })

const isChange = ({ topic }: Published): boolean => topic.startsWith('changes-')
const toldBy = ({ hub }: Simulation): readonly Told[] =>
  hub.topics.published
    .filter(isChange)
    .map((one) => ({ ...one, event: JSON.parse(one.message) as Event }))

/** Of each concern the topic of whoever sent it. */
const topicsOf = ({ witness }: Simulation): ReadonlyMap<string, string> =>
  new Map(
    [...witness.committed].flatMap(([about, ids]) =>
      ids.map((id) => [id, `changes-${senderOf(Number(about)).agency}`] as const),
    ),
  )

const placeOf = ({ subject, time }: Event): string => `${subject} ${time}`

/** What its sender was answered with, and so is not told. */
const isMoved = ({ status }: ListedConcern): boolean => status !== 'received'

/** Nothing but what stood in the sender’s own list, an id and a time of it, to nobody else, and not before its minute is over. */
const faultsOfEach = (simulation: Simulation): readonly string[] => {
  const topics = topicsOf(simulation)
  const { lines } = simulation.witness
  return toldBy(simulation).flatMap(({ topic, message, at, event }) => {
    const { subject, time } = event
    const owner = topics.get(subject)
    const stood = lines.get(subject)?.some((one) => isMoved(one) && one.changedAt === time) === true
    return [
      ...(message === envelopeOf(event) ? [] : [`told more than which and when: ${subject}`]),
      ...(owner === undefined || owner === topic ? [] : [`told to another agency: ${subject}`]),
      ...(stood ? [] : [`told of what its list does not show: ${subject}`]),
      ...(Date.parse(time) <= at - minute ? [] : [`told before its minute is over: ${subject}`]),
    ]
  })
}

/** Whatever still stands in a list by now was told, was taken, and is on record. */
const faultsOfNone = (simulation: Simulation): readonly string[] => {
  const { hub, scheduler, witness, chaos } = simulation
  const now = scheduler.now()
  const told = new Set(toldBy(simulation).map(({ event }) => placeOf(event)))
  const taken = new Set(
    hub.topics.taken
      .filter(({ queue }) => queue.startsWith('changes-'))
      .map(({ message }) => placeOf(JSON.parse(message) as Event)),
  )
  const isLossy = (chaos.counts.F22 ?? 0) > 0
  return hub.store
    .rows(tables.casework)
    .flatMap(({ sk, listed }) => (sk === 'CONCERN' ? [listed as ListedConcern] : []))
    .filter(isMoved)
    .filter(({ changedAt }) => {
      const age = now - Date.parse(changedAt)
      return age > bound && age < lookedBack
    })
    .flatMap(({ concernId, changedAt: time }) => {
      const place = placeOf({ id: '', subject: concernId, time })
      return [
        ...(told.has(place) ? [] : [`a change told to nobody: ${place}`]),
        ...(taken.has(place) || isLossy || !told.has(place) ? [] : [`a change lost: ${place}`]),
        ...(witness.acts.has(`CHANGE_TOLD ${concernId}`)
          ? []
          : [`without an entry: telling of ${concernId}`]),
      ]
    })
}

/** Whether a line stands where it may, whatever the hub knows of its family: what is sent back by the end of a minute since its receipt. */
const isPlaced = ({ status, sentAt, changedAt }: ListedConcern): boolean => {
  if (status === 'received') return changedAt === sentAt
  const since = Date.parse(changedAt) - Date.parse(sentAt)
  return status !== 'returned' || (since > 0 && since % minute === 0)
}

/** Of a clock that is wrong, and to the end of a minute. */
const ahead = 11 * minute

/** No line is moved by what its sender may not see, nor to a time that has not come. */
const faultsOfLines = ({ witness, scheduler }: Simulation): readonly string[] =>
  [...witness.lines].flatMap(([id, lines]) =>
    lines.flatMap((line) => [
      ...(isPlaced(line) ? [] : [`moved in its list by what its sender may not see: ${id}`]),
      ...(Date.parse(line.changedAt) < scheduler.now() + ahead
        ? []
        : [`moved in its list to a time that has not come: ${id}`]),
    ]),
  )

export const faultsOfChanges = (simulation: Simulation): readonly string[] => [
  ...faultsOfEach(simulation),
  ...faultsOfNone(simulation),
  ...faultsOfLines(simulation),
]

/** A clock tick that comes a little late, with what the hub does of it. */
const tolerance = 5000

/** Where nothing goes wrong each change is told once, in the second minute after it, and no status moves without its moment. */
export const faultsOfCalmChanges = (simulation: Simulation): readonly string[] => {
  const all = toldBy(simulation)
  const byPlace = Map.groupBy(all, ({ event }) => placeOf(event))
  return [
    ...[...byPlace].filter(([, some]) => some.length > 1).map(([place]) => `told twice: ${place}`),
    ...all
      .filter(({ at, event: { time } }) => at > Date.parse(time) + 2 * minute + tolerance)
      .map(({ event }) => `told after its minute: ${placeOf(event)}`),
    ...[...simulation.witness.lines].flatMap(([id, lines]) =>
      lines.flatMap(({ changedAt }, at) => {
        const before = lines[at - 1]
        return before === undefined || before.changedAt < changedAt
          ? []
          : [`moved in its list without a moment: ${id}`]
      }),
    ),
  ]
}
