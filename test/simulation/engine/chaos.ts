import type { Random } from '../../../local/people/random.ts'
import type { FunctionName } from '../../../shared/config/functions.ts'
import type { Counts, FaultName } from './faults.ts'

/** How a call goes wrong. `later`: it is turned away, and applied afterwards all the same. */
export type How =
  | 'lost'
  | 'busy'
  | 'reply-lost'
  | 'later'
  | 'crash-before'
  | 'crash-after'
  | 'freeze'
  | 'lag'
  | 'provoke'
  | 'record'
  | 'answer'
  | 'swallowed'
  | 'half'
  | 'refused'

/** What is called: by which function, which port, and what a transaction is for. */
export type Call = {
  readonly by: FunctionName
  readonly port: 'read' | 'many' | 'index' | 'write' | 'publish' | 'push' | 'keys' | 'objects'
  readonly what: 'intake' | 'assessment' | 'change' | 'said' | 'mark' | 'answer' | 'other'
}

/** With every sweep, with those that only send on what is pending, with none. */
export const modes = ['all', 'pending', 'none'] as const
export type Mode = (typeof modes)[number]

type Chance = {
  readonly name: FaultName
  readonly how: How
  readonly share: number
  readonly when: (call: Call) => boolean
  /** Only where a sweep runs that mends it. */
  readonly only?: readonly Mode[]
}

const isOf =
  (what: Call['what']) =>
  (call: Call): boolean =>
    call.port === 'write' && call.what === what
/** Of what stands of a concern, once it was decided. */
const isMove = (call: Call): boolean => isOf('change')(call) || isOf('said')(call)
const isApi = ({ by }: Call): boolean =>
  ['submit-concern', 'change-consent', 'answer-alert', 'read-alerts', 'maintain-register'].includes(
    by,
  )
const isSealer = ({ by }: Call): boolean => by === 'seal-audit'
const isPort =
  (port: Call['port']) =>
  (call: Call): boolean =>
    call.port === port
/** What reads, decides and commits. */
const isRead = ({ port }: Call): boolean => port === 'read' || port === 'many'
const isDeciding = (call: Call): boolean =>
  isRead(call) && (call.by === 'assess-concern' || call.by === 'watch-clocks')
const isChange = ({ port }: Call): boolean => ['write', 'publish', 'push', 'objects'].includes(port)

/**
 * Of a hundred calls of the kind so many go wrong in this way. An assessment reads a hundred times and writes once, so a reading
 * goes wrong far more rarely: else nothing would ever come to its end.
 */
const chances: readonly Chance[] = [
  { name: 'F1', how: 'lost', share: 7, when: isOf('intake') },
  { name: 'F2', how: 'reply-lost', share: 7, when: isOf('intake') },
  { name: 'F4', how: 'busy', share: 7, when: isOf('intake') },
  { name: 'F6', how: 'later', share: 4, when: isOf('intake') },
  { name: 'F7', how: 'crash-after', share: 7, when: isOf('intake') },
  { name: 'F15', how: 'crash-before', share: 3, when: isOf('assessment') },
  { name: 'F16', how: 'provoke', share: 6, when: isOf('assessment') },
  { name: 'F16', how: 'provoke', share: 8, when: isMove },
  { name: 'F16', how: 'provoke', share: 0.03, when: isDeciding },
  { name: 'X3', how: 'record', share: 3, when: isOf('assessment') },
  { name: 'X10', how: 'answer', share: 3, when: isOf('assessment') },
  { name: 'X10', how: 'answer', share: 15, when: isMove },
  { name: 'X10', how: 'answer', share: 60, when: isOf('said') },
  { name: 'X3', how: 'record', share: 0.03, when: isDeciding },
  { name: 'F17', how: 'lost', share: 6, when: isPort('publish') },
  { name: 'F18', how: 'reply-lost', share: 4, when: isPort('publish') },
  { name: 'F19', how: 'crash-after', share: 5, when: isPort('publish') },
  { name: 'F21', how: 'half', share: 3, when: isPort('many') },
  { name: 'X7', how: 'lost', share: 8, when: isPort('push') },
  { name: 'X7', how: 'busy', share: 8, when: isPort('push') },
  { name: 'X7', how: 'reply-lost', share: 6, when: isPort('push') },
  { name: 'F22', how: 'swallowed', share: 6, when: isPort('publish'), only: ['all'] },
  { name: 'F23', how: 'refused', share: 5, when: isPort('publish') },
  { name: 'F20', how: 'lost', share: 4, when: isOf('mark') },
  { name: 'F20', how: 'reply-lost', share: 4, when: isOf('mark') },
  { name: 'F29', how: 'reply-lost', share: 10, when: isOf('answer') },
  { name: 'F31', how: 'lost', share: 10, when: isPort('keys') },
  { name: 'F32', how: 'crash-before', share: 0.7, when: isSealer },
  { name: 'F32', how: 'crash-after', share: 0.7, when: isSealer },
  { name: 'F33', how: 'lag', share: 12, when: isPort('index') },
  { name: 'F5', how: 'busy', share: 3, when: isApi },
  { name: 'F35', how: 'freeze', share: 6, when: isMove },
  { name: 'F35', how: 'freeze', share: 3, when: isOf('assessment') },
  { name: 'F35', how: 'freeze', share: 0.8, when: isChange },
  { name: 'F35', how: 'freeze', share: 0.04, when: isRead },
  { name: 'X1', how: 'lost', share: 0.12, when: isRead },
  { name: 'X1', how: 'lost', share: 1.5, when: isChange },
  { name: 'X1', how: 'reply-lost', share: 1.5, when: isPort('write') },
  { name: 'X2', how: 'crash-before', share: 0.05, when: isRead },
  { name: 'X2', how: 'crash-before', share: 1, when: isChange },
  { name: 'X2', how: 'crash-after', share: 1, when: isPort('write') },
]

/** Chooses what goes wrong, and counts it. */
export const createChaos = (random: Random, mode: Mode, isFaulty: boolean) => {
  const counts: Counts = {}
  let isOn = isFaulty
  const count = (name: FaultName): void => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  const usable = chances.filter(({ only }) => only === undefined || only.includes(mode))
  return {
    counts,
    count,
    isOn: (): boolean => isOn,
    heal: (): void => {
      isOn = false
    },
    /** Whether this happens now, so many times in a hundred; counted where it does. */
    happens: (name: FaultName, share: number): boolean => {
      if (!isOn || random.fraction() * 100 >= share) return false
      count(name)
      return true
    },
    /** The fault of a call, if it has one. */
    draw: (call: Call): { readonly name: FaultName; readonly how: How } | undefined => {
      if (!isOn) return undefined
      let left = random.fraction() * 100
      for (const chance of usable) {
        if (!chance.when(call)) continue
        left -= chance.share
        if (left < 0) return chance
      }
      return undefined
    },
  }
}
export type Chaos = ReturnType<typeof createChaos>
