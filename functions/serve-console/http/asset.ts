import type { Built } from '../built.ts'
import type { Visit } from './read-visit.ts'
import type { Written } from './to-result.ts'

const folder = '/assets/'

/** An asset by the name that has its digest, which a browser may keep for ever; undefined for any other request. */
export const assetAt = ({ method, path }: Visit, { assets }: Built): Written | undefined => {
  if (method !== 'GET' || !path.startsWith(folder)) return undefined
  const wanted = path.slice(folder.length)
  const asset = Object.values(assets).find(({ file }) => file === wanted)
  if (asset === undefined) return undefined
  return {
    status: 200,
    headers: {
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
    body: asset.text,
    gzipped: asset.gzipped,
  }
}
