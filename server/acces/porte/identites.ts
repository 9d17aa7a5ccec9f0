import { type Identite, readIdentites } from '../../../ingest/store/identites.ts'
import { lireDemandes } from '../../../metrics/doublons/demandes.ts'
import type { DemandeCote, IdentiteLue } from '../../../web/doublons.ts'
import type { Lecteur } from '../lecteur.ts'
import { voitLesNoms } from './passage.ts'

const enClair = (i: Identite): IdentiteLue => {
  const conjoint = [i.conjoint_nom_naissance, i.conjoint_prenom].filter((mot) => mot != null).join(' ')
  return {
    nom: i.nom_naissance ?? i.nom,
    prenom: i.prenom,
    naissance: i.date_naissance,
    conjoint: conjoint || null,
    telephone: i.telephone,
    courriel: i.courriel,
    codePostal: i.code_postal,
  }
}

/** Demandes, the oldest first, with their names for whom may read them; the caller has checked and logged the rest. */
export const lireDemandesCote = async (
  lecteur: Lecteur,
  territoire: string,
  numeros: readonly string[],
): Promise<DemandeCote[]> => {
  const { connection, dossier } = lecteur.base
  const demandes = await lireDemandes(connection, territoire, numeros)
  const identites = voitLesNoms(lecteur) ? await readIdentites(connection, dossier, territoire, numeros) : []
  const parNumero = new Map(identites.map((identite) => [identite.numero_unique, enClair(identite)]))
  return demandes.map((demande) => ({ ...demande, identite: parNumero.get(demande.numero_unique) ?? null }))
}
