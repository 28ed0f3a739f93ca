import fc from 'fast-check'
import { lookupsOf, seeksOf } from '../../shared/assessing/seeks-of.ts'
import { commitConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { correctChild } from '../../shared/casework/correct-child.ts'
import { deleteChild } from '../../shared/casework/delete-child.ts'
import { recordChild } from '../../shared/casework/record-child.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import { childSchema } from '../../shared/register/child.ts'
import { mayStep, nextKeyOf, rotationSteps } from '../../shared/register/index-rotation.ts'
import { aChild, anAdult } from './a-child.ts'
import { recordsIn } from './a-register.ts'
import { type Container, type RotatingHub, tables } from './a-rotation.ts'
import { aConcernId, aStoredConcern } from './a-stored-concern.ts'
import { westmarchRegister } from './clients.ts'
import { byOf } from './ports.ts'
import { look, lookClosely, type Waiting } from './rotation-looks.ts'

const aSecond = 1000
/** Shorter than a function holds the keys, so that some hold older ones than others. */
const paces = [25, 40, 55, 60] as const
const families = ['Bako', 'Mitu', 'Resola', 'Nidu'] as const
const given = ['Odo', 'Una', 'Ivo'] as const
const by = byOf(westmarchRegister)

/** The child of a family; by another name more is told of it than before. */
const aFamily = (at: number, name: number) =>
  aChild({
    name: { given: given[name], family: families[at] },
    adults: [
      anAdult({
        id: `A${at}`,
        names: [{ given: 'Marta', family: families[at] }],
        addresses: [{ houseNumber: `${name + 1}`, street: 'Kiln Yard', postcode: `WM${at} 1AA` }],
      }),
    ],
  })

const aConcernAbout = (at: number, number: number): StoredConcern =>
  aStoredConcern(
    { concernId: aConcernId(number) },
    {
      subject: {
        names: [{ given: 'Marta', family: families[at] }],
        dateOfBirth: '1991-04-17',
        sex: 'F',
        addresses: [],
        relationshipToChild: 'MOTHER',
        contactLevel: 'RESIDENT',
      },
      children: [{ name: { given: 'Odo', family: families[at] }, dateOfBirth: '2019-02-03' }],
    },
  )

const kind = <Kind extends string>(name: Kind) => fc.constant(name)
const family = fc.nat(families.length - 1)
const name = fc.nat(given.length - 1)
/** Which of the running functions does it. */
const which = fc.nat(1)

const actsByKind = {
  wait: fc.record({
    kind: kind('wait'),
    times: fc.integer({ min: 1, max: 5 }),
    pace: fc.constantFrom(...paces),
  }),
  put: fc.record({ kind: kind('put'), family, name, which }),
  slowPut: fc.record({ kind: kind('slowPut'), family, name }),
  correct: fc.record({ kind: kind('correct'), family, which }),
  remove: fc.record({ kind: kind('remove'), family, which }),
  concern: fc.record({ kind: kind('concern'), family, which }),
  slowLook: fc.record({ kind: kind('slowLook') }),
  wish: fc.record({
    kind: kind('wish'),
    step: fc.constantFrom(...rotationSteps, 'give-up'),
    key: fc.constantFrom('v2', 'v2', 'v2', 'v3', 'v1'),
  }),
  kill: fc.record({
    kind: kind('kill'),
    write: fc.integer({ min: 1, max: 6 }),
    how: fc.constantFrom('before', 'after'),
  }),
} as const

export type Act = {
  [Kind in keyof typeof actsByKind]: (typeof actsByKind)[Kind] extends fc.Arbitrary<infer One>
    ? One
    : never
}[keyof typeof actsByKind]

/** What happens at a hub whose key is being replaced, with an operator who may be anybody. */
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  actsByKind.wait,
  ...Object.values(actsByKind),
) as fc.Arbitrary<Act>

