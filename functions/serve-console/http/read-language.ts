import type { Asked } from '../asked.ts'
import type { Deps, Who } from '../deps.ts'
import { isReadInEveryLanguage } from '../pages.ts'
import { isLanguage, type Language } from '../texts/texts.ts'
import { cookieKind } from './cookies.ts'
import type { Visit } from './read-visit.ts'

const aYear = 365 * 24 * 3600

const isServed = (name: string | undefined, { built }: Deps): name is Language =>
  name === 'en' || (isLanguage(name) && built.settings.languages.some((one) => one === name))

/** The language that somebody chose, by the link below a page or before; English where none. */
const wanted = ({ query, cookies }: Visit, deps: Deps): Language =>
  [query['lang'], cookies.get(cookieKind(deps.url).nameOf('language'))].find((one) =>
    isServed(one, deps),
  ) ?? 'en'

const roleOf = (who: Who) => (who.kind === 'known' ? who.acting?.position.role : undefined)

/** In which language a page is written to somebody: in English where not all of it stands in another, so that none is half of each. */
export const readLanguage = (visit: Visit, who: Who, deps: Deps): Language => {
  return isReadInEveryLanguage(visit.path, roleOf(who)) ? wanted(visit, deps) : 'en'
}

/** Keeps what somebody chose with this very request. */
export const languageCookies = ({ query }: Visit, deps: Deps): readonly string[] => {
  const { lang } = query
  return isServed(lang, deps) ? [cookieKind(deps.url).set('language', lang, aYear)] : []
}

/** Where a page that is there stands in another language, if it is read in more than one; of what was asked beside its path nothing is repeated. */
export const otherLanguages = ({ visit, who, language, deps }: Omit<Asked, 'params'>) =>
  isReadInEveryLanguage(visit.path, roleOf(who))
    ? (['en', ...deps.built.settings.languages] as const)
        .filter((one) => one !== language)
        .map((one) => ({ language: one, to: `${encodeURI(visit.path)}?lang=${one}` }))
    : []
