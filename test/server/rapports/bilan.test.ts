import { describe, expect, it } from 'vitest'
import { lireIndicateurs } from '../../../metrics/lire.ts'
import { DESTINATAIRES } from '../../../reports/rapports/destinataires.ts'
import { TERRITOIRE } from '../../demonstration.ts'
import { corpsDe, tablesDe, textesDe } from './lire-document.ts'
import { preparerRapports, SEMESTRES } from './scene.ts'

const { base, lire, matiere, ecrire } = preparerRapports()

/** What a préfet's office does not accept in a body; `\b` does not know accents. */
const BANNIS =
  /z ajusté|winsoris|xmr|nowcast|p-value|p-valeur|écart.type|wilson|clopper|laney|surdispersion|funnel|intervalle de confiance|undefined|\[object/i

const NUMERO_UNIQUE =
  /(?<!\d)\d{3}[\s\u00a0\u202f]?\d{3}[\s\u00a0\u202f]?\d{6}[\s\u00a0\u202f]?\d{5}[A-Z0-9](?!\d)|(?<![0-9a-f])\d{18}(?![0-9a-f])/

describe.each(DESTINATAIRES)('un rapport de semestre pour %s', (pour) => {
  it.each(SEMESTRES)('ne laisse pas d’intertitre vide, ni de mot banni dans son corps (%s)', async (code) => {
    const document = await ecrire(code, pour)
    const { blocs } = document
    blocs.forEach((bloc, i) => {
      if (bloc.sorte !== 'titre') return
      const suivant = blocs[i + 1]
      const vide = suivant === undefined || (suivant.sorte === 'titre' && suivant.niveau <= bloc.niveau)
      expect([bloc.texte, vide]).toEqual([bloc.texte, false])
    })
    const textes = textesDe(corpsDe(document))
    expect(textes.length).toBeGreaterThan(40)
    for (const texte of textes) expect(texte).not.toMatch(BANNIS)
  })

  it('ne porte aucun numéro unique', async () => {
    for (const texte of textesDe(await ecrire('2026-S2', pour))) expect(texte).not.toMatch(NUMERO_UNIQUE)
  })
})

describe('le compte rendu au préfet', () => {
  it('montre du territoire ce que donne « indicateurs » sur les mêmes mois', async () => {
    const { periodes, fiches } = await matiere('2026-S2', 'prefet')
    expect(periodes.semestre).toEqual({ debut: '2026-07-01', fin: '2026-10-31' })
    const table = tablesDe((await ecrire('2026-S2', 'prefet')).blocs).find(({ feuille }) => feuille === 'Territoire')
    const lues = await lire(({ base: { connection } }) =>
      lireIndicateurs(connection, {
        territoire: TERRITOIRE,
        debut: '2026-07-01' as never,
        fin: '2026-10-31' as never,
        niveau: 'TERRITOIRE',
      }),
    )
    const montrees = (table?.lignes ?? []).map((ligne) => ligne.map((c) => ('dit' in c ? c.chiffre : c[0]?.texte)))
    expect(montrees).toHaveLength(fiches.filter(({ principal }) => principal).length)
    for (const [libelle, , valeur] of montrees) {
      const code = fiches.find((fiche) => fiche.libelle === String(libelle).replace('\u00a0', ' '))?.code
      expect(valeur).toEqual(lues.find(({ indicateur }) => indicateur === code)?.valeur)
    }
  })

  it('nomme les services en alerte ; le bilan aux partenaires n’en nomme aucun', async () => {
    const prefet = await ecrire('2026-S2', 'prefet')
    const nommes = (tablesDe(prefet.blocs).find(({ feuille }) => feuille === 'En alerte')?.lignes ?? []).map(([nom]) =>
      nom !== undefined && !('dit' in nom) ? (nom[0]?.texte ?? '') : '',
    )
    expect(nommes.length).toBeGreaterThan(0)
    const partenaires = textesDe(await ecrire('2026-S2', 'partenaires')).join('\n')
    for (const nom of nommes) expect(partenaires.includes(nom) ? nom : '').toBe('')
  })

  it('cite chaque instantané avec son empreinte', async () => {
    const { instantanes } = await matiere('2026-S2', 'prefet')
    expect(instantanes.map(({ date }) => date)).toEqual(['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'])
    const textes = textesDe(await ecrire('2026-S2', 'prefet'))
    for (const { empreinte } of instantanes) expect(textes).toContain(empreinte)
  })

  it('refuse en une phrase un semestre dont aucun mois n’a de chiffres', async () => {
    await expect(ecrire('2019-S1', 'prefet')).rejects.toThrow(
      'Aucun mois du 1er semestre 2019 n’a de chiffres : charger les instantanés qui closent ses mois, ou choisir un autre semestre.',
    )
    expect(base().dossier).not.toBe('')
  })
})

describe('hors des mains de l’État', () => {
  it('aucun effectif de ménages de 1 à 11 n’est dit', async () => {
    for (const pour of ['partenaires', 'copil'] as const) {
      const tables = tablesDe((await ecrire('2026-S2', pour)).blocs).filter(({ feuille = '' }) =>
        /^(TAB0|Canaux|Flux|Signatures|Attributions$)/.test(feuille),
      )
      if (pour === 'partenaires') expect(tables.length).toBeGreaterThan(4)
      const petits = tables.flatMap(({ feuille, lignes }) =>
        lignes.flatMap((ligne) =>
          ligne.flatMap((c) =>
            'dit' in c && c.type === 'entier' && c.chiffre !== null && c.chiffre >= 1 && c.chiffre <= 11
              ? [`${feuille} ${c.dit}`]
              : [],
          ),
        ),
      )
      expect(petits).toEqual([])
    }
  })
})
