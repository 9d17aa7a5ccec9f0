import { describe, expect, it } from 'vitest'
import { INDICATEURS } from '../../../metrics/registry.ts'
import { type DocumentEcrit, lireTexte } from '../../../reports/document.ts'
import { modeleDOuverture, referencesDe, valeursDeMesure } from '../../../reports/lettres/mesure.ts'
import { CODES_MODELES, type CodeModele, MODELES, modeleDe } from '../../../reports/lettres/modeles.ts'
import { ChampVide, remplir } from '../../../reports/lettres/remplir.ts'
import type { MesureDeLettre } from '../../../reports/lettres/sujet-mesure.ts'
import { verifierModele } from '../../../reports/lettres/verifier-modele.ts'
import { mesureDeLettre } from './aide.ts'

const PIED = { reference: 'Mesure 2026-07', instantane: null, faitLe: '2026-10-06 10:15:00', par: 'Camille Martin' }

const ecrire = (code: CodeModele, mesure: MesureDeLettre, parties = modeleDe(code).defaut, projet = false) =>
  remplir(
    { code, parties, enTete: MODELES.EN_TETE.defaut },
    {
      valeurs: valeursDeMesure(mesure),
      mentions: [['Références', referencesDe(mesure)]],
      pied: PIED,
      date: '6 octobre 2026',
      projet,
    },
  )

const textes = (document: DocumentEcrit): string => JSON.stringify(document)

