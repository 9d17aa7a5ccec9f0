import { z } from 'zod'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import type { EtatDemarche } from '../../../web/demarches/mots.ts'
import { exporterDemarches } from '../../acces/porte/demarches.ts'
import type { DemarcheLue } from '../../acces/porte/lire-demarches.ts'
import { instantDe } from '../../horloge.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'

/** The steps that reports of duplicates had before they were démarches: programs were told those. */
const ETAPES = ['DEPOSE', 'ACCEPTE', 'REFUSE', 'FAIT', 'CONFIRME', 'RETIRE'] as const

const D_AVANT: Readonly<Partial<Record<EtatDemarche, (typeof ETAPES)[number]>>> = {
  ACCEPTEE: 'ACCEPTE',
  REFUSEE: 'REFUSE',
  FAITE: 'FAIT',
  CONFIRMEE: 'CONFIRME',
  RETIREE: 'RETIRE',
}

const enSignalement = ({ id, territoire, codeService, numeros, faits, etat, actes }: DemarcheLue) => ({
  id,
  territoire,
  service: codeService,
  numeros,
  garde: faits.garde ?? '',
  motif: faits.motif ?? '',
  etape: D_AVANT[etat] ?? 'DEPOSE',
  le: actes.at(-1)?.le ?? '',
})

const COLONNES: readonly ColonneTableau<ReturnType<typeof enSignalement>>[] = [
  { nom: 'id', intitule: 'Signalement', type: 'entier' },
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'service', intitule: 'Service enregistreur', type: 'texte' },
  { nom: 'numeros', intitule: 'Numéros uniques', type: 'json' },
  { nom: 'garde', intitule: 'Numéro à garder', type: 'texte' },
  { nom: 'motif', intitule: 'Motif', type: 'texte' },
  { nom: 'etape', intitule: 'Étape', type: 'texte' },
  { nom: 'le', intitule: 'Depuis le', type: 'texte' },
]

/** The duplicates that guichets reported, as programs were told them before `demarches`, which says more. */
export const signalements = defineRessource({
  chemin: 'signalements',
  nom: 'Signalement',
  titre: 'Signalements de doublons',
  resume: 'Les démarches « Demandes en double », sous leur forme d’avant ; préférer /api/v1/demarches?sorte=DOUBLON.',
  nominative: true,
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, { id: z.int(), numeros: z.array(z.string()), garde: z.string(), etape: z.enum(ETAPES) }),
  lire: async ({ lecteur, parametres, tranche, forme, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const pourquoi = { instant: instantDe(maintenant), forme, tranche }
    const { lignes, total } = await exporterDemarches(lecteur, territoire, { sorte: 'DOUBLON', ...pourquoi })
    return { total, lignes: lignes.map(enSignalement) }
  },
})
