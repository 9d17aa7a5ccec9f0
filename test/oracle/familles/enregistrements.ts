import type { Demande } from '../colonnes.ts'
import { type Contexte, cle, dansP, estActive, precede } from '../contexte.ts'
import { besoins, CLE_IDENTITE, type Definition, parts } from '../definition.ts'
import { joursEntre, plusJours, plusMois } from '../jours.ts'

const enregistrees = (c: Contexte): Demande[] => c.population.filter((d) => dansP(c, d.date_enregistrement))

const aEnregistrement = (d: Demande): string | null => d.guichet_enregistrement

/** The demandes of the population by K1. */
const parCle = (population: readonly Demande[]): Map<string, Demande[]> => {
  const groupes = new Map<string, Demande[]>()
  for (const d of population) {
    const k1 = cle(d, false)
    if (k1 !== null) groupes.set(k1, [...(groupes.get(k1) ?? []), d])
  }
  return groupes
}

const autres = (groupes: Map<string, Demande[]>, d: Demande, inverse: boolean): Demande[] => {
  const k = cle(d, inverse)
  return k === null ? [] : (groupes.get(k) ?? []).filter((e) => precede(e, d))
}

export const ENREGISTREMENTS: readonly Definition[] = [
  {
    code: 'delai_enregistrement',
    nature: 'delai',
    seuil: 8,
    vide: besoins('date_depot'),
    observer: (c) =>
      enregistrees(c).flatMap((d) =>
        d.date_depot === null || d.date_depot > d.date_enregistrement || d.reprise_anciennete === true
          ? []
          : [
              {
                guichet: d.guichet_enregistrement,
                denominateur: 1,
                jours: joursEntre(d.date_depot, d.date_enregistrement),
              },
            ],
      ),
  },
  {
    code: 'attestations_hors_delai',
    nature: 'part',
    seuil: 0.05,
    vide: besoins('date_depot', 'date_attestation'),
    observer: (c) => {
      const terme = (d: Demande) => (d.date_depot === null ? null : plusMois(d.date_depot, 1))
      return parts(
        c.population.filter((d) => dansP(c, terme(d))),
        aEnregistrement,
        (d) => d.date_attestation === null || d.date_attestation > (terme(d) ?? ''),
      )
    },
  },
  {
    code: 'depots_retroactifs',
    nature: 'part',
    seuil: 0.05,
    vide: besoins('date_depot'),
    observer: (c) =>
      parts(
        enregistrees(c).filter((d) => d.date_depot !== null && d.reprise_anciennete !== true),
        aEnregistrement,
        (d) => (d.date_depot ?? '') < plusMois(d.date_enregistrement, -2),
      ),
  },
  {
    code: 'rfr_absent',
    nature: 'part',
    vide: besoins('revenu_fiscal_reference'),
    observer: (c) => parts(enregistrees(c), aEnregistrement, (d) => d.revenu_fiscal_reference === null),
  },
  {
    code: 'pieces_identite_absentes',
    nature: 'part',
    seuil: 0.02,
    vide: besoins('date_piece_identite'),
    observer: (c) => parts(enregistrees(c), aEnregistrement, (d) => d.date_piece_identite === null),
  },
  {
    code: 'forcages',
    nature: 'part',
    seuil: 0.03,
    vide: besoins('forcage_doublon'),
    observer: (c) => parts(enregistrees(c), aEnregistrement, (d) => d.forcage_doublon),
  },
  {
    code: 'forcages_injustifies',
    nature: 'part',
    seuil: 0.2,
    minimum: 10,
    vide: besoins('forcage_doublon', 'date_radiation', ...CLE_IDENTITE),
    observer: (c) => {
      const groupes = parCle(c.population)
      const terme = (d: Demande) => plusJours(d.date_enregistrement, 30)
      return parts(
        c.population.filter((d) => d.forcage_doublon && dansP(c, terme(d))),
        aEnregistrement,
        (d) =>
          autres(groupes, d, false).some(
            (e) => estActive(e) || (e.date_radiation !== null && e.date_radiation > terme(d)),
          ),
      )
    },
  },
  {
    code: 'doublons_actifs',
    nature: 'part',
    stock: true,
    seuil: 0.03,
    vide: besoins(...CLE_IDENTITE),
    observer: (c) => {
      const actives = c.population.filter(estActive)
      const groupes = parCle(actives)
      return parts(
        actives,
        aEnregistrement,
        (d) => autres(groupes, d, false).length + autres(groupes, d, true).length > 0,
      )
    },
  },
]
