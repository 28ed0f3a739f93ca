import nunjucks from 'nunjucks/browser/nunjucks-slim.js'
import type { Asset, Built } from '../built.ts'
import { isTextKey, type Language, languageNames, sayIn, type Values } from '../texts/texts.ts'
import { wordOf } from '../texts/word-of.ts'
import { filters } from './filters.ts'

/** Writes a page: the one place that knows the template language. */
export type Render = (page: string, data: Readonly<Record<string, unknown>>) => string

/** `./x` beside the template that asks, as paths are; the slim build has no path of its own. */
const beside = (from: string, name: string): string =>
  new URL(name, `file:///${from}`).pathname.slice(1)

const hrefOf =
  (assets: Readonly<Record<string, Asset>>, base: string) =>
  (name: string): string => {
    const asset = assets[name]
    if (asset === undefined) throw new Error(`there is no asset ${name}`)
    return `${base}/assets/${asset.file}`
  }

const textIn = (language: Language) => {
  const say = sayIn(language)
  return (key: string, values?: Values): string => {
    if (!isTextKey(key)) throw new Error(`there is no text ${key}`)
    return say(key, values)
  }
}

/** @throws where a page asks for a text, an asset or a template that is not there; what a page is not given stands empty */
export const renderIn = (
  { templates, assets }: Built,
  base: string,
  language: Language,
): Render => {
  const environment = new nunjucks.Environment(new nunjucks.PrecompiledLoader(templates), {
    autoescape: true,
  })
  environment.resolveTemplate = (_loader, from, name) =>
    from !== undefined && name.startsWith('.') ? beside(from, name) : name
  environment.addGlobal('t', textIn(language))
  environment.addGlobal('word', wordOf(sayIn(language)))
  environment.addGlobal('asset', hrefOf(assets, base))
  environment.addGlobal('base', base)
  environment.addGlobal('language', language)
  environment.addGlobal('languageNames', languageNames)
  for (const [name, filter] of Object.entries(filters(language)))
    environment.addFilter(name, filter)
  return (page, data) => environment.render(`${page}.njk`, { ...data }).trimStart()
}
