import type { Culture } from './culture.ts'
import { arabic } from './cultures/arabic.ts'
import { bangladeshi } from './cultures/bangladeshi.ts'
import { british } from './cultures/british.ts'
import { chinese } from './cultures/chinese.ts'
import { ghanaian } from './cultures/ghanaian.ts'
import { hindu } from './cultures/hindu.ts'
import { iberian } from './cultures/iberian.ts'
import { irish } from './cultures/irish.ts'
import { nigerian } from './cultures/nigerian.ts'
import { pakistani } from './cultures/pakistani.ts'
import { polish } from './cultures/polish.ts'
import { romanian } from './cultures/romanian.ts'
import { sikh } from './cultures/sikh.ts'
import { slavic } from './cultures/slavic.ts'
import { somali } from './cultures/somali.ts'
import { turkish } from './cultures/turkish.ts'
import { vietnamese } from './cultures/vietnamese.ts'

/** Whose names are tried, each as often as any other. */
export const cultures: readonly Culture[] = [
  ...[british, irish, pakistani, bangladeshi, sikh, hindu, arabic, somali, turkish],
  ...[nigerian, ghanaian, polish, romanian, slavic, chinese, vietnamese, iberian],
]
