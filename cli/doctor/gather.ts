import type { Clock } from '../../shared/kernel/clock.ts'
import { readStage } from '../read-stage.ts'
import type { Facts, StageFact } from './facts.ts'
import { gatherApi } from './gather/api.ts'
import { gatherInbox } from './gather/inbox.ts'
import { gatherKey } from './gather/key.ts'
import { gatherMachine, type Machine } from './gather/machine.ts'

/** What is to be looked at beside the machine. */
export type Asked = {
  readonly hub?: string
  readonly client?: string
  readonly key?: string
  readonly queue?: string
  readonly stage?: string
}

export type Looking = {
  readonly machine: Machine
  readonly region: string | undefined
  readonly now: Clock
  /** Whether the hub gives the client a token for this key. */
  readonly tryToken: (client: string, pem: string) => Promise<boolean>
  /** How a client stands in the directory; undefined where that cannot be read. */
  readonly standing: (client: string, pem: string) => Promise<Facts['client']>
}

const stageOf = (path: string): Promise<StageFact> =>
  readStage(path).then(
    () => 'good' as const,
    (error: Error) => {
      const [, ...faults] = error.message.split('\n')
      return faults.length === 0 ? 'unreadable' : { faults: faults.join('; ') }
    },
  )

/** Whether the client is let in; asked only of a hub that answers, with a key that can sign. */
const letIn = async (client: string, pem: string, looking: Looking): Promise<Partial<Facts>> => {
  if (await looking.tryToken(client, pem)) return { token: 'given' }
  return { token: 'refused', client: await looking.standing(client, pem) }
}

/** Looks at an installation, each part only where what it rests on is whole. */
export const gather = async (asked: Asked, looking: Looking): Promise<Facts> => {
  const { hub, client, key: keyFile, queue, stage } = asked
  const machine = await gatherMachine(looking.machine)
  const reached = hub === undefined ? {} : await gatherApi(hub, looking.now)
  const { key, pem } = keyFile === undefined ? {} : await gatherKey(keyFile)
  const isReady = reached.api?.found === 'hub' && client !== undefined && pem !== undefined
  const isTimely = Math.abs(reached.secondsAhead ?? 0) <= 10
  return {
    ...machine,
    ...reached,
    ...(stage !== undefined && { stage: await stageOf(stage) }),
    ...(key !== undefined && { key }),
    ...(isReady && isTimely && (await letIn(client, pem, looking))),
    ...(queue !== undefined && { inbox: await gatherInbox(queue, looking.region) }),
  }
}
