import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { sql } from 'kysely'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { remettreBase } from '../../../server/remise/remettre.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { ajouterJeton } from '../../../server/state/jetons.ts'
import { regler } from '../../../server/state/reglages.ts'
import { dossierTemporaire, ouvrirBase } from '../../base.ts'
import { demande, instantaneDu, numero, radiee } from '../purge/scene.ts'
import { MAINTENANT, QUI } from '../sauvegarde/scene.ts'

/** What no handover may hold: what opens an account, an API, a calendar. */
export const SECRETS = {
  motDePasse: '$argon2id$v=19$m=19456,t=2,p=1$empreinte-du-mot-de-passe',
  secondFacteur: 'cle-totp-chiffree',
  session: 'empreinte-de-session',
  calendrier: 'empreinte-de-calendrier',
  fournisseur: 'sujet-chez-le-fournisseur',
} as const

/** Accounts, a session, a token, a calendar, a setting and a verdict: all that an application may hold. */
export const peupler = (base: Base): Promise<string> =>
  avecEtat(base.dossier, async (etat) => {
    await sql`INSERT INTO comptes (courriel, nom, role, territoires, mot_de_passe, second_facteur, sujet_oidc, emetteur_oidc, cree_le, cree_par)
      VALUES ('a@exemple.fr', 'Anne', 'gestionnaire', '["013"]', ${SECRETS.motDePasse}, ${SECRETS.secondFacteur}, ${SECRETS.fournisseur}, 'https://f', '2026-11-01 10:00:00', 'essai'),
      ('b@exemple.fr', 'Bruno', 'etat', '["013"]', NULL, NULL, NULL, NULL, '2026-11-01 10:00:00', 'essai')`.execute(
      etat,
    )
    await sql`UPDATE comptes SET ferme_le = '2026-11-02 10:00:00', ferme_par = 'essai', ferme_motif = 'départ' WHERE courriel = 'b@exemple.fr'`.execute(
      etat,
    )
    await sql`INSERT INTO sessions (empreinte, compte, etape, par, ouverte_le, vue_le) VALUES (${SECRETS.session}, 1, 'OUVERTE', 'MOT_DE_PASSE', '2026-11-23 09:00:00', '2026-11-23 09:00:00')`.execute(
      etat,
    )
    await sql`INSERT INTO calendriers (territoire, empreinte, compte, cree_le) VALUES ('013', ${SECRETS.calendrier}, 1, '2026-11-01 10:00:00')`.execute(
      etat,
    )
    const saisie = {
      depuis: enJour('2026-01-01'),
      motif: 'essai',
      saisi_le: '2026-11-01 10:00:00',
      saisi_par: 'a@exemple.fr',
    }
    await regler(etat, 'jours_mesure', 21, { ...saisie, territoire: '013' })
    await sql`INSERT INTO qualifications_paires (territoire, verdict, motif, par, le, a, b) VALUES ('013', 'HOMONYMIE', 'vus tous deux', 'a@exemple.fr', '2026-11-10 10:00:00', ${numero(1)}, ${numero(2)})`.execute(
      etat,
    )
    const jeton = { nom: 'tableur', compte: 1, role: 'gestionnaire', territoires: ['013'], service: null } as const
    const { clair } = await ajouterJeton(
      etat,
      { ...jeton, dernier_jour: enJour('2027-01-01') },
      '2026-11-01 10:00:00',
      'a@exemple.fr',
    )
    return clair
  })

/** Two months of a few demandes, one of which is past retention on the day of the tests, and a rejected row. */
export const INSTANTANES = () => [
  instantaneDu('2025-10-31', [demande(1), demande(2), demande(4)]),
  instantaneDu('2025-11-30', [
    ...[demande(1, { nom: 'Zwykowski' }), demande(2, { nom: 'Zwykowski' }), demande(3, { statut: '' })],
    radiee(4, '2025-11-10'),
  ]),
]

export const remettre = (base: Base, vers: string) =>
  remettreBase(base, { vers, version: 'essai', maintenant: MAINTENANT, qui: QUI })

/** A base with all that, and where its handover is to go. */
export const preparer = async () => {
  const essai = await ouvrirBase()
  for (const instantane of INSTANTANES()) await essai.charger(instantane, { tolerance: 1 })
  const jeton = await peupler(essai.base)
  const dossier = dossierTemporaire()
  return { ...essai, jeton, dossier, vers: join(dossier, 'remise'), racine: join(dossier, 'reprise') }
}

export const fichiersDe = (dossier: string): string[] =>
  readdirSync(dossier, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .map((entree) => relative(dossier, join(entree.parentPath, entree.name)))
    .toSorted()

export const sha256 = (chemin: string): string => createHash('sha256').update(readFileSync(chemin)).digest('hex')
