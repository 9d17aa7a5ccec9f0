import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { dossierDe } from '../../../ingest/store/dossier.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { LIEUX_DE_L_APPLICATION } from '../../../server/state/purger-numeros.ts'
import { ecrireLigne, lireLigne } from '../../../server/state/table.ts'
import { COMPTES } from '../../../server/state/table-comptes.ts'
import { TABLES_DE_L_APPLICATION } from '../../../server/state/tables.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'

interface ColonneReelle {
  readonly lieu: string
  readonly nom: string
  readonly type: string
  readonly nulle: number
  readonly fournie: number
}

describe('les tables de l’application', () => {
  let reelles: readonly ColonneReelle[] = []

  beforeAll(async () => {
    await avecEtat(dossierDe(ecrireDossier({})), async (etat) => {
      const { rows } = await sql<ColonneReelle>`SELECT m.name AS lieu, c.name AS nom, upper(c.type) AS type,
          c."notnull" = 0 AND c.pk = 0 AS nulle,
          c.dflt_value IS NOT NULL OR (c.pk = 1 AND m.sql LIKE '%autoincrement%') AS fournie
        FROM sqlite_master m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'kysely_%' ORDER BY m.rowid, c.cid`.execute(
        etat,
      )
      reelles = rows
    })
  })

  it('sont toutes déclarées, et déclarées seulement si elles existent', () => {
    expect(TABLES_DE_L_APPLICATION.map(({ nom }) => nom).toSorted()).toEqual(
      [...new Set(reelles.map(({ lieu }) => lieu))].toSorted(),
    )
  })

  it.each(TABLES_DE_L_APPLICATION.map((table) => [table.nom, table] as const))(
    '%s, une fois les migrations faites, a les colonnes déclarées : noms, types, vides admis, valeurs fournies, dans l’ordre',
    (nom, { colonnes }) => {
      expect(
        Object.entries(colonnes).map(([colonne, { type, nulle, fournie }]) => ({
          lieu: nom,
          nom: colonne,
          type,
          nulle: Number(nulle),
          fournie: Number(fournie),
        })),
      ).toEqual(reelles.filter(({ lieu }) => lieu === nom))
    },
  )

  it('disent où un numéro peut se trouver, et ce que l’effacement y fait', () => {
    expect(LIEUX_DE_L_APPLICATION.map(({ lieu, colonne, effet }) => `${lieu}.${colonne} ${effet}`).toSorted()).toEqual([
      'activites.texte MASQUE',
      'activites.titre MASQUE',
      'alertes_expliquees.texte MASQUE',
      'annotations.texte MASQUE',
      'campagnes_actes.texte MASQUE',
      'campagnes_reponses.texte MASQUE',
      'chartes_actes.articles MASQUE',
      'chartes_actes.texte MASQUE',
      'civilites_constats.note MASQUE',
      'civilites_mouvements.numero_unique MASQUE',
      'contacts_nommes.nom MASQUE',
      'controles_actes.texte MASQUE',
      'corrections_declarees.numero_unique LIGNE',
      'demarches.faits MASQUE',
      'demarches.numeros MASQUE',
      'demarches_actes.numero MASQUE',
      'demarches_actes.texte MASQUE',
      'diffusion_destinataires.nom MASQUE',
      'diffusion_envois.nom MASQUE',
      'diffusion_envois.objet MASQUE',
      'diffusion_envois.texte MASQUE',
      'documents.adresse MASQUE',
      'documents.nom MASQUE',
      'documents.titre MASQUE',
      'droits_actes.texte MASQUE',
      'echantillons.graine MASQUE',
      'echantillons.questions MASQUE',
      'echantillons_actes.texte MASQUE',
      'echantillons_fiches.numero_unique MASQUE',
      'echantillons_reponses.note MASQUE',
      'habilitations.agent MASQUE',
      'habilitations.base_legale MASQUE',
      'habilitations.organisme MASQUE',
      'habilitations.profil MASQUE',
      'habilitations_actes.texte MASQUE',
      'journal.detail MASQUE',
      'mesures_actes.plan MASQUE',
      'mesures_actes.texte MASQUE',
      'modeles_de_lettres.motif MASQUE',
      'modeles_de_lettres.parties MASQUE',
      'obligations_faites.texte MASQUE',
      'qualifications_forcages.motif MASQUE',
      'qualifications_forcages.numero_unique LIGNE',
      'qualifications_paires.a LIGNE',
      'qualifications_paires.b LIGNE',
      'qualifications_paires.motif MASQUE',
      'rapports_actes.texte MASQUE',
      'rapports_publies.matiere MASQUE',
      'rapports_publies.titre MASQUE',
      'rapports_references.libelle MASQUE',
      'rapports_references.lieu MASQUE',
      'rapports_references.source MASQUE',
      'rapports_saisies.propose MASQUE',
      'rapports_saisies.texte MASQUE',
      'registre_ecarts.ici MASQUE',
      'registre_ecarts.la_bas MASQUE',
      'registre_ecarts.texte MASQUE',
      'requetes_tuiles.resultat MASQUE',
      'requetes_versions.description MASQUE',
      'requetes_versions.sql MASQUE',
      'requetes_versions.titre MASQUE',
      'reunions_actes.lieu MASQUE',
      'reunions_actes.texte MASQUE',
      'reunions_decisions.qui MASQUE',
      'reunions_decisions.texte MASQUE',
      'reunions_presences.libelle MASQUE',
      'reunions_presences.mandataire MASQUE',
      'reunions_suites.texte MASQUE',
      'services_confirmations.propose MASQUE',
      'services_confirmations.texte MASQUE',
      'services_conventions.texte MASQUE',
      'services_fiches.adresse_postale MASQUE',
      'services_fiches.adresses MASQUE',
      'services_fiches.contact MASQUE',
      'services_fiches.contact_courriel MASQUE',
      'services_fiches.contact_telephone MASQUE',
      'services_fiches.courriel MASQUE',
      'services_fiches.guichets MASQUE',
      'services_fiches.horaires MASQUE',
      'services_fiches.libelle MASQUE',
      'services_fiches.mandats MASQUE',
      'services_fiches.publics MASQUE',
      'services_fiches.telephone MASQUE',
      'services_fiches.texte MASQUE',
    ])
  })
})

