import { nameList } from './names/name-list.ts'
import { draw, ranked } from './names/ranked.ts'
import type { Random } from './random.ts'

const wellKnown =
  ranked(`High Street, Station Road, Main Street, Park Road, Church Road, Church Street, London Road, Victoria Road,
  Green Lane, Manor Road, Church Lane, Park Avenue, The Avenue, The Crescent, Queens Road, New Road, Grange Road,
  Kings Road, Kingsway, Windsor Road, Highfield Road, Mill Lane, Alexander Road, York Road, St Johns Road, Main Road,
  Broadway, King Street, The Green, Springfield Road, George Street, Park Lane, Victoria Street, Albert Road,
  Queensway, New Street, Queen Street, West Street, North Street, Manchester Road, The Grove, Richmond Road, Grove Road,
  South Street, School Lane, The Drive, North Road, Stanley Road, Chester Road, Mill Road`)
const firsts =
  nameList(`Oak, Ash, Elm, Beech, Birch, Cedar, Chestnut, Hawthorn, Holly, Laburnum, Lime, Maple, Poplar, Rowan,
  Sycamore, Willow, Primrose, Bluebell, Heather, Lavender, Abbey, Albany, Alma, Arundel, Balmoral, Bath, Beaumont, Belmont,
  Bridge, Broad, Burnside, Cambridge, Carlton, Castle, Cavendish, Charles, Claremont, Clarence, Clifton, Cromwell, Derby,
  Devonshire, Dovecote, Durham, Eldon, Essex, Exeter, Fairfield, Farm, Ferndale, Field, Gladstone, Gloucester, Gordon,
  Greenfield, Hall, Hamilton, Harcourt, Hazel, Hill, Hillside, Howard, Jubilee, Kent, Kestrel, Lancaster, Lansdowne, Lark,
  Linden, Lodge, Lower, Mallard, Marlborough, Meadow, Melrose, Milton, Moor, Nelson, Newton, Norfolk, Northfield, Orchard,
  Oxford, Palmerston, Parkside, Pine, Priory, Quarry, Raleigh, Rectory, Regent, Ridge, River, Rosebery, Russell, Salisbury,
  Sandringham, School, Severn, Shakespeare, Skylark, Somerset, Southfield, Spencer, St Andrews, St Georges, St Marys,
  St Pauls, Stirling, Suffolk, Sunny, Sussex, Temple, Tennyson, Thames, Trinity, Tudor, Union, Upper, Vale, Vicarage,
  Warwick, Waterloo, Wellington, Westfield, Westminster, Wharf, Winchester, Wood, Woodland, Woodside, Worcester`)
const kinds = ranked(
  'Road, Street, Close, Avenue, Drive, Lane, Way, Gardens, Crescent, Terrace, Place, Grove, Walk, Rise, Mews, Court',
)

export const drawStreet = (random: Random): string =>
  random.chance(0.2) ? draw(random, wellKnown) : `${random.pick(firsts)} ${draw(random, kinds)}`

export const drawBuilding = (random: Random): string =>
  `${random.pick(firsts)} ${random.pick(['House', 'Court', 'Point', 'Heights'])}`