type Doing = {
  readonly [Kind in Act['kind']]: (act: Extract<Act, { kind: Kind }>) => Promise<unknown>
}

/** A hub in which these things happen, and which is looked at closely after every write of the function that rotates. */
export const rotationPlay = (hub: RotatingHub) => {
  // They live through all of it, each with keys as old as its last use left them.
  const [first, second] = [hub.container(), hub.container()]
  const containerOf = (at: number): Container => (at === 0 ? first : second)
  const waiting: Waiting[] = []
  const closely = (): Promise<void> => lookClosely(hub, [first, second], waiting)
  hub.lookAfterWrites(closely)
  const runAfter = async (seconds: number): Promise<void> => {
    hub.advance(seconds * aSecond)
    await hub.run().catch((error: unknown) => {
      if (!(error instanceof Error && error.message.startsWith('killed'))) throw error
    })
  }
  // A function takes a minute at most from hashing to the end of what it does.
  const slow = (): Container =>
    hub.container(async () => {
      for (let at = 0; at < 3; at += 1) await runAfter(20)
    })
  const knownAs = (at: number) =>
    recordsIn(hub.memory).children.find(({ childId }) => childId.endsWith(`C${at}`))
  const record = (at: number, named: number, { register }: Container): Promise<unknown> =>
    recordChild({ by, localId: `C${at}`, child: childSchema.parse(aFamily(at, named)) }, register)
  const doing: Doing = {
    wait: async ({ times, pace }) => {
      for (let at = 0; at < times; at += 1) await runAfter(pace)
    },
    put: (act) => record(act.family, act.name, containerOf(act.which)),
    slowPut: (act) => record(act.family, act.name, slow()),
    correct: async (act) => {
      const known = knownAs(act.family)
      const [wrong] = known?.child.alsoKnownAs ?? []
      if (known === undefined || wrong === undefined) return
      const { childId, version: ifMatch } = known
      const correction = { remove: { names: [wrong] }, reason: 'A name of somebody else.' }
      await correctChild({ by, childId, correction, ifMatch }, containerOf(act.which).register)
    },
    remove: async (act) => {
      const known = knownAs(act.family)
      if (known === undefined) return
      const { childId, version: ifMatch } = known
      await deleteChild(
        { by, childId, reason: 'Never lived here.', ifMatch },
        containerOf(act.which).register,
      )
    },
    concern: async (act) => {
      const stored = aConcernAbout(act.family, waiting.length + 1)
      const { concernId } = stored
      const idempotency = { clientId: 'drug-service', key: concernId, bodyHash: 'hash' }
      await commitConcernIn(
        hub.memory,
        tables,
      )({
        idempotency,
        stored,
        urgency: 'routine',
        entries: [],
      })
      const lookups = lookupsOf(stored, seeksOf(stored))
      await containerOf(act.which).keepLookups(lookups)
      waiting.push({ concernId, keys: lookups.keys })
    },
    slowLook: () => look(hub, slow(), waiting.slice(0, 1)),
    wish: ({ step, key }) => hub.wish(step, key),
    kill: async ({ write, how }) => hub.killAt(write, how),
  }
  const askForNext = async (): Promise<void> => {
    const rotation = await hub.rotation()
    const step = rotationSteps.find((one) => rotation !== undefined && mayStep(rotation, one))
    if (rotation !== undefined && step !== undefined) await hub.wish(step, nextKeyOf(rotation))
  }
  return {
    play: async (act: Act): Promise<void> => {
      const act_ = doing[act.kind] as (act: Act) => Promise<unknown>
      await act_(act)
      await closely()
    },
    look: (): Promise<void> => look(hub, hub.container(), waiting),
    /** As an operator who looks every minute and asks for what comes next, until one key stands alone again. */
    toTheEnd: async (): Promise<void> => {
      for (let at = 0; at < 60; at += 1) {
        await runAfter(60)
        if ((await hub.rotation())?.phase === 'STEADY') return
        await askForNext()
      }
    },
  }
}
