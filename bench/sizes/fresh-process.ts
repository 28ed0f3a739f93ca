// One query in a process of its own, and what the process came to hold: fresh-process.ts GIVEN.json
import { readFileSync } from 'node:fs'
import { type Given, onePath } from './one-path.ts'

const given = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Given
const { fetched, roundTrips } = await onePath(given)
const expected = given.adults.map(({ adultId }) => adultId)
if (fetched.join() !== expected.join()) throw new Error('the hub’s own reading chose other people')
const heapBytes = process.memoryUsage().heapUsed
const residentBytes = process.resourceUsage().maxRSS * 1024
process.stdout.write(JSON.stringify({ roundTrips, heapBytes, residentBytes }))
