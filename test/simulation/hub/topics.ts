import type { Random } from '../../../local/people/random.ts'
import type { Chaos } from '../engine/chaos.ts'
import { type Scheduler, taskHere } from '../engine/scheduler.ts'

/** What a receiver keeps of an alert, a review or what stands aside: the newest version that it heard of, and how often that changed it. */
export type Heard = { readonly version: number; readonly effects: number }

type Event = {
  readonly id: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}
/** What was published, and when by the clock of whoever did. */
export type Published = {
  readonly topic: string
  readonly message: string
  readonly at: number
}
type TopicDeps = {
  readonly scheduler: Scheduler
  readonly chaos: Chaos
  readonly random: Random
  /** A receiver has something new to open. */
  readonly onHeard: (queue: string, id: string, type: string) => void
  /** Of a queue whose messages pass the hub’s own hands once more: takes one, and says so. */
  readonly handOn: (queue: string, message: string) => boolean
}

const mostReceives = 5
const latest = 15 * 60_000
const poison = 'no event at all'

/** What an event tells of, each with its version; a digest of many, a checkpoint and a test of nothing. */
const toldIn = ({ data }: Event): readonly { readonly id: string; readonly version: number }[] => {
  const { alerts } = data as { readonly alerts?: readonly Readonly<Record<string, unknown>>[] }
  return (alerts ?? [data]).flatMap(({ alertId, reviewId, quarantineId, version }) => {
    const id = alertId ?? reviewId ?? quarantineId
    return typeof id === 'string' && typeof version === 'number' ? [{ id, version }] : []
  })
}

/** Topics, the queue behind each, and whoever fetches from it by the rules that the hub gives its receivers. */
export const createTopics = ({ scheduler, chaos, random, onHeard, handOn }: TopicDeps) => {
  const published: Published[] = []
  const taken: { readonly queue: string; readonly message: string }[] = []
  const dead: { readonly topic: string; readonly message: string }[] = []
  const heard = new Map<string, Heard>()
  const seen = new Set<string>()
  let unreadable = 0
  let underWay = 0
  const note = (topic: string, message: string): void => {
    const at = scheduler.now() + (taskHere()?.skew ?? 0)
    published.push({ topic, message, at })
  }
  const later = (delay: number, work: () => void): void => {
    underWay += 1
    scheduler.after(delay, () => {
      underWay -= 1
      work()
    })
  }
  const keepNewest = (place: string, version: number): void => {
    const { version: known, effects } = heard.get(place) ?? { version: 0, effects: 0 }
    if (version > known) heard.set(place, { version, effects: effects + 1 })
  }
  /** The effect and that it was seen, in one transaction of the receiver's. */
  const take = (queue: string, message: string): void => {
    if (message === poison) throw new Error('no event')
    const event = JSON.parse(message) as Event
    const once = `${queue} ${event.id}`
    if (seen.has(once)) return
    seen.add(once)
    taken.push({ queue, message })
    for (const { id, version } of toldIn(event)) {
      keepNewest(`${queue} ${id}`, version)
      onHeard(queue, id, event.type)
    }
  }
  const receive = (queue: string, message: string, receives = 1): void => {
    try {
      take(queue, message)
    } catch {
      if (receives < mostReceives) return void receive(queue, message, receives + 1)
      unreadable += 1
      return
    }
    if (chaos.happens('F25', 10)) later(30_000, () => take(queue, message))
    if (chaos.happens('F26', 10)) take(queue, message)
  }
  const land = (queue: string, message: string): void => {
    if (!handOn(queue, message)) receive(queue, message)
  }
  const arrive = (queue: string, message: string): void => {
    const delay = chaos.happens('F24', 15) ? random.between(0, latest) : random.between(5, 100)
    later(delay, () => land(queue, message))
    if (chaos.happens('F24', 10)) later(random.between(0, latest), () => land(queue, message))
    if (chaos.happens('F27', 6)) later(delay, () => land(queue, poison))
  }
  return {
    published,
    /** Each event as it was first taken from a queue, or from what was pushed. */
    taken,
    heard,
    /** A receiver has this, whichever way it came. */
    take,
    isQuiet: (): boolean => underWay === 0,
    isPoisoned: (): boolean => unreadable > 0,
    publish: async (topic: string, message: string): Promise<void> => {
      note(topic, message)
      arrive(topic, message)
    },
    mislay: (how: 'swallowed' | 'refused', topic: string, message: string): void => {
      note(topic, message)
      if (how === 'refused') dead.push({ topic, message })
    },
    /** Puts the dead letters back: some of them twice, and in no order. */
    redrive: (): void => {
      while (dead.length > 0) {
        const [letter] = dead.splice(random.between(0, dead.length - 1), 1)
        if (letter === undefined) return
        arrive(letter.topic, letter.message)
        if (random.chance(0.8)) {
          chaos.count('F28')
          arrive(letter.topic, letter.message)
        }
      }
    },
  }
}
