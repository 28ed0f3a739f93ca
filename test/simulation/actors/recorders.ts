import { northmoorRegister, westmarchRegister } from '../world/callers.ts'
import { childIdOf, type Family, isKnown, registered } from '../world/families.ts'
import type { ActorDeps } from './sender.ts'

/** Registers that learn in the middle of all that a child was adopted: from then on nobody may find it through its birth mother. */
export const createRecorders = (
  { calls, history }: Pick<ActorDeps, 'calls' | 'history'>,
  families: readonly Family[],
) => ({
  recordAdoption: async (number: number): Promise<void> => {
    const family = families[number]
    if (family === undefined || !isKnown(family)) return
    const end = history.begin('restrict', String(number))
    const { adults, ...child } = registered(family, 0, {
      status: { code: 'ADOPTED', from: '2026-11-20' },
      restricted: { adopted: true },
    })
    const reply = await calls.insist({
      route: 'putChild',
      caller:
        family.authority === westmarchRegister.authority ? westmarchRegister : northmoorRegister,
      sent: {
        id: childIdOf(family, 0),
        body: { ...child, adults: adults.map((adult) => ({ ...adult, livesWithChild: 'NO' })) },
      },
    })
    const isDone = reply.kind === 'answered' && reply.status < 300
    end(isDone ? 'ok' : 'info', reply.kind === 'answered' ? { status: reply.status } : {})
  },
})
export type Recorders = ReturnType<typeof createRecorders>
