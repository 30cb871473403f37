import { namePerson } from './name-person'

await namePerson('editor', 'sees drafts and the editors’ page')
