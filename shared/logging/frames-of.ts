/** Frames that are logged of a defect: those next to it. */
const mostFrames = 8

const frame = /^ {4}at (?:async )?(?:(?<called>.+) \()?(?:file:\/\/)?(?<place>[^()\s]+:\d+:\d+)\)?$/

/**
 * Where a defect was thrown, as "function file:line:column", innermost first. The message, which may hold anything, stands at the
 * head of the stack and is cut off by its own text; a stack in which it is not found gives no frames.
 */
export const framesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return []
  const { stack = '', message } = error
  const at = stack.indexOf(message)
  if (at < 0) return []
  return stack
    .slice(at + message.length)
    .split('\n')
    .flatMap((line) => {
      const { called = 'anonymous', place } = frame.exec(line)?.groups ?? {}
      return place === undefined ? [] : [`${called} ${place}`]
    })
    .slice(0, mostFrames)
}
