import { fr } from '../../ingest/socle/francais/typographie.ts'
import { direSemestre } from '../../ingest/socle/semestre.ts'
import { titreDuSemestre } from '../narrative/faits-marquants.ts'
import type { Entete } from './entete.ts'
import type { MatiereDuSemestre } from './matiere.ts'

/** The head of a semester report; a draft says that it is one. */
export const enteteDuSemestre =
  (nom: string, destinataire: string) =>
  (matiere: MatiereDuSemestre): Entete => {
    const { territoire, semestre, instantanes, version, redigeLe, par } = matiere
    const quoi = `${nom} · ${direSemestre(semestre)}`
    return {
      titre: matiere.saisies.get('titre')?.texte ?? fr(titreDuSemestre(matiere)),
      sousTitre: fr(destinataire),
      projet: version === null,
      surtitre: [`Gestionnaire territorial, ${territoire}`, quoi],
      pied: {
        reference: version === null ? quoi : `${quoi}, version ${version}`,
        instantane: instantanes.at(-1)?.date ?? null,
        faitLe: redigeLe,
        par,
      },
    }
  }
