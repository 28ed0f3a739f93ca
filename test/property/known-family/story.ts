import type { Client } from '../../../shared/agencies/client.ts'
import type { RouteName } from '../../../shared/config/routes.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import type { TestHub } from '../../fakes/test-hub.ts'
import type { Form } from './forms.ts'
import type { RecordedHub } from './recorded-hub.ts'
import { type Notes, startNotes } from './seen.ts'

export type Caller = Omit<Client, 'keys' | 'active'>
type Sent = { readonly id: string; readonly form: Form; readonly key: string }
type Asked = Omit<NonNullable<Parameters<typeof anApiEvent>[1]>, 'token'>

/** A story at one hub: who sends, what was sent, and what was seen of it. */
export type Story = {
  readonly hub: TestHub
  readonly notes: Notes
  readonly sender: Caller
  /** Two people, for what takes two. */
  readonly leads: readonly [Caller, Caller]
  readonly sent: Sent[]
  readonly aKey: () => string
  readonly event: (
    caller: Caller,
    route: RouteName,
    asked?: Asked,
  ) => Promise<ReturnType<typeof anApiEvent>>
}

const leadOf = (sender: Caller, clientId: string): Caller => ({
  ...sender,
  clientId,
  scopes: ['reviews.read', 'reviews.write'],
})

export const startStory = (recorded: RecordedHub, sender: Caller): Story => {
  const { hub } = recorded
  let keys = 0
  return {
    hub,
    notes: startNotes(recorded),
    sender,
    leads: [leadOf(sender, 'lead-one'), leadOf(sender, 'lead-two')],
    sent: [],
    aKey: () => {
      keys += 1
      return `a-key-of-its-own-${keys}`
    },
    event: async (caller, route, { headers, ...asked } = {}) =>
      anApiEvent(route, {
        ...asked,
        token: await hub.tokenFor(caller),
        headers: { 'Hub-Practitioner': `W-${caller.clientId}`, ...headers },
      }),
  }
}
