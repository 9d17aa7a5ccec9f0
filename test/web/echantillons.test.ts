import { describe, expect, it } from 'vitest'
import { enMois } from '../../ingest/socle/jour.ts'
import type { FaitDuPoint } from '../../web/controles.ts'
import { ficheSuivante } from '../../web/modeles/echantillons.ts'
import { faitCivilite, faitEchantillon } from '../../web/modeles/faits-echantillons.ts'
import { direResultat, resultatsDe } from '../../web/modeles/resultats-echantillon.ts'
import { CLOS, ECHANTILLONS, EN_COURS, MOUVEMENTS, TIRE } from './fixtures/echantillons.ts'

const MOIS = enMois('2026-10')
const nu = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ')
const dire = ({ nombre, phrase }: FaitDuPoint): string => nu(`${nombre}${phrase}`)

describe('ce que dit un échantillon', () => {
  it('tiré à proportion, se lit comme un tirage simple : l’intervalle exact, en mots', () => {
    const dits = new Map(resultatsDe(CLOS).map((resultat) => [resultat.code, nu(direResultat(resultat))]))
    expect(dits.get('PIECE_IDENTITE')).toBe('2 défauts sur 30 : entre 0,8 % et 22,1 %')
    expect(dits.get('CRITERE_PROHIBE')).toBe('0 défaut sur 30 : jusqu’à 11,6 %')
    expect(dits.get('CONFORMITE')).toBe('1 défaut sur 30 : entre 0,1 % et 17,2 %')
  })

  it('dont tout est en défaut, dit « au moins » ; dont rien n’est vérifié, le dit', () => {
    const tout = CLOS.fiches.map((fiche) => ({
      ...fiche,
      reponse: fiche.reponse && { ...fiche.reponse, constat: 'NON_CONFORME' as const },
    }))
    const [conformite] = resultatsDe({ ...CLOS, fiches: tout })
    expect(conformite && nu(direResultat(conformite))).toBe('30 défauts sur 30 : au moins 88,4 %')
    const [rien] = resultatsDe(TIRE)
    expect(rien && direResultat(rien)).toBe('rien de vérifié')
  })

  it('non tiré à proportion, rend à chaque strate son poids et le dit', () => {
    const strates = CLOS.strates.map((strate, i) => ({ ...strate, effectif: i === 0 ? 1000 : 149_000 }))
    const piece = resultatsDe({ ...CLOS, strates }).find(({ code }) => code === 'PIECE_IDENTITE')
    // Two of twenty in a stratum that weighs 1/150, none of ten in the other.
    expect(piece?.part).toBeCloseTo((1000 / 150_000) * 0.1, 12)
    expect(piece && nu(direResultat(piece))).toMatch(/^2 défauts sur 30, 0,1 % chaque strate à son poids : /)
  })

  it('par strate, garde l’intervalle exact de la strate', () => {
    const piece = resultatsDe(CLOS).find(({ code }) => code === 'PIECE_IDENTITE')
    expect(piece?.strates.map((strate) => nu(direResultat(strate)))).toEqual([
      '2 défauts sur 20 : entre 1,2 % et 31,7 %',
      '0 défaut sur 10 : jusqu’à 30,8 %',
    ])
  })

  it('mène à la première fiche vide d’après, puis du début, et à aucune quand toutes le sont', () => {
    expect([ficheSuivante(EN_COURS, 13), ficheSuivante(EN_COURS, 30), ficheSuivante(CLOS, 3)]).toEqual([14, 13, null])
  })
})

describe('ce que le contrôle du mois en sait', () => {
  it('l’échantillon du mois : tiré, rempli, ses défauts ; ou qu’il n’y en a pas', () => {
    expect(dire(faitEchantillon([CLOS], MOIS))).toBe(
      '30 demandes tirées, 30 fiches remplies, 3 avec un défaut au moins, échantillon clos.',
    )
    expect(dire(faitEchantillon(ECHANTILLONS, MOIS))).toBe(
      '60 demandes tirées en 2 échantillons, 42 fiches remplies, 6 avec un défaut au moins.',
    )
    expect(dire(faitEchantillon([TIRE], MOIS))).toBe('30 demandes tirées, 0 fiche remplie.')
    expect(dire(faitEchantillon([CLOS], enMois('2026-09')))).toBe('Aucun échantillon tiré pour septembre 2026.')
    expect(faitEchantillon([CLOS], MOIS).chiffres).toEqual({ echantillons: 1, tirees: 30, remplies: 30, defauts: 3 })
  })

  it('les mouvements de civilité : vérifiés, à vérifier, et ceux des mois d’avant sans pièce', () => {
    expect(dire(faitCivilite(MOUVEMENTS, MOIS))).toBe(
      '5 mouvements : 2 pièces vues, 1 pièce absente et 1 suspecte, 1 à vérifier. 1 autre des mois d’avant attend encore une pièce.',
    )
    expect(dire(faitCivilite([], MOIS))).toBe('Aucun mouvement d’octobre 2026.')
    expect(dire(faitCivilite([{ mois: MOIS, constats: [] }], MOIS))).toBe('1 mouvement : aucun vérifié.')
  })
})
