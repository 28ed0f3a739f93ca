import { openEvent, type Refused } from '../../client/receive/open-event.ts'
import type { Open } from '../../client/receive/open-sealed.ts'

/** What came of one event. What is refused is neither handed over nor confirmed. */
export type Taken = { readonly kind: 'handed-over' | 'already'; readonly id: string } | Refused

export type TakeDeps = {
  readonly open: Open
  /** Hands an event over, once for each id, and whole; comes back only when it is safe where it went. */
  readonly handOver: (id: string, text: string) => Promise<'handed-over' | 'already'>
}

/** Takes one event: opens what is sealed, and hands it over. */
export const take = async (text: string, { open, handOver }: TakeDeps): Promise<Taken> => {
  const opened = await openEvent(text, open)
  if (opened.kind === 'refused') return opened
  const { event, text: whole } = opened
  return { kind: await handOver(event.id, whole), id: event.id }
}
