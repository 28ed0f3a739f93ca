import { varied, writeRows } from './kept-rows.ts'
import { playStory } from './story.ts'

/** Keeps rows of every kind as this code writes them. Run for each release, by `npm run rows:release`. */
writeRows(varied(await playStory()))
