export { HISTOIRE, type NomHistoire } from '../contract/histoire.ts'
