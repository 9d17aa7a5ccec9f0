import { join } from 'node:path'
import { enJour } from '../../../ingest/socle/jour.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import { accesDuTerminal } from '../../../server/acces/acces.ts'
import type { Role } from '../../../server/acces/roles.ts'
import { ouvrirSession } from '../../../server/auth/sessions.ts'
import { instantDe } from '../../../server/horloge.ts'
import { openInstallation } from '../../../server/installation.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { chercherDoublons } from '../../../server/services/doublons.ts'
import { ajouterCompte } from '../../../server/state/comptes.ts'
import { openEtat } from '../../../server/state/etat.ts'
import { lancer } from '../lancer.ts'

const TERRITOIRE = '013'

/** Somebody signed in, and the pages that they go round. */
export interface Lecteur {
  readonly role: Role
  readonly temoin: string
  readonly pages: readonly string[]
}

const COMMUNES = ['/', '/indicateurs', '/indicateurs/demandes_perimees', '/attributions']
const TOURNEES: readonly (readonly [Role, number, readonly string[]])[] = [
  ['gestionnaire', 8, [...COMMUNES, '/guichets', '/doublons', '/forcages', '/demarches', '/imports']],
  ['guichet', 8, [...COMMUNES, '/guichets', '/demarches']],
  ['prefet', 2, COMMUNES],
  ['copil', 2, COMMUNES],
]

/** Loads the months of a made-up département into a new base, and signs in twenty readers and the one who sends files. */
export const preparer = async (racine: string, demandes: number) => {
  const dossier = join(racine, 'departement')
  const tout = { dossier, territoire: TERRITOIRE, demandes, mois: 5, fin: enJour('2026-10-31'), graine: 1, seuilsEn }
  const { instantanes } = await generer(tout)
  const base = await openInstallation(join(racine, 'base'))
  const maintenant = new Date()
  for (const { dossier: instantane } of instantanes.slice(0, -1))
    await chargerInstantane(base, instantane, {
      secret: { valeur: 'mesure', fichier: '/nulle/part' },
      maintenant,
      acces: accesDuTerminal('mesure'),
      version: 'mesure',
    })
  await chercherDoublons(base, TERRITOIRE, { maintenant, version: 'mesure' })
  const etat = await openEtat(base.dossier)
  const ouvrir = async (role: Role, rang: number): Promise<string> => {
    const id = await ajouterCompte(
      etat,
      {
        courriel: `${role}-${rang}@exemple.fr`,
        nom: role,
        role,
        territoires: [TERRITOIRE],
        service: null,
        motDePasse: null,
        aChanger: false,
        provisoireJusquA: null,
      },
      instantDe(maintenant),
      'mesure',
    )
    return `session=${await ouvrirSession(etat, id, 'OUVERTE', 'MOT_DE_PASSE', maintenant)}`
  }
  const lecteurs: Lecteur[] = []
  for (const [role, combien, pages] of TOURNEES)
    for (let rang = 1; rang <= combien; rang++) lecteurs.push({ role, temoin: await ouvrir(role, rang), pages })
  const deposant = await ouvrir('gestionnaire', 0)
  await etat.destroy()
  base.close()
  return { base: join(racine, 'base'), lecteurs, deposant, suivant: instantanes.at(-1)?.dossier ?? '' }
}

/** The application itself, as it is run, on a free port. */
export const servir = (base: string): Promise<{ readonly adresse: string; readonly fermer: () => Promise<void> }> =>
  new Promise((ouvert, rejeter) => {
    const processus = lancer('servir', '--base', base, '--port', '0')
    const fermer = () =>
      new Promise<void>((fini) => {
        processus.once('close', () => fini())
        processus.kill('SIGTERM')
      })
    let messages = ''
    processus.stderr.on('data', (morceau: Buffer) => {
      messages += morceau.toString()
      const adresse = /http:\/\/[0-9.:]+/.exec(messages)?.[0]
      if (adresse !== undefined) ouvert({ adresse, fermer })
    })
    processus.once('close', (code) => rejeter(new Error(`servir a fini (${code}) : ${messages}`)))
  })
