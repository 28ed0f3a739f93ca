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
  { say, ...deps }: TakeDeps & { readonly say: (line: string) => void },
): Promise<number> => {
  const fetched = await inbox.receive()
  for (const { body, receipt } of fetched) {
    const taken = await take(body, deps)
    if (taken.kind !== 'refused') await inbox.remove(receipt)
    say(taken.kind === 'refused' ? `refused ${taken.why}` : `${taken.kind} ${taken.id}`)
  }
  return fetched.length
}
