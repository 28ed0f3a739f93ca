import type { ChildProcess } from 'node:child_process'

const graceMilliseconds = 5_000
const living = new Set<ChildProcess>()

/** Marks a child, started `detached`, as one that must not outlive this process. */
export const keep = (child: ChildProcess): ChildProcess => {
  living.add(child)
  child.once('exit', () => living.delete(child))
  return child
}

/** The child's own process group: the child and all that it started, and nothing else. */
const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal)
  } catch {
    // Nobody of the group lives.
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null

/** Ends a child and all that it started: asked first, after five seconds no more. */
export const endChild = async (child: ChildProcess): Promise<void> => {
  const { pid } = child
  if (pid === undefined) return
  if (!hasEnded(child)) {
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    signalGroup(pid, 'SIGTERM')
    const timeout = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMilliseconds)
    await ended
    clearTimeout(timeout)
  }
  signalGroup(pid, 'SIGKILL')
}

/** Ends every child that is kept. */
export const endChildren = async (): Promise<void> => {
  await Promise.all([...living].map(endChild))
}
