import { readdir, readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

/** A process of this machine that runs one function, and whether it is at work. */
export type Worker = {
  readonly pid: number
  readonly functionName: string
  /** Processor time that it has taken so far, and when it was started since the machine was, in ticks. */
  readonly ticks: number
  readonly since: number
}

/** Of the clock by which Linux counts a process's time: the same on every machine. */
const ticksASecond = 100
/**
 * By then a function has begun. One that ends before it has, the emulator answers by ending every other of its name, and so
 * none would ever begin again.
 */
const secondsToBegin = 5

const settingsOf = async (pid: number): Promise<ReadonlyMap<string, string>> => {
  const text = await readFile(`/proc/${pid}/environ`, 'utf8')
  return new Map(
    text.split('\0').map((line) => {
      const at = line.indexOf('=')
      return [line.slice(0, at), line.slice(at + 1)]
    }),
  )
}

/** @see proc(5), fields 14, 15 and 22 of stat, counted after the name in brackets, which may hold anything */
const timesOf = async (pid: number): Promise<Pick<Worker, 'ticks' | 'since'>> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { ticks: Number(fields[11]) + Number(fields[12]), since: Number(fields[19]) }
}

const workerAt = async (pid: number, port: string): Promise<Worker | undefined> => {
  const settings = await settingsOf(pid)
  const functionName = settings.get('AWS_LAMBDA_FUNCTION_NAME')
  if (functionName === undefined || settings.get('GATEWAY_PORT') !== port) return undefined
  return { pid, functionName, ...(await timesOf(pid)) }
}

/** Whoever runs functions of the hub at this port, by what each process was started with: nobody else's is touched. */
const workersOf = async (port: string): Promise<readonly Worker[]> => {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 1)
  const found = await Promise.all(pids.map((pid) => workerAt(pid, port).catch(() => undefined)))
  return found.flatMap((worker) => worker ?? [])
}

/** Those that have worked between two looks, and not only to begin. */
const atWork = async (port: string): Promise<readonly Worker[]> => {
  const before = new Map((await workersOf(port)).map(({ pid, ticks }) => [pid, ticks]))
  await setTimeout(30)
  const [seconds = ''] = (await readFile('/proc/uptime', 'utf8')).split(' ')
  const begun = (Number(seconds) - secondsToBegin) * ticksASecond
  return (await workersOf(port)).filter(
    ({ pid, ticks, since }) => since < begun && ticks > (before.get(pid) ?? ticks),
  )
}

/** Ends one function in the middle of its work, if one is; by its own id, without a word. */
export const killOne = async (
  port: string,
  choose: (count: number) => number,
): Promise<string | undefined> => {
  const workers = await atWork(port)
  const worker = workers[choose(workers.length)]
  if (worker === undefined) return undefined
  try {
    process.kill(worker.pid, 'SIGKILL')
    return worker.functionName
  } catch {
    // It has ended by itself meanwhile.
    return undefined
  }
}
