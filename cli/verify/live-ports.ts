import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { Unreadable, type VerifyPorts } from './command.ts'
import type { Given } from './verify-all.ts'

const orUnreadable = async <Value>(path: string, work: Promise<Value>): Promise<Value> =>
  work.catch((cause: unknown) => {
    throw new Unreadable(`${path} cannot be read.`, { cause })
  })

const filesIn = async (folder: string): Promise<ReadonlyMap<string, Buffer>> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const one of found.filter((each) => each.isFile() || each.isSymbolicLink())) {
    const path = join(one.parentPath, one.name)
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path))
  }
  return files
}

const read = async (path: string): Promise<Given> => {
  const found = await orUnreadable(path, stat(path))
  if (found.isDirectory())
    return { kind: 'folder', name: path, files: await orUnreadable(path, filesIn(path)) }
  return { kind: 'file', name: path, text: await orUnreadable(path, readFile(path, 'utf8')) }
}

const liesWithin = async (file: string, folder: string): Promise<boolean> => {
  const [one, other] = await Promise.all([
    orUnreadable(file, realpath(file)),
    orUnreadable(folder, realpath(folder)),
  ])
  return one.startsWith(`${other}${sep}`)
}

/** The files of this machine. */
export const liveVerifyPorts: VerifyPorts = {
  read,
  liesWithin,
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  now: () => new Date(),
}
