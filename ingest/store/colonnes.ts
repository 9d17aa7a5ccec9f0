export * as codes from '../contract/codes.ts'
export { HISTOIRE, type NomHistoire } from '../contract/histoire.ts'
