import { type Say, saidOf } from './said.ts'
import { type TakeDeps, take } from './take.ts'

type Fetched = { readonly body: string; readonly receipt: string }

/** A queue that is fetched from. */
export type Inbox = {
  /** What waits, or nothing after some time. */
  readonly receive: () => Promise<readonly Fetched[]>
  readonly remove: (receipt: string) => Promise<void>
}

/** Takes what waits in a queue, once. What was handed over is deleted after that and not before; what was not stays there. */
export const fetchFrom = async (
  inbox: Inbox,
  { say, ...deps }: TakeDeps & { readonly say: Say },
): Promise<number> => {
  const fetched = await inbox.receive()
  for (const { body, receipt } of fetched) {
    const taken = await take(body, deps)
    if (taken.kind !== 'refused') await inbox.remove(receipt)
    say(saidOf(taken))
  }
  return fetched.length
}
