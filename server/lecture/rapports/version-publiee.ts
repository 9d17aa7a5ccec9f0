import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { direSemestre, type Semestre } from '../../../ingest/socle/semestre.ts'
import type { FormeDeRapport } from '../../../reports/render/formes.ts'
import type { Destinataire } from '../../../web/rapports.ts'
import { exigerTerritoire, type Lecteur } from '../../acces/lecteur.ts'
import { lireContenu, lireDocuments } from '../../state/documents.ts'
import { estDe, listerPublies } from '../../state/rapports.ts'

/**
 * The bytes of a published version, as they were kept.
 *
 * @throws ErreurInfocentre where there is none such, or where its bytes are no more those that were published.
 */
export const lireVersionPubliee = async (
  lecteur: Lecteur,
  {
    territoire,
    semestre,
    pour,
    version,
    format,
  }: {
    readonly territoire: string
    readonly semestre: Semestre
    readonly pour: Destinataire
    readonly version: number
    readonly format: FormeDeRapport
  },
): Promise<Uint8Array> => {
  exigerTerritoire(lecteur, territoire)
  const publie = (await listerPublies(lecteur.etat, territoire))
    .filter(estDe(pour, semestre.code))
    .find((une) => une.version === version)
  const documents =
    publie === undefined ? [] : await lireDocuments(lecteur.etat, { sujet: 'rapport', ids: [publie.id] })
  const document = documents.find(({ nature, nom }) => nature === 'RAPPORT' && nom.endsWith(`.${format}`))
  const octets = document === undefined ? null : await lireContenu(lecteur.etat, document)
  if (octets !== null) return octets
  throw document === undefined
    ? new ErreurInfocentre(
        'VERSION_INCONNUE',
        `La version ${version} du ${direSemestre(semestre)} n’est pas publiée : voir la page « Rapports ».`,
      )
    : new ErreurInfocentre(
        'DOCUMENT_ALTERE',
        `Le fichier ${document.nom} n’est plus celui qui a été publié : reprendre celui d’une sauvegarde.`,
      )
}
