import type { Client } from '../../../shared/agencies/client.ts'
import type { aConcern } from '../../builders/a-concern.ts'
import type { callsOf, HubReply } from '../../builders/hub-calls.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

export type Caller = Omit<Client, 'keys' | 'active'>

/** Where a scene is played: a hub of its own. */
export type Stage = {
  readonly hub: TestHub
  readonly calls: ReturnType<typeof callsOf>
  /** @throws Error when the hub does not take what the story tells it: nothing would then be written */
  readonly taken: (reply: Promise<HubReply>) => Promise<HubReply>
  /** Sends a concern under a key of its own, and lets the hub deal with it. */
  readonly send: (concern?: ReturnType<typeof aConcern>, caller?: Caller) => Promise<string>
}

/** A part of the story, told so that the hub writes what nothing else makes it write. */
export type Scene = (stage: Stage) => Promise<void>

export const day = 24 * 60 * 60 * 1000

/** Why something is contested or taken back. */
export const reason = 'It was another family of the same name, seen on file.'
