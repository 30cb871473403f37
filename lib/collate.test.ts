import { expect, it } from 'vitest'
import { compareNames, sortByName } from './collate'

const sorted = (...names: string[]) => sortByName(names, (name) => name)

it('neither capitals, accents nor punctuation decide where a name stands', () => {
  expect(sorted('MRI technologist', 'Acupuncturist', 'baker', 'Économiste', 'driver')).toEqual([
    'Acupuncturist',
    'baker',
    'driver',
    'Économiste',
    'MRI technologist',
  ])
  expect(sorted('x-ray technician', 'X ray aide', '.NET developer', 'nanny')).toEqual([
    'nanny',
    '.NET developer',
    'X ray aide',
    'x-ray technician',
  ])
})

it('numbers stand by their size', () => {
  expect(sorted('Class 10', 'Class 9')).toEqual(['Class 9', 'Class 10'])
})

it('names that differ in nothing that counts have one order all the same', () => {
  expect(sorted('RN', 'rn')).toEqual(sorted('rn', 'RN'))
  expect(compareNames('RN', 'RN')).toBe(0)
})
