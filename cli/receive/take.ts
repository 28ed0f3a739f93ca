import { type Arriving, alertOfEvent, readArriving } from '../../shared/outbox/delivered-event.ts'

/** What came of one event. What is refused is neither handed over nor confirmed; `why` holds nothing of the event’s. */
export type Taken =
  | { readonly kind: 'handed-over' | 'already'; readonly id: string }
  | { readonly kind: 'refused'; readonly why: 'no-event' | 'no-key' | 'not-the-hubs' | 'not-ours' }

/** Opens what is sealed: the content, or why it cannot be taken. */
export type Open = (
  sealed: string,
) => Promise<
  | { readonly kind: 'opened'; readonly content: unknown }
  | { readonly kind: 'refused'; readonly why: 'no-key' | 'not-the-hubs' | 'not-ours' }
>

export type TakeDeps = {
  readonly open: Open
  /** Hands an event over, once for each id, and whole; comes back only when it is safe where it went. */
  readonly handOver: (id: string, text: string) => Promise<'handed-over' | 'already'>
}

const idIn = (content: unknown): unknown =>
  typeof content === 'object' && content !== null && 'alertId' in content
    ? content.alertId
    : undefined

const withOpened = ({ data, ...event }: Arriving, content: unknown): string => {
  const { sealed: _opened, ...rest } = data
  return JSON.stringify({ ...event, data: { ...rest, alert: content } })
}

/**
 * Takes one event: opens what is sealed, and hands it over. The ids beside what is sealed are not signed, so what is inside must name the
 * same alert.
 */
export const take = async (text: string, { open, handOver }: TakeDeps): Promise<Taken> => {
  const event = readArriving(text)
  if (event === undefined) return { kind: 'refused', why: 'no-event' }
  const { id, data } = event
  const { sealed } = data
  if (typeof sealed !== 'string') return { kind: await handOver(id, text), id }
  const opened = await open(sealed)
  if (opened.kind === 'refused') return opened
  if (idIn(opened.content) !== alertOfEvent(event)?.alertId)
    return { kind: 'refused', why: 'not-the-hubs' }
  return { kind: await handOver(id, withOpened(event, opened.content)), id }
}
