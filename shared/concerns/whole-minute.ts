const minute = 60_000

/**
 * The end of the minute since receipt in which something happened: not before it, so that whoever asks for what changed since they last
 * asked is shown it, and the same whether or not the hub had a family to look through.
 */
export const wholeMinuteAfter = (receivedAt: string, now: Date): string => {
  const received = Date.parse(receivedAt)
  const minutes = Math.max(1, Math.ceil((now.getTime() - received) / minute))
  return new Date(received + minutes * minute).toISOString()
}
