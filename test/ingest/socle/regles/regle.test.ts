import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import * as attribution from '../../../../ingest/socle/regles/attribution.ts'
import * as conservation from '../../../../ingest/socle/regles/conservation.ts'
import * as demande from '../../../../ingest/socle/regles/demande.ts'
import * as fenetre from '../../../../ingest/socle/regles/fenetre.ts'
import * as forcages from '../../../../ingest/socle/regles/forcages.ts'
import { type Regle, regleEn, valeurEn } from '../../../../ingest/socle/regles/regle.ts'

const LUES = { ...attribution, ...conservation, ...demande, ...fenetre, ...forcages }
const REGLES: Readonly<Record<string, Regle>> = Object.fromEntries(
  Object.entries(LUES).filter((paire): paire is [string, Regle] => Array.isArray(paire[1])),
)

describe('les règles datées', () => {
  it('valent ce que disent la loi, la convention et le contrat', () => {
    expect(
      Object.fromEntries(
        Object.entries(REGLES).map(([nom, regle]) => [nom, regle.map(({ depuis, valeur }) => `${depuis} ${valeur}`)]),
      ),
    ).toEqual({
      AGE_MAXIMUM: ['2011-01-01 110'],
      AGE_MINIMUM: ['2011-01-01 16'],
      JOURS_DE_CLOTURE: ['2011-01-01 30'],
      JOURS_DE_FENETRE: ['2011-01-01 10'],
      JOURS_DE_REJETS: ['2011-01-01 30'],
      JOURS_DE_SAISIE: ['2011-01-01 30'],
      JOURS_DE_SAUVEGARDE: ['2011-01-01 35'],
      MOIS_APRES_ECHEANCE: ['2011-01-01 1'],
      MOIS_AVANT_AU_MOINS: ['2011-01-01 3'],
      MOIS_AVANT_AU_PLUS: ['2011-01-01 5'],
      MOIS_DE_CONSERVATION: ['2017-05-11 12'],
      MOIS_DE_DEPOT_RETROACTIF: ['2011-01-01 2'],
      MOIS_DE_JOURNAL: ['2011-01-01 12'],
      MOIS_DE_PREAVIS: ['2011-01-01 1'],
      MOIS_DE_REACTIVATION_APRES_ECHEANCE: ['2011-01-01 6'],
      MOIS_DE_REACTIVATION_APRES_RADIATION: ['2011-01-01 5'],
      MOIS_DE_SAISIE: ['2011-01-01 3'],
      MOIS_DE_VALIDITE: ['2011-01-01 12'],
      MOIS_D_ACTUALISATION: ['2011-01-01 3'],
      MOIS_D_ANTICIPATION: ['2011-01-01 2'],
      MOIS_D_ATTESTATION: ['2011-01-01 1'],
      MOIS_D_ECHEANCE_PLAUSIBLE: ['2011-01-01 13'],
      MOIS_D_HABILITATION_CLOSE: ['2011-01-01 24'],
    })
  })

  it.each(Object.entries(REGLES))('%s dit sa source, et ses valeurs dans l’ordre des jours', (_nom, regle) => {
    expect(regle.every(({ source }) => source.length > 10)).toBe(true)
    const jours = regle.map(({ depuis }) => depuis)
    expect(jours).toEqual([...new Set(jours)].toSorted())
  })

  const CHANGEE: Regle = [
    { depuis: enJour('2011-01-01'), valeur: 12, source: 'un premier texte' },
    { depuis: enJour('2027-01-01'), valeur: 18, source: 'un second texte' },
  ]

  it.each([
    ['avant le premier texte, sa valeur', '2010-12-31', 12, null],
    ['le jour du premier texte', '2011-01-01', 12, 12],
    ['la veille du second', '2026-12-31', 12, 12],
    ['le jour du second', '2027-01-01', 18, 18],
    ['le lendemain', '2027-01-02', 18, 18],
  ])('%s', (_titre, jour, regle, valeur) => {
    expect(regleEn(CHANGEE, enJour(jour))).toBe(regle)
    expect(valeurEn(CHANGEE, enJour(jour))).toBe(valeur)
  })

  it('un seuil qui n’existe pas n’a de valeur aucun jour', () => {
    expect(valeurEn(undefined, enJour('2026-10-31'))).toBeNull()
  })
})
