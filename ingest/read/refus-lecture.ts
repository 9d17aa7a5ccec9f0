import { ErreurInfocentre } from '../socle/erreur.ts'

/** Why a file cannot be read, in one sentence, said where it is found; the process that asked makes a refusal of it. */
export class RefusLecture extends ErreurInfocentre {}
