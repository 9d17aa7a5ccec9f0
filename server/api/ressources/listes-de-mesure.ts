import { z } from 'zod'
import type { Enregistrement } from '../../../metrics/enregistrements.ts'
import { tableauDesDossiers } from '../../../reports/tableau/enregistrements.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import { ETATS_ANNEXE, type EtatAnnexe } from '../../../web/annexes.ts'
import { direListeFermee } from '../../../web/modeles/annexes.ts'
import { demanderAnnexe } from '../../acces/porte/annexes.ts'
import { instantDe, jourDe } from '../../horloge.ts'
import { DemandeImpossible, introuvable } from '../probleme.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, mois, niveau, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'

const COLONNES: readonly ColonneTableau<Enregistrement>[] = [{ nom: 'mois', intitule: 'Mois', type: 'texte' }]

/** A list as its measure tells it: it is read at `/api/v1/mesures/listes`, until it expires. */
export const listeJointe = z.object({
  id: z.int(),
  niveau,
  entite: z.string(),
  indicateur: z.string(),
  mois,
  sur_douze_mois: z.boolean(),
  instantane: jour,
  etat: z.enum(Object.keys(ETATS_ANNEXE) as [EtatAnnexe, ...EtatAnnexe[]]),
  expire_le: jour,
  retiree_le: jour.nullable(),
})

/** A list of demandes joined to a measure, through the door, until it expires. */
export const listesDeMesure = defineRessource({
  chemin: 'mesures/listes',
  nom: 'DemandeDUneListeDeMesure',
  titre: 'Liste de demandes jointe à une mesure',
  resume:
    'Les demandes d’une liste jointe à une mesure, avec leur numéro unique, pour le service à qui elle s’adresse ; 410 une fois la liste expirée ou retirée. Chaque demande est consignée au journal.',
  nominative: true,
  parametres: z.object({
    territoire: parametre.territoire,
    liste: z.coerce.number().int().positive().describe('Numéro de la liste, tel que la mesure le donne.'),
    ...PAGE,
  }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, { mois }).loose(),
  lire: async ({ lecteur, parametres, tranche, forme, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const instant = instantDe(maintenant)
    const donnee = await demanderAnnexe(
      lecteur,
      { territoire, id: parametres.liste, aujourdhui: jourDe(maintenant) },
      { action: 'EXPORT', instant, forme: `API, ${forme}`, tranche },
    )
    if (donnee === null) throw introuvable('Aucune liste de ce numéro n’est jointe à une mesure de votre portée.')
    const { donnes, situation } = donnee
    if (donnes === null) throw new DemandeImpossible('expire', direListeFermee(situation))
    const { colonnes } = tableauDesDossiers(donnes, { maintenant: instant, version: '' })
    return { ...donnes, colonnes }
  },
})
