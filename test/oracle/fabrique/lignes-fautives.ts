import type { Fiche, Monde } from './fiche.ts'
import { poser } from './fiche.ts'
import type { Hasard } from './hasard.ts'

/** A row to write: its cells in canonical text, some of them to be written as they are; too many or too few fields. */
export interface Ligne {
  readonly fiche: Fiche
  /** Written without dressing: nothing readable is expected of them. */
  readonly brut?: Fiche
  readonly champsEnTrop?: number
  /** Bound to be rejected: what it fills must not count. */
  readonly rejetee?: true
}

const DATES = ['31/02/2025', '00/00/0000', '1/2/2025', '2025-13-01', 'inconnue', '29/02/2023', '2025/01/02', '45000']

/** Unreadable values that are only remarked on. */
const remarquer = (h: Hasard, fiche: Fiche): Ligne => ({
  fiche,
  brut: h.choisir<Fiche>([
    { situation_familiale: 'inconnu' },
    { nb_personnes: h.choisir(['2,5', 'deux', '3 ou 4']) },
    { forcage_doublon: 'peut-être' },
    { typologie_souhaitee: 'T9' },
    { commune_souhaitee: h.choisir(['Marseille', '1305', '130555']) },
    { ressources_mensuelles: h.choisir(['1.577,50', 'env. 1200', '--']) },
    { reservataire: 'Mairie', en_qpv: 'NSP', dalo: '2' },
    { canal: 'Courrier', surface_logement: 'grand' },
    { motif_radiation: 'Décès' },
    { numero_rpls: '12345', siren_bailleur: '130 926 006', code_postal: '1300' },
    { logement_actuel: 'Non renseigné(e)', date_depot: 'NULL', nom_naissance: 'NA' },
  ]),
})

/** One row in need of rejection, from a good one, under a number of its own; sometimes for two reasons. */
const fauter = (monde: Monde, modele: Fiche): Ligne => {
  const { h } = monde
  monde.ordre += 1
  const numero = `0130124${String(monde.ordre).padStart(6, '0')}B00A1`
  const fiche: Fiche = { ...modele, numero_unique: numero }
  const dates = [
    'date_depot',
    'date_naissance',
    'date_preavis',
    'conjoint_date_naissance',
    'date_enregistrement',
  ] as const
  const codes = ['statut', 'type_demandeur'] as const
  const cas = h.entier(0, 6)
  const rejeter = (brut: Fiche = {}): Ligne => ({ fiche, brut, rejetee: true })
  const numeros = ['1,31124E+16', 'ABC', '013132400000', `${numero}0`, '0131324000001B00A1']
  if (cas === 0) return { ...rejeter(), champsEnTrop: h.choisir([-20, -2, -1, 1, 3]) }
  if (cas === 1) return rejeter({ numero_unique: h.choisir(numeros) })
  if (cas === 2) return rejeter({ [h.choisir(dates)]: h.choisir(DATES) })
  if (cas === 3) poser(fiche, h.choisir(['statut', 'date_enregistrement']), null)
  if (cas === 4 || cas === 5) return rejeter({ [h.choisir(codes)]: h.choisir(['INCONNU', 'SCI', 'Décès', 'NC']) })
  if (cas === 6) {
    poser(fiche, 'date_enregistrement', null)
    return rejeter({ [h.choisir(codes)]: '??', [h.choisir(['date_depot', 'date_attestation'])]: h.choisir(DATES) })
  }
  return rejeter()
}

/** The same number again: the copy differs, is repaired, or comes before the row that a fault rejects. */
const repeter = (h: Hasard, fiche: Fiche): Ligne[] => {
  const copie: Ligne = { fiche: { ...fiche, statut: 'ACTIVE', nb_personnes: '9' } }
  const numero = fiche.numero_unique ?? ''
  const amputee: Ligne = { fiche: copie.fiche, brut: { numero_unique: numero.replace(/^0/, '') } }
  const fautive: Ligne = { fiche, brut: { date_naissance: '30/02/1980' } }
  return h.choisir([
    [{ fiche }, copie],
    [copie, { fiche }],
    [{ fiche }, amputee],
    [amputee, { fiche }],
    [fautive, { fiche }],
  ])
}

/** The rows of one snapshot's table: most as they are, some spoiled on the way out of the source. */
export const gater = (monde: Monde, fiches: readonly Fiche[]): Ligne[] => {
  const { h } = monde
  return fiches.flatMap((fiche): Ligne[] => {
    if (h.chance(0.015)) return repeter(h, fiche)
    if (h.chance(0.02)) return [{ fiche, brut: { numero_unique: (fiche.numero_unique ?? '').replace(/^0/, '') } }]
    if (h.chance(0.02)) return [{ fiche, brut: { numero_unique: (fiche.numero_unique ?? '').toLowerCase() } }]
    if (h.chance(0.03)) return [remarquer(h, fiche)]
    return h.chance(0.03) ? [{ fiche }, fauter(monde, fiche)] : [{ fiche }]
  })
}
