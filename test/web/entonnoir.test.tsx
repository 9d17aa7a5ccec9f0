import { describe, expect, it } from 'vitest'
import { debutMois, finMois } from '../../ingest/socle/jour.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { PairsJuges } from '../../metrics/engine/pairs-juges.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { afficher } from '../../web/affichee.ts'
import { chooseEntonnoir, placeDe } from '../../web/modeles/pairs.ts'
import { PageGuichet } from '../../web/pages/guichet.tsx'
import { PageIndicateur } from '../../web/pages/indicateur.tsx'
import { fiches } from './fixtures/fiches.ts'
import { contexteDe, MOIS } from './fixtures.ts'
import { rendre } from './rendre.tsx'

const forcages = fiches.filter(({ code }) => code === 'forcages')
const [fiche] = forcages
if (fiche === undefined) throw new Error('forcages')

const VIDE = {
  territoire: '099',
  debut: debutMois(MOIS),
  fin: finMois(MOIS),
  instantane: finMois(MOIS),
  mois_couverts: 1,
  niveau: 'GUICHET',
  indicateur: 'forcages',
  p90: null,
  ic_bas: null,
  ic_haut: null,
  reference: 0.066,
  statut_12_mois: null,
  motif: null,
  details: null,
  consolide: null,
} as const

const ligne = (
  entite: string,
  numerateur: number,
  n: number,
  reste: Partial<LigneIndicateur> = {},
): LigneIndicateur => ({
  ...VIDE,
  entite,
  libelle: `Mairie ${entite}`,
  numerateur,
  denominateur: n,
  valeur: n === 0 ? null : numerateur / n,
  z_ajuste: n === 0 ? null : -0.5,
  atypique: false,
  statut: 'NORMAL',
  statut_affiche: 'NORMAL',
  ...reste,
})

const guichetDe = (code: string): Guichet => ({ code, libelle: `Mairie ${code}`, categorie: 'COMMUNE' })

/** Twelve at 3 % and one, closed, at 28.2 %: together 6.6 %, as they were judged. */
const douze = Array.from({ length: 12 }, (_, i) => ligne(`P${i}`, 30, 1000))
const ferme = ligne('FERME', 564, 2000, { statut: 'SANS_OBJET', statut_affiche: 'SANS_OBJET', motif: 'GUICHET_FERME' })
const TREIZE: PairsJuges = {
  niveau: 'GUICHET',
  categorie: 'COMMUNE',
  indicateur: 'forcages',
  p0: 0.066,
  phi: 12,
  tau2: 0.01,
  effectif: 13,
}

const texte = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/[\u00a0\u202f\s]+/g, ' ')

const indicateurAvec = (lignes: readonly LigneIndicateur[], pairs: readonly PairsJuges[], sur = '1') =>
  rendre(
    <PageIndicateur
      contexte={contexteDe('/indicateurs/forcages', { sur })}
      fiche={fiche}
      guichets={lignes.map(({ entite }) => guichetDe(entite))}
      lignes={afficher(lignes, [])}
      lignesDuMois={lignes}
      lignesDeLAnnee={lignes}
      pairsDuMois={sur === '1' ? pairs : []}
      pairsDeLAnnee={sur === '12' ? pairs : []}
      historique={{ mois: [MOIS], series: [] }}
      articles={[]}
      exports={[]}
    />,
  )

const guichetAvec = (code: string, lignes: readonly LigneIndicateur[], pairs: readonly PairsJuges[]) =>
  rendre(
    <PageGuichet
      annotations={[]}
      peutNoter
      contexte={contexteDe(`/guichets/${code}`)}
      guichet={guichetDe(code)}
      indicateurs={forcages}
      lignes={afficher(
        lignes.filter(({ entite }) => entite === code),
        [],
      )}
      series={[]}
      pairs={lignes}
      pairsJuges={pairs}
      voisins={null}
      exports={[]}
    />,
  )

describe('l’entonnoir d’un indicateur', () => {
  it.each(['1', '12'])('dessine la part des pairs qui a jugé, guichet fermé compris, sur %s mois', async (sur) => {
    const lu = texte(await indicateurAvec([...douze, ferme], [TREIZE], sur))
    expect(lu).toContain('pairs 6,6 %')
    expect(lu).not.toContain('pairs 3,0 %')
    expect(lu).toContain('Les limites comptent aussi 1 guichet sans point')
    expect(lu).toContain('dispersion est 12,00 fois celle du hasard')
  })

  it('ne recalcule pas ce qui n’a pas été rangé : les points sont dessinés sans limites, et la page le dit', async () => {
    const lu = texte(await indicateurAvec([...douze, ferme], []))
    expect(lu).toContain('Sans limites : les pairs de ce mois n’ont pas été rangés')
    expect(lu).not.toMatch(/limite 9|corrigée|pairs \d/)
    expect(lu).toContain('12 guichets')
  })
})

describe('l’entonnoir d’un guichet', () => {
  it('dessine les mêmes limites, et dit sa place par l’écart rangé', async () => {
    const soi = ligne('P0', 30, 1000, { z_ajuste: 3.2, atypique: true })
    const html = await guichetAvec('P0', [soi, ...douze.slice(1), ferme], [TREIZE])
    expect(html).toMatch(/aria-label="Entonnoir[^"]*Pairs\u00a0: 6,6\u00a0%/)
    expect(texte(html)).toContain('Doublons forcés : au-delà de la limite corrigée à 99,8 %')
    expect(texte(html)).toContain('Part selon l’effectif, 12 communes')
  })

  it('ne compte pas parmi les pairs qui n’a rien à compter', async () => {
    const sansRien = Array.from({ length: 4 }, (_, i) => ligne(`V${i}`, 0, 0, { statut_affiche: 'NON_SIGNIFICATIF' }))
    const lu = texte(await guichetAvec('P0', [...douze, ...sansRien], [{ ...TREIZE, p0: 0.03, effectif: 12 }]))
    expect(lu).toContain('Écart aux 11 autres communes')
    expect(lu).toContain('Part selon l’effectif, 12 communes')
    expect(lu).not.toContain('sans point')
  })

  it('n’en choisit aucun à un guichet sans écart rangé', () => {
    const soi = ligne('P0', 30, 1000, { z_ajuste: null })
    expect(
      chooseEntonnoir({ code: 'P0', categorie: 'COMMUNE' }, [soi, ...douze.slice(1)], [TREIZE], forcages),
    ).toBeNull()
  })

  it.each([
    [3.0902, 'entre les limites corrigées à 95 et 99,8\u00a0%'],
    [3.0903, 'au-delà de la limite corrigée à 99,8\u00a0%'],
    [1.96, 'entre les limites corrigées à 95 et 99,8\u00a0%'],
    [1.9599, 'dans les limites de ses pairs'],
    [0, 'dans les limites de ses pairs'],
    [-1.96, 'au-dessous de la limite basse corrigée à 95\u00a0%'],
    [-3.0903, 'au-dessous de la limite basse corrigée à 99,8\u00a0%'],
  ])('un écart de %d se dit « %s »', (z, place) => expect(placeDe(z)).toBe(place))
})