const compte = {
  id: 1,
  courriel: 'a@exemple.fr',
  nom: 'Camille',
  role: 'guichet',
  territoires: '["013"]',
  service: null,
  demonstration: 0,
  mot_de_passe: null,
  a_changer: 1,
  provisoire_jusqu_a: null,
  second_facteur: null,
  second_facteur_le: null,
  dernier_pas: null,
  emetteur_oidc: null,
  sujet_oidc: null,
  echecs: 0,
  verrouille_jusqu_a: null,
  cree_le: '2026-11-01 09:00:00',
  cree_par: 'essai',
  vu_le: null,
  ferme_le: null,
  ferme_par: null,
  ferme_motif: null,
}

describe('une ligne de l’application', () => {
  it('se lit selon sa déclaration : oui et non, listes, codes', () => {
    const lu = lireLigne(COMPTES, compte)
    expect([lu.demonstration, lu.a_changer, lu.territoires, lu.role]).toEqual([false, true, ['013'], 'guichet'])
  })

  it.each([
    ['un rôle que l’on ne connaît pas', { role: 'administrateur' }, /^comptes\.role : /],
    ['un oui ou non à 2', { a_changer: 2 }, /^comptes\.a_changer : /],
    ['une colonne pleine qui est vide', { nom: null }, /^comptes\.nom : /],
    ['un JSON qui n’en est pas un', { territoires: 'secret' }, /^comptes\.territoires : illisible$/],
  ])('ne se lit pas avec %s, et le dit sans citer la valeur', (_titre, faute, attendu) => {
    // SQLite keeps no types: what it gives may be anything.
    const ligne = { ...compte, ...faute } as typeof compte
    expect(() => lireLigne(COMPTES, ligne)).toThrow(attendu)
  })

  it('s’écrit comme SQLite la garde, sans ce dont on n’a rien dit', () => {
    expect(ecrireLigne(COMPTES, { a_changer: false, territoires: ['013', '093'], service: null })).toEqual({
      a_changer: 0,
      territoires: '["013","093"]',
      service: null,
    })
  })
})
