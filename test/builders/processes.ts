import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Whether this machine tells of its processes in /proc, as Linux does. */
export const tellsOfProcesses = existsSync('/proc/self/stat')

/** The parent of a process; undefined when it is gone, or ended and only waits to be noticed. */
const parentOf = (pid: number): number | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? undefined : Number(parent)
  } catch {
    return undefined
  }
}

export const isAlive = (pid: number): boolean => parentOf(pid) !== undefined

/** All that a process started, and what those started. */
export const descendantsOf = (pid: number): readonly number[] => {
  const all = readdirSync('/proc')
    .map(Number)
    .filter((each) => Number.isInteger(each) && each > 0)
  const under = (parent: number): readonly number[] =>
    all.filter((each) => parentOf(each) === parent).flatMap((each) => [each, ...under(each)])
  return under(pid)
}
