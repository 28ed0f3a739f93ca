import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { englishNameOf } from '../../shared/agencies/english-authorities.ts'
import { calendarDateSchema } from '../../shared/calendar/calendar-date.ts'
import { londonDay } from '../../shared/calendar/london-day.ts'
import { parsedJson } from '../../shared/kernel/parsed-json.ts'
import {
  type PackedPlaces,
  packedPlacesSchema,
  placeIn,
} from '../../shared/places/packed-places.ts'
import { InputError } from '../evaluate/input-error.ts'
import { progress } from '../evaluate/progress.ts'
import { packFile } from '../places/pack-file.ts'
import { checked } from './common-options.ts'
import { textOf } from './report.ts'

const print = (text: string): void => void process.stdout.write(text)

type PackOptions = { readonly out: string; readonly json?: boolean }

const pack = async (path: string, { out, json = false }: PackOptions): Promise<void> => {
  const { packed, taken, without } = await packFile(path, progress.tell)
  if (taken === 0) throw new InputError(`${path}: holds no postcode with an authority`)
  const text = `${JSON.stringify(packed)}\n`
  await writeFile(out, text).catch((cause: unknown) => {
    throw new InputError('--out: a file that can be written', { cause })
  })
  const { newest, authorities, sectors } = packed
  const all = Object.values(sectors)
  const divided = all.filter((one) => typeof one !== 'number').length
  const data = {
    out,
    newest,
    postcodes: taken,
    without,
    authorities: authorities.length,
    sectors: all.length,
    divided,
    bytes: text.length,
  }
  const lines = [
    `${taken} postcodes, the newest of ${newest}, in ${all.length} sectors of ${authorities.length} authorities; ${divided} sectors are divided`,
    `${without} postcodes have no authority here`,
    `written: ${out} (${text.length} bytes). Name it in the stage’s file (places) and deploy`,
  ]
  print(textOf({ data, lines }, json))
}

const readPacked = async (path: string): Promise<PackedPlaces> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new InputError('--in: a file that hub places pack made', { cause })
  })
  const parsed = packedPlacesSchema.safeParse(parsedJson(text))
  if (!parsed.success) throw new InputError('--in: a file that hub places pack made')
  return parsed.data
}

type FindOptions = { readonly in: string; readonly on?: string; readonly json?: boolean }

const find = async (postcode: string, options: FindOptions): Promise<void> => {
  const packed = await readPacked(options.in)
  const on =
    options.on === undefined
      ? londonDay(new Date())
      : checked(calendarDateSchema, options.on, '--on')
  const authority = placeIn(() => packed)(postcode, on)
  const name = authority === undefined ? undefined : englishNameOf(authority)
  const data = { authority: authority ?? null, name: name ?? null, on }
  const line =
    authority === undefined
      ? `not known on ${on}: no such postcode, or its place was divided since`
      : [authority, name].filter(Boolean).join(' ')
  print(textOf({ data, lines: [line] }, options.json === true))
}

/** `hub places`: postcodes and the authorities that answer for children there. */
export const addPlacesVerbs = (hub: Command): void => {
  const places = hub.command('places')
  places
    .command('pack <file>')
    .description('pack NSPL_…_UK.csv of the ONS (Open Government Licence) for a deployment')
    .requiredOption('--out <file>', 'where the packed file is written')
    .option('--json', 'print JSON')
    .action(pack)
  places
    .command('find <postcode>')
    .description('which authority answers for children there')
    .requiredOption('--in <file>', 'a packed file')
    .option('--on <day>', 'on which day, such as 2022-06-01; left out, today')
    .option('--json', 'print JSON')
    .action(find)
}
