import { describe, expect, it } from 'vitest'
import { writeDocument } from '../../reports/droits/document.ts'
import { lireCopie } from '../../server/services/copie-menage.ts'
import { direCopie } from '../../server/services/dire-copie.ts'
import { LIEUX_COPIES } from '../../server/state/ecrits-du-menage.ts'
import { avecEtat, type BaseEtat } from '../../server/state/etat.ts'
import { LIEUX_DE_L_APPLICATION } from '../../server/state/purger-numeros.ts'
import { taireLesAutres } from '../../server/state/taire-les-autres.ts'
import { ouvrirBase } from '../base.ts'
import { demande, instantaneDu, numero } from './purge/scene.ts'

const TEXTE = 'un texte qu’une personne tape, où un numéro unique est refusé ; il n’est d’aucun ménage'
const REGISTRE = 'le registre des services, où un numéro unique est refusé'

/** Where a number may stand without being of a household's copy, and why. */
const LAISSES: readonly (readonly [lieu: RegExp, raison: string])[] = [
  [/^journal\.detail$/, 'dit à part, comme consultations : quand, quoi, dans quel rôle'],
  [/^(activites|droits_actes|obligations_faites|alertes_expliquees|annotations|controles_actes)\./, TEXTE],
  [/^(campagnes_actes|campagnes_reponses|chartes_actes|mesures_actes|modeles_de_lettres|echantillons_actes)\./, TEXTE],
  [/^(reunions_\w+|requetes_versions|habilitations|habilitations_actes)\./, TEXTE],
  [/^diffusion_\w+\./, 'un destinataire et le message qui lui part, où un numéro unique est refusé'],
  [/^rapports_\w+\./, 'un rapport, où un numéro unique est refusé : il compte, et ne nomme personne'],
  [/^(services_\w+|registre_ecarts)\./, REGISTRE],
  [/^documents\./, 'lettres et pièces, où un numéro unique est refusé'],
  [/^contacts_nommes\.nom$/, 'le nom d’un organisme dont beaucoup de demandes portent le contact'],
  [/^echantillons\.graine$/, 'la graine d’un tirage : un texte libre, sans numéro'],
  [/^requetes_tuiles\.resultat$/, 'un calcul sur les états déjà copiés, refait à chaque chargement'],
]

const LE = '2026-11-02 09:00:00'
const UN = numero(1)
const AUTRE = numero(2)

