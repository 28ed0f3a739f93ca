import type { Written } from '../../../local/in-memory/table.ts'
import { createRandom } from '../../../local/people/random.ts'
import { recordOf } from '../../../local/serve/streams.ts'
import type { Clients } from '../../../shared/aws/clients.ts'
import type { World } from '../../../shared/aws/world.ts'
import { streamReaders } from '../../../shared/config/stream-readers.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { isRead } from '../hub/streams.ts'
import { wires } from '../hub/wires.ts'
import { drugService } from './callers.ts'
import { concernAbout, type Family } from './families.ts'
import { environment } from './place.ts'
import { createTokens } from './tokens.ts'

type LongAgo = {
  readonly clients: Clients
  readonly world: World
  /** What was written since it was last asked. */
  readonly written: () => readonly Written[]
}

/** Sends a concern about each of these families, at whatever time the world has, and assesses it. */
export const sendTo = async (
  families: readonly Family[],
  { clients, world, written }: LongAgo,
): Promise<void> => {
  const submit = wires['submit-concern'](clients, environment, world)
  const assess = wires['assess-concern'](clients, environment, world)
  const token = await createTokens(clients.keys, () => world.now().getTime())(drugService)
  for (const family of families) {
    written()
    const consent = { status: 'GIVEN', whatWasAgreed: 'Sharing', decidedOn: '2024-06-20' } as const
    const { whyOverridden: _, ...said } = concernAbout(family, createRandom(family.number))
    const body = { ...said, consent, harm: 'H2' }
    const headers = { 'Idempotency-Key': `concern-sent-long-ago-${family.number}` }
    const event = anApiEvent('submitConcern', { token, body, headers })
    const { statusCode, body: text } = await submit(event as never, {} as never)
    if (statusCode !== 202) throw new Error(`a concern was not taken: ${text}`)
    const Records = written()
      .filter((one) => isRead(streamReaders['assess-concern'], one))
      .map(recordOf)
    await assess({ Records })
  }
}
