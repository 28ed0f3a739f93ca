import type { Random } from '../random.ts'
import { draw, ranked } from './ranked.ts'
import { rareSurname } from './surname-tail.ts'

/**
 * Weighted so that Smith is about 1.6 % of English names, and so 1.1 % of all, the tenth 0.6 % and the hundredth 0.1 %;
 * together they name two people in five, and the tail the rest. Welsh families, with a list of their own, add to Jones.
 */
const common = ranked(
  `Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Robinson, Wright, Thompson, Walker, Davies, White, Green,
  Hall, Evans, Roberts, Thomas, Edwards, Hughes, Lewis, Harris, Clarke, Jackson, Wood, Turner, Martin, Cooper,
  Hill, Ward, Morris, Moore, Clark, Lee, King, Baker, Harrison, Morgan, Allen, James, Scott, Phillips, Watson, Davis,
  Parker, Price, Bennett, Young, Griffiths, Mitchell, Cook, Carter, Richardson, Bailey, Collins, Bell, Shaw, Murphy,
  Miller, Cox, Richards, Marshall, Anderson, Simpson, Ellis, Adams, Wilkinson, Foster, Chapman, Mason, Gray, Webb,
  Rogers, Hunt, Mills, Holmes, Palmer, Matthews, Fisher, Barnes, Knight, Lloyd, Barker, Butler, Stevens, Jenkins,
  Murray, Dixon, Harvey, Graham, Pearson, Fletcher, Walsh, Howard, Andrews, Reynolds, Ford, Stewart, Elliott, Saunders,
  Fox, Payne, West, Day, Pearce, Brooks, Lawrence, Bradley, Atkinson, Dawson, Burton, Cole, Rose, Watts, Ball, Burns,
  Spencer, Wells, Hudson, Gibson, Hart, Hayes, Webster, Newman, Hawkins, Dean, Carr, Nicholson, Cross, Francis, Robertson,
  Booth, Perry, Hunter, Gardner, Harding, Stone, Armstrong, Grant, Woods, Owen, Riley, Lane, Berry, Porter, Gordon, Reid,
  Wallace, Sutton, Perkins, Jordan, Barrett, Johnston, Henderson, Hamilton, Freeman, Lowe, Dunn, Parry, Gregory, Hopkins,
  Cunningham, Rees, Nash, Bishop, Holland, Black, Oliver, Powell, Burgess, Bird, Hewitt, Osborne, Long, Lambert, Read,
  Warren, Page, Potter, Cooke, Newton, Walton, Hardy, May, Slater, Bates, Barton, Curtis, Arnold, Goodwin, Coleman,
  Fuller, Austin, Tucker, Sharp, Moss, Kay, Willis, Parsons, Gilbert, Walters, Bull, Stephenson, Hodgson, Todd, Lynch,
  Yates, Hancock, Hargreaves, Nicholls, Norris, Woodward, Wheeler, Rowe, Bolton, Townsend, Poole, Savage, Wade, Hope,
  Frost, Norman, Sanders, Holt, Gibbs, Hooper, Reeves, Field, Marsh, Chambers, Abbott, Cameron, Kirk, Bryant, Griffin,
  Schofield, Flynn, Hammond, Weston, Kent, Stephens, Hawkes, Archer, Charlton, Gould, Bond, Miles, Barber, Steele, Pope,
  Leach, Waters, Hicks, Skinner, Pritchard, Howe, Connor, Bowen, Coates, Banks, Baxter, Lucas, Ashton, Manning, Buckley,
  Sykes, Fowler, Tyler, Blake, Power, Gill, Cartwright, Hutchinson, Daniels, Bentley, Summers, Farmer, Humphreys, Metcalfe,
  Hobbs, Sheppard, Humphries, Simmonds, Short, Jennings, Flint, Heath, Mann, Whitehead, Hartley, Burrows, Peters, Lord,
  Thornton, Norton, Cotton, Giles, Wilkins, Buxton, Drew, Garner, Parkinson, Kemp, Greenwood, Kirby, Rhodes, Birch`,
  { width: 3.5, power: 0.8 },
)

const commonShare = 0.42

export const englishSurname = (random: Random): string =>
  random.chance(commonShare) ? draw(random, common) : rareSurname(random)
