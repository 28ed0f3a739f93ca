import { isLanguage, type Language } from '../texts/texts.ts'
import type { Visit } from './read-visit.ts'

/** The language that somebody chose, by the link on a page or by a cookie of it; English where none. */
export const readLanguage = ({ query, cookies }: Pick<Visit, 'query' | 'cookies'>): Language => {
  const wanted = query['lang'] ?? cookies.get('hub-language')
  return isLanguage(wanted) ? wanted : 'en'
}