/** The articles of each indicator, read by hand in the contract. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  delai_enregistrement: ['L441-2-1'],
  attestations_hors_delai: ['L441-2-1', 'convention, 2.1'],
  depots_retroactifs: [],
  dossiers_incomplets: ['convention, 3.2.2 a'],
  rfr_absent: [],
  pieces_identite_absentes: ['R441-2-3', 'convention, 2.3'],
  forcages: ['convention, 3.2.2 a et b'],
  forcages_injustifies: ['convention, 3.2.2 b'],
  doublons_actifs: ['convention, 3.2.2 b'],
  renouvellements_anticipes: [],
  renouvellements_sans_mise_a_jour: ['R441-2-7'],
  echeances_non_renouvelees: ['R441-2-7'],
  demandes_perimees: ['R441-2-8 e', 'arrêté du 23/03/2015'],
  radiations_sans_preavis: ['L441-2-1 et R441-2-7'],
  delai_attribution: ['convention, 2.1', 'R441-2-8 a'],
  attributions_hors_delai: ['convention, 2.1', 'R441-2-8 a'],
  attributions_incompletes: ['convention, 2.1', 'R441-2-9'],
  reservataires_absents: ['arrêté du 17/09/2012', 'L441-1'],
  attributions_sans_actualisation: ['R441-2-9'],
  baux_avant_enregistrement: ['L441-2-1'],
  attributions_manquantes: ['R441-2-8 a'],
  incoherences: ['convention, 3.2.2 b'],
  mouvements_civilite: [],
  rejets_interface: ['convention, 3.2.2 a'],
}

const JUGES = INDICATEURS.filter(({ famille }) => famille !== 'activite').map(({ code }) => code)

const ARTICLE = /\b[LR]\d{3}-\d+(?:-\d+)?(?: [a-e]\b)?/g

describe('une lettre de mesure', () => {
  it('connaît les articles de chaque indicateur', () => {
    expect(Object.keys(ARTICLES).toSorted()).toEqual([...JUGES].toSorted())
  })

  it.each(JUGES)(
    '%s : ne cite que l’article qui s’applique, et ne parle de sanction que pour les attributions',
    (code) => {
      for (const modele of [modeleDOuverture([code]), 'LETTRE', 'NOTE'] as const) {
        const lettre = textes(ecrire(modele, mesureDeLettre(code)))
        const attendus = (ARTICLES[code] ?? []).join(' ').match(ARTICLE) ?? []
        const sanction = code === 'attributions_manquantes' && modele !== 'MESSAGE'
        const cites = new Set(lettre.replaceAll('L342-14', '').match(ARTICLE) ?? [])
        expect([modele, [...cites].toSorted()]).toEqual([modele, [...new Set(attendus)].toSorted()])
        for (const article of ARTICLES[code] ?? []) expect(lettre.toLowerCase()).toContain(article.toLowerCase())
        expect([modele, /sanction/i.test(lettre), lettre.includes('L342-14')]).toEqual([modele, sanction, sanction])
      }
    },
  )

  it('dit les faits, l’échéance en gras et le droit de répondre', () => {
    const lettre = ecrire('LETTRE', mesureDeLettre('attestations_hors_delai'))
    expect(lettre.lettre?.destinataire).toEqual(['Mairie de Vaugrand', 'Hôtel de ville', '13998 Vaugrand'])
    expect(lettre.lettre?.lieuEtDate).toBe('Le 6 octobre 2026')
    const [table] = lettre.blocs.filter(({ sorte }) => sorte === 'table')
    expect(
      table?.sorte === 'table' &&
        table.lignes[0]?.slice(1).map((c) => lireTexte(c)[0]?.texte.replace(/[\u00a0\u202f]/g, ' ')),
    ).toEqual(['août 2026', '9 sur 74', '12,2 %', '6,5 à 21,5 %', '5 %', '31/08/2026'])
    const gras = lettre.blocs.flatMap((bloc) => (bloc.sorte === 'paragraphe' ? bloc.texte.filter((p) => p.gras) : []))
    expect(gras.map(({ texte }) => texte).join('')).toBe('jusqu’au 21 octobre 2026')
    expect(textes(lettre)).toContain('Aucun plan ne m’est parvenu à cette date.')
  })

  it('s’arrête au champ qui est vide, et le nomme ; un projet le montre entre crochets', () => {
    const sansAdresse = { ...mesureDeLettre('forcages'), adresse: '' }
    expect(() => ecrire('LETTRE', sansAdresse)).toThrow(ChampVide)
    expect(() => ecrire('LETTRE', sansAdresse)).toThrow(
      /^Le champ «.adresse du service.» est vide.: l’écrire dans la fiche du service, au registre/,
    )
    expect(textes(ecrire('LETTRE', sansAdresse, modeleDe('LETTRE').defaut, true))).toContain('[adresse du service]')
  })

  it('prend ce qu’un champ dit comme du texte, et ôte un paragraphe dont un champ facultatif est vide', () => {
    const parties = { ...modeleDe('LETTRE').defaut, corps: '{motif}\n\n## Suite\n\nFin **{service}**.' }
    const lu = ecrire(
      'LETTRE',
      { ...mesureDeLettre('forcages'), texte: '## pas un titre **ni gras** {faits}' },
      parties,
    )
    expect(lu.blocs[0]).toEqual({ sorte: 'paragraphe', texte: [{ texte: '## pas un titre **ni gras** {faits}' }] })
    const sans = ecrire('LETTRE', mesureDeLettre('forcages'), parties)
    expect(sans.blocs.slice(0, 2)).toEqual([
      { sorte: 'titre', niveau: 1, texte: 'Suite' },
      { sorte: 'paragraphe', texte: [{ texte: 'Fin ' }, { texte: 'Mairie de Vaugrand', gras: true }, { texte: '.' }] },
    ])
  })
})

describe('un modèle', () => {
  it.each(CODES_MODELES)('%s : son texte d’origine est bon', (code) => {
    expect(verifierModele(code, modeleDe(code).defaut)).toBeNull()
  })

  it.each([
    ['un champ inconnu', { corps: 'Bonjour {servise}.' }, 'Le champ « {servise} » n’existe pas dans ce modèle'],
    ['un champ d’un autre modèle', { corps: '{presences}' }, 'Le champ « {presences} » n’existe pas'],
    ['un tableau dans une phrase', { corps: 'Voici {faits}.' }, 'il va seul sur la sienne'],
    ['un tableau dans l’objet', { objet: '{faits}' }, 'il va seul sur la sienne'],
    ['une accolade ouverte', { corps: 'Bonjour {service' }, 'n’est pas fermée'],
    ['un objet vide', { objet: ' ' }, '« Objet » est vide'],
    ['une sanction', { corps: 'Vous encourez une amende.' }, 'ne parle pas de sanction'],
  ])('ne prend pas %s', (_, change, phrase) => {
    expect(verifierModele('LETTRE', { ...modeleDe('LETTRE').defaut, ...change })).toContain(phrase)
  })
})
