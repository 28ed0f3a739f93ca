import type { Random } from '../../../local/people/random.ts'
import type { HubEnvironment } from '../../../local/wired-hub.ts'
import type { Clients } from '../../../shared/aws/clients.ts'
import type { World } from '../../../shared/aws/world.ts'
import { uuidV7 } from '../../../shared/kernel/uuid-v7.ts'
import { joined } from '../../../shared/logging/joined.ts'
import type { LogEvent } from '../../../shared/logging/logger.ts'
import type { Chaos } from '../engine/chaos.ts'
import { type Scheduler, type Task, taskHere } from '../engine/scheduler.ts'
import { bytesOf } from '../engine/seeded.ts'
import { type Simulated, wires } from './wires.ts'

/** What became of an invocation. */
export type Outcome =
  | { readonly kind: 'replied'; readonly reply: unknown }
  | { readonly kind: 'failed' }
  | { readonly kind: 'died' }

type Handler = (event: unknown, context: unknown) => Promise<unknown>
type Sandbox = { readonly handler: Handler; isBusy: boolean }

export type FleetDeps = {
  readonly scheduler: Scheduler
  readonly chaos: Chaos
  readonly random: Random
  readonly environment: HubEnvironment
  readonly clientsFor: (name: Simulated) => Clients
  readonly onLog: (level: string, event: LogEvent, fields: unknown) => void
}

/** It says nothing of the time that is left: a timer of this machine would hold what has died for a minute, and knows nothing of the seed’s time. */
const context = {}
const patience = 60_000
const mostSkew = 10 * 60_000

/** Every function in as many sandboxes as run at once: each is used again while it lives, with what it remembers. */
export const createFleet = (deps: FleetDeps) => {
  const { scheduler, chaos, random, onLog } = deps
  let { environment } = deps
  const sandboxes = new Map<Simulated, Sandbox[]>()
  const atWork = new Set<Task>()
  const world: World = {
    now: () => new Date(scheduler.now() + (taskHere()?.skew ?? 0)),
    newId: (now) => uuidV7(now, bytesOf(random, 16)),
    log: joined((...line) => {
      if (taskHere()?.isDead !== true) onLog(line[0], line[1], line[2])
    }),
  }
  const freeOne = (name: Simulated): Sandbox => {
    const all = sandboxes.get(name) ?? []
    sandboxes.set(name, all)
    const free = all.find(({ isBusy }) => !isBusy)
    if (free !== undefined) return free
    const made = wires[name](deps.clientsFor(name), environment, world) as Handler
    const sandbox = { handler: made, isBusy: false }
    all.push(sandbox)
    return sandbox
  }
  const scrap = (name: Simulated, sandbox: Sandbox): void => {
    sandboxes.set(
      name,
      (sandboxes.get(name) ?? []).filter((one) => one !== sandbox),
    )
  }
  /** Runs it once. Of one that outlasts its time nobody hears again, though it may go on. */
  const invoke = (name: Simulated, event: unknown): Promise<Outcome> =>
    new Promise((heard) => {
      const sandbox = freeOne(name)
      sandbox.isBusy = true
      const skew = chaos.happens('F30', 1) ? random.between(-mostSkew, mostSkew) : 0
      const task = scheduler.begin(name, skew)
      atWork.add(task)
      const given = (): void => {
        if (task.isDead) atWork.delete(task)
        scrap(name, sandbox)
        heard({ kind: 'died' })
      }
      const callOff = scheduler.after(patience, given)
      const over = (outcome: Outcome): void => {
        callOff()
        sandbox.isBusy = false
        // What it left under way nobody goes on with but the seed: whoever came after would wait for it, and time for them.
        if (task.parked > 0) scrap(name, sandbox)
        atWork.delete(task)
        heard(outcome)
      }
      task.onDeath = () => {
        callOff()
        given()
      }
      scheduler
        .run(task, () => sandbox.handler(event, context))
        .then(
          (reply) => over({ kind: 'replied', reply }),
          () => over({ kind: 'failed' }),
        )
    })
  return {
    world,
    invoke,
    /** Whatever runs dies where it is. */
    stop: (): void => {
      for (const task of atWork) void scheduler.kill(task)
      atWork.clear()
    },
    /** From now on every function is told this. What runs goes on as it was. */
    deploy: (changed: Partial<HubEnvironment>): void => {
      environment = { ...environment, ...changed }
      sandboxes.clear()
    },
  }
}
export type Fleet = ReturnType<typeof createFleet>
