import { somaliNames, westAfricanNames } from './names/african-names.ts'
import { arabicNames } from './names/arabic-names.ts'
import { britishNames, caribbeanNames } from './names/british-names.ts'
import { chineseNames } from './names/chinese-names.ts'
import { polishNames, romanianNames, ukrainianNames } from './names/european-names.ts'
import { irishNames } from './names/irish-names.ts'
import type { NameCulture } from './names/name-culture.ts'
import {
  bengaliNames,
  gujaratiNames,
  pakistaniNames,
  punjabiNames,
} from './names/south-asian-names.ts'

/** Every way of naming that the seed knows. Lists are our own: names in use, put together by chance. */
export const cultures: readonly NameCulture[] = [
  britishNames,
  pakistaniNames,
  irishNames,
  arabicNames,
  caribbeanNames,
  polishNames,
  punjabiNames,
  westAfricanNames,
  bengaliNames,
  gujaratiNames,
  romanianNames,
  somaliNames,
  ukrainianNames,
  chineseNames,
]
