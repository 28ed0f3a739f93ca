import type { Random } from '../../../local/people/random.ts'
import type { Clients } from '../../../shared/aws/clients.ts'
import type { Action, Query, QueryPage, Store } from '../../../shared/aws/dynamodb/store.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import type { Call, Chaos, How } from '../engine/chaos.ts'
import { type Scheduler, taskHere } from '../engine/scheduler.ts'

/** What stands behind the ports of every function. */
export type Behind = {
  readonly scheduler: Scheduler
  readonly chaos: Chaos
  readonly store: Store
  readonly random: Random
  readonly clients: Pick<Clients, 'keys' | 'objects' | 'scan' | 'publish' | 'post' | 'queues'>
  /** Whether the register has lost the key of its index for a while. */
  readonly isIndexKeyGone: () => boolean
  /** Takes a message where the topic loses it, or its queue refuses it. */
  readonly mislay: (how: 'swallowed' | 'refused', topic: string, message: string) => void
  /** Has the sender of what is being decided change its mind, or a register what it holds, and waits until that is answered. */
  readonly provoke: (what: Provoked, actions: readonly Action[]) => Promise<unknown>
  /** The page without what was written in the last five minutes. */
  readonly trailing: (query: Query, page: QueryPage) => QueryPage
  /** Whether a sweep of this mode looks here. */
  readonly isLookedInto: (query: Query) => boolean
}

export const lost = (): Error =>
  Object.assign(new Error('the reply never came'), { name: 'TimeoutError' })
const busy = (): Error => new HubError('store-busy', 'the table took no more calls')

/** How a call goes wrong, which counts. */
export const drawn = (chaos: Chaos, call: Call): How | undefined => {
  const fault = chaos.draw(call)
  if (fault !== undefined) chaos.count(fault.name)
  return fault?.how
}

export type Provoked = Extract<How, 'provoke' | 'record' | 'answer'>

type Work<Result> = {
  readonly call: Call
  readonly does: () => Promise<Result>
  /** The same with an answer that leaves some of it out. */
  readonly half?: () => Promise<Result>
}

export const frozenFor = 90_000
const appliedAfter = 400

/** Each call of a port as one step, which the seed orders and may let go wrong. */
export const stepsOf = ({ scheduler, chaos, provoke }: Behind, actions: readonly Action[] = []) => {
  const wrong = async <Result>(how: How, { does, half }: Work<Result>): Promise<Result> => {
    const task = taskHere()
    if (task === undefined) throw new Error('no task calls here')
    switch (how) {
      case 'lost':
        throw lost()
      case 'busy':
        throw busy()
      case 'later':
        scheduler.after(appliedAfter, () => void does())
        throw busy()
      case 'reply-lost':
        await does()
        throw lost()
      case 'crash-before':
        return scheduler.kill(task)
      case 'crash-after':
        await does()
        return scheduler.kill(task)
      case 'freeze':
        await scheduler.hold(task, scheduler.sleep(frozenFor))
        return does()
      case 'answer':
      case 'provoke':
      case 'record':
        await scheduler.hold(task, provoke(how, actions))
        return does()
      case 'half':
        return (half ?? does)()
      case 'lag':
      case 'refused':
      case 'swallowed':
        return does()
    }
  }
  return async <Result>(work: Work<Result>): Promise<Result> => {
    const task = taskHere()
    if (task === undefined) return work.does()
    await scheduler.park(task)
    const how = drawn(chaos, work.call)
    return how === undefined ? work.does() : wrong(how, work)
  }
}
