import * as z from 'zod'
import { say } from '../../local/say.ts'
import type { AuthorityCode } from '../../shared/agencies/authorities.ts'
import { routes } from '../../shared/config/routes.ts'
import { fileOnDisk, measured } from '../../shared/files/input-file.ts'
import { kindOf } from '../../shared/files/read-files.ts'
import { beginRegisterImportContract } from '../../shared/http/contracts/register-imports.ts'
import type { LoadExtent } from '../../shared/register/load.ts'
import type { Upload } from '../../shared/register/register-import.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { Asking } from '../receive/api-of.ts'
import { problemInWords } from '../receive/problem-in-words.ts'

/** Objects under signed addresses, of which each is its own key. */
export type SignedObjects = {
  /** Puts a file, and says with which status it was answered. */
  readonly put: (
    to: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
    path: string,
  ) => Promise<number>
  /** Writes what stands there into a file that only its owner reads. */
  readonly fetchInto: (url: string, path: string) => Promise<void>
}

export type Uploading = {
  readonly api: Pick<Asking, 'get' | 'post'>
  readonly objects: SignedObjects
  readonly authority: AuthorityCode
  readonly extent: LoadExtent
}

const begunSchema = beginRegisterImportContract.answers[201].schema

const announcedOf = async (path: string): Promise<Upload> => {
  const file = fileOnDisk(path)
  const { bytes, sha256 } = await measured(file)
  if (bytes === 0) throw new InputError(`${path}: is empty`)
  return { kind: await kindOf(file), bytes, sha256 }
}

/** Announces files by their length and hash, without their names, and puts each where the hub says. @throws InputError */
export const uploadFiles = async (
  paths: readonly string[],
  { api, objects, authority, extent }: Uploading,
): Promise<string> => {
  const files: Upload[] = []
  for (const path of paths) files.push(await announcedOf(path))
  const answer = await api.post(routes.beginRegisterImport.path, { authority, extent, files })
  if (answer.status !== 201) throw new InputError(problemInWords(answer))
  const { importId, uploads } = z.parse(begunSchema, answer.body)
  say(`import ${importId}`)
  for (const [at, path] of paths.entries()) {
    const to = uploads[at]
    const status = to === undefined ? 0 : await objects.put(to, path)
    if (status !== 200)
      throw new InputError(
        `${path}: was not taken (${status}); has it changed meanwhile? Start the command again`,
      )
    say(`uploaded ${at + 1} of ${paths.length} files`)
  }
  return importId
}
