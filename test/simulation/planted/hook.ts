import { registerHooks } from 'node:module'
import { plants } from './plants.ts'

const name = process.env['HUB_PLANTED'] ?? ''
const plant = plants[name]
if (plant === undefined) throw new Error(`no such bug: ${name}`)
let isPlanted = false

/** Plants the bug as its file is loaded; the file itself stays as it is. */
registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context)
    if (!url.endsWith(`/${plant.file}`)) return loaded
    const text = String(loaded.source)
    if (text.split(plant.find).length !== 2)
      throw new Error(`${name}: what it changes is not there once`)
    isPlanted = true
    return { ...loaded, source: text.replace(plant.find, () => plant.replace) }
  },
})

process.on('exit', (code) => {
  if (code === 0 && !isPlanted) process.exitCode = 1
})
