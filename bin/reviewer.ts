import { namePerson } from './name-person'

await namePerson('reviewer', 'reviews postings')