/** Something of each kind, written of the first demande; the second one's number beside it wherever it may be. */
const ecrire = async (etat: BaseEtat): Promise<void> => {
  const commun = { par: 'agent@exemple.fr', le: LE }
  const correction = {
    territoire: '013',
    service: 'B01',
    indicateur: 'dossiers_incomplets',
    regle: 'rfr',
    acte: 'FAIT',
  }
  await etat
    .insertInto('corrections_declarees')
    .values({ ...correction, ...commun, numero_unique: UN, instantane: '2026-09-30', issue: 'CONFIRMEE', vue_au: null })
    .execute()
  const avis = { territoire: '013', verdict: 'HOMONYMIE', motif: 'Deux frères', ...commun }
  await etat
    .insertInto('qualifications_paires')
    .values({ ...avis, a: UN, b: AUTRE })
    .execute()
  await etat
    .insertInto('qualifications_forcages')
    .values({ ...avis, motif: 'Couple séparé', numero_unique: UN })
    .execute()
  const mouvement = { territoire: '013', mois: '2026-10', guichet: null, libelle: '', date_modification: null } as const
  const { id: rang } = await etat
    .insertInto('civilites_mouvements')
    .values({ ...mouvement, numero_unique: UN, releve_le: '2026-11-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await etat
    .insertInto('civilites_constats')
    .values({ mouvement: rang, constat: 'PIECE_VUE', note: 'Livret vu', ...commun })
    .execute()
  const { id: echantillon } = await etat
    .insertInto('echantillons')
    .values({
      ...{ territoire: '013', reference: '2026-10-1', mois: '2026-10', instantane: '2026-10-31', empreinte: '' },
      ...{ population: 'ACTIVES', strate: 'GUICHET', repartition: 'EGALE', minimum: 1, taille: 1, graine: 'g' },
      questions: JSON.stringify([{ code: 'RELANCE', libelle: 'Le formulaire est relancé', defaut: 'NON' }]),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: fiche } = await etat
    .insertInto('echantillons_fiches')
    .values({ echantillon, rang: 1, strate: 's', guichet: null, libelle: '', service: null, numero_unique: UN })
    .returning('id')
    .executeTakeFirstOrThrow()
  const constat = { constat: 'CONFORME', champ: '', note: 'Pièces vues', reponses: '{"RELANCE":"OUI"}' } as const
  await etat
    .insertInto('echantillons_reponses')
    .values({ fiche, ...constat, ...commun })
    .execute()
  for (const [sorte, dit] of [
    ['DOUBLON', 'gardons la première'],
    ['DETOURNEMENT', 'agent soupçonné'],
  ] as const) {
    const { id } = await etat
      .insertInto('demarches')
      .values({
        ...{ territoire: '013', sorte, service: 'B01', instantane: null },
        ...{ numeros: JSON.stringify([UN, AUTRE]), faits: JSON.stringify({ garde: AUTRE, motif: dit }) },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const acte = { demarche: id, texte: dit, numero: null, role: 'guichet', ...commun } as const
    await etat
      .insertInto('demarches_actes')
      .values({ ...acte, acte: 'DEPOSER', vers: 'RECUE' })
      .execute()
  }
}

describe('la copie remise à un ménage, de ce que des agents ont écrit', () => {
  it('a chaque lieu d’un numéro, ou le laisse avec sa raison', () => {
    const lieux = LIEUX_DE_L_APPLICATION.map(({ lieu, colonne }) => `${lieu}.${colonne}`)
    const sans = lieux.filter((lieu) => !LIEUX_COPIES.includes(lieu) && !LAISSES.some(([motif]) => motif.test(lieu)))
    expect(sans).toEqual([])
    for (const [motif] of LAISSES) expect([motif, lieux.some((lieu) => motif.test(lieu))]).toEqual([motif, true])
    expect(LIEUX_COPIES.filter((lieu) => !lieux.includes(lieu))).toEqual([])
    expect(LIEUX_COPIES.filter((lieu) => LAISSES.some(([motif]) => motif.test(lieu)))).toEqual([])
  })

  it('dit corrections, rapprochements et démarches, sans agent, sans autre numéro, sans le soupçon', async () => {
    const { base, charger } = await ouvrirBase()
    await charger(instantaneDu('2026-10-31', [demande(1), demande(2)]))
    await avecEtat(base.dossier, ecrire)
    const copie = await lireCopie(base, UN)
    expect(copie.ecrits.map(({ sujet }) => sujet)).toEqual([
      expect.stringMatching(/^Correction : /),
      'Nom ou prénom changé entre deux états',
      'Demande tirée au sort pour une relecture avec ses pièces',
      'Rapprochement avec une autre demande, jugé par une personne',
      'Enregistrement malgré une alerte de doublon, jugé par une personne',
      expect.stringMatching(/^Démarche d’un service : /),
    ])
    for (const lu of [JSON.stringify(copie), writeDocument('Copie', direCopie(copie))]) {
      for (const mot of ['Deux frères', 'Couple séparé', 'gardons la première', 'Livret vu', 'Pièces vues', 'relancé'])
        expect(lu).toContain(mot)
      for (const mot of [AUTRE, 'agent@exemple.fr', 'agent soupçonné', 'DETOURNEMENT', 'undefined'])
        expect(lu).not.toContain(mot)
    }
    expect((await lireCopie(base, numero(7))).ecrits).toEqual([])
  })

  it.each([
    [`garder ${AUTRE}`, 'garder une autre demande'],
    [`garder ${UN}`, `garder ${UN}`],
    [`${AUTRE.slice(1)}, ${AUTRE.toLowerCase()}`, 'une autre demande, une autre demande'],
    ['rien', 'rien'],
  ])('tait le numéro d’un autre ménage : %s', (texte, dit) => {
    expect(taireLesAutres(texte, UN)).toBe(dit)
  })
})
