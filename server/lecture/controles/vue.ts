import { estJour } from '../../../ingest/socle/jour.ts'
import type { PointVu } from '../../../web/components/controles/point.tsx'
import type { VersionVue } from '../../../web/components/controles/signature.tsx'
import type { ActeVu } from '../../../web/components/controles/versions.tsx'
import { CODES_POINTS, type FaitDuPoint, type FaitsFiges } from '../../../web/controles.ts'
import { empreinteDesFaits } from '../../gestion/controles/empreinte.ts'
import type { ActeFait, ControleSuivi } from '../../gestion/controles/suivre.ts'
import { minuteDe } from '../../horloge.ts'
import type { Signature } from '../../state/controles.ts'

type Nommer = (qui: string) => string

/** The points as they stand, with what is known of each today. */
export const pointsDuJour = (faits: readonly FaitDuPoint[], { points }: ControleSuivi, nommer: Nommer): PointVu[] =>
  faits.map((fait) => {
    const { vu, note } = points[fait.point]
    return { fait, note, vu: vu === null ? null : { par: nommer(vu.par), le: minuteDe(vu.le) } }
  })

const figesDe = ({ faits }: Pick<Signature, 'faits'>): FaitsFiges => JSON.parse(faits) as FaitsFiges

/** The points as a signature froze them. */
export const pointsFiges = (signature: Pick<Signature, 'faits'>, nommer: Nommer): PointVu[] => {
  const { points } = figesDe(signature)
  return CODES_POINTS.flatMap((code) => {
    const fige = points.find(({ point }) => point === code)
    if (fige === undefined) return []
    const { note, vu_par: par, vu_le: le, ...fait } = fige
    return [{ fait, note, vu: par === null || le === null ? null : { par: nommer(par), le: minuteDe(le) } }]
  })
}

/** The digest of the report kept with a signature; null for what was signed before reports were kept. */
export const rapportFige = (signature: Pick<Signature, 'faits'>): string | null => figesDe(signature).rapport ?? null

/** The versions signed of a control, the first first. */
export const versionsDe = (signatures: readonly Signature[]): VersionVue[] =>
  signatures.map((signature, i) => {
    const { motif, instantane } = figesDe(signature)
    return {
      rang: i + 1,
      nom: signature.nom,
      le: minuteDe(signature.le),
      empreinte: signature.empreinte,
      intacte: empreinteDesFaits(signature.faits) === signature.empreinte,
      motif,
      instantane: instantane !== null && estJour(instantane) ? instantane : null,
    }
  })

export const actesVus = (actes: readonly ActeFait[], nommer: Nommer): ActeVu[] =>
  actes.map(({ acte, point, texte, par, le }) => ({ acte, point, texte, par: nommer(par), le: minuteDe(le) }))
