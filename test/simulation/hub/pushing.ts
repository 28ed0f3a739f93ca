import type { Clients } from '../../../shared/aws/clients.ts'
import type { How } from '../engine/chaos.ts'
import { type Task, taskHere } from '../engine/scheduler.ts'
import { type Behind, drawn, frozenFor, stepsOf } from './steps.ts'
import type { Simulated } from './wires.ts'

type Posting = ReturnType<Clients['post']>

/** A receiver answers with what it likes, or not at all. */
export const postFor = (by: Simulated, behind: Behind): Clients['post'] => {
  const { scheduler, chaos, clients } = behind
  const unanswered = { kind: 'unanswered', why: 'timeout' } as const
  const wrong: Partial<Record<How, (task: Task, post: () => Posting) => Posting>> = {
    lost: async () => unanswered,
    busy: async () => ({ kind: 'answered', status: 503 }),
    'crash-before': (task) => scheduler.kill(task),
    freeze: async (task, post) => {
      await scheduler.hold(task, scheduler.sleep(frozenFor))
      return post()
    },
    'crash-after': async (task, post) => {
      await post()
      return scheduler.kill(task)
    },
    'reply-lost': async (_, post) => {
      await post()
      return unanswered
    },
  }
  return async (receiver, message) => {
    const task = taskHere()
    const post = () => clients.post(receiver, message)
    if (task === undefined) return post()
    await scheduler.park(task)
    const how = drawn(chaos, { by, port: 'push', what: 'other' })
    return (how === undefined ? undefined : wrong[how]?.(task, post)) ?? post()
  }
}

export const queuesFor = (by: Simulated, behind: Behind): Clients['queues'] => {
  const { queues } = behind.clients
  const does = <Result>(work: () => Promise<Result>): Promise<Result> =>
    stepsOf(behind)({ call: { by, port: 'push', what: 'other' }, does: work })
  return {
    ...queues,
    send: (queue, message) => does(() => queues.send(queue, message)),
    hide: (queue, receipt, seconds) => does(() => queues.hide(queue, receipt, seconds)),
  }
}
