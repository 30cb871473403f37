import { expect, test } from 'vitest'
import { normaliseName } from './normalise'

test.each([
  ['L.P.N.', 'lpn'],
  ['l.p.n', 'lpn'],
  ['R. N.', 'rn'],
  ['C.P.A.s', 'cpas'],
  ['Licensed practical nurse (L.P.N.)', 'licensed practical nurse lpn'],
  ['U.S. Revenue Officer', 'us revenue officer'],
  ['ASP.NET developer', 'asp net developer'],
  ['R&D manager', 'r d manager'],
  ['No. 1 cook', 'no 1 cook'],
  ['Ph.D. student', 'ph d student'],
  ['C++ / C#', 'c++ c#'],
  ['Café  Manager', 'cafe manager'],
])('%s is compared as %s', (name, norm) => expect(normaliseName(name)).toBe(norm))
