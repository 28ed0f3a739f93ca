import { type Arriving, alertOfEvent, readArriving } from '../../shared/outbox/delivered-event.ts'
import type { Open } from './open-sealed.ts'

/** Why nothing was taken; it holds nothing of the event’s. */
export type Refused = {
  readonly kind: 'refused'
  readonly why: 'no-event' | 'no-key' | 'not-the-hubs' | 'not-ours'
}
export type Opened = {
  readonly kind: 'opened'
  /** The event: the alert in its data is open, where it was sealed. */
  readonly event: Arriving
  /** The same as text: as it came, where nothing was sealed. */
  readonly text: string
}

const idIn = (content: unknown): unknown =>
  typeof content === 'object' && content !== null && 'alertId' in content
    ? content.alertId
    : undefined

const withOpened = ({ data, ...event }: Arriving, alert: unknown): Arriving => {
  const { sealed: _opened, ...rest } = data
  return { ...event, data: { ...rest, alert } }
}

/**
 * Reads an event, and opens what is sealed in it. The ids beside what is sealed are not signed, so what is inside must name the same
 * alert.
 */
export const openEvent = async (text: string, open: Open): Promise<Opened | Refused> => {
  const event = readArriving(text)
  if (event === undefined) return { kind: 'refused', why: 'no-event' }
  const { sealed } = event.data
  if (typeof sealed !== 'string') return { kind: 'opened', event, text }
  const opened = await open(sealed)
  if (opened.kind === 'refused') return opened
  if (idIn(opened.content) !== alertOfEvent(event)?.alertId)
    return { kind: 'refused', why: 'not-the-hubs' }
  const whole = withOpened(event, opened.content)
  return { kind: 'opened', event: whole, text: JSON.stringify(whole) }
}
