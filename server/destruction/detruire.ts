import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, relative } from 'node:path'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import type { Base } from '../../ingest/store/base.ts'
import { cheminDestruction, estEnDestruction } from '../../ingest/store/destruction.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { graver } from '../../ingest/store/restauration/marque.ts'
import { etatDuSecret, type SourceSecret } from '../../ingest/store/secret.ts'
import { tenir } from '../../ingest/store/verrou.ts'
import { instantDe } from '../horloge.ts'
import { openInstallation } from '../installation.ts'
import { listerComptes } from '../state/comptes.ts'
import { listerCopies } from '../state/copies.ts'
import { avecEtat } from '../state/etat.ts'
import { consigner, lireTete } from '../state/journal.ts'
import { ecrireCertificat } from './certificat.ts'
import { type Effacement, effacer } from './effacer.ts'
import { inventorier } from './inventaire.ts'
import { ecrirePlan, lirePlan, type Plan } from './plan.ts'

export interface OptionsDestruction {
  /** The installation's folder, absolute. */
  readonly racine: string
  readonly secret: SourceSecret
  readonly garderSecret: boolean
  /** Where the certificate is written, absolute. */
  readonly certificat: string
  readonly version: string
  /** Asks for the installation's name, once it is held. */
  readonly demanderNom: () => Promise<string>
  readonly maintenant: Date
  readonly qui: string
}

export interface BilanDestruction extends Effacement {
  readonly nom: string
  readonly fichiers: number
  readonly certificat: string
}

/** What an installation is called: its folder's name. */
export const nomDe = (racine: string): string => basename(racine)

/** Refusals of one who would take what another holds: all else is a damaged base, which is destroyed all the same. */
const TENUE = new Set(['BASE_OCCUPEE', 'BASE_EN_RESTAURATION'])

const ouvrirSiPossible = async (racine: string): Promise<Base | null> => {
  try {
    return await openInstallation(racine)
  } catch (cause) {
    if (cause instanceof ErreurInfocentre && TENUE.has(cause.code)) throw cause
    return null
  }
}

const refuserCertificat = ({ racine, certificat }: OptionsDestruction): void => {
  if (!/^\.\.(\/|$)/.test(relative(racine, certificat)))
    throw new ErreurInfocentre(
      'CERTIFICAT_DANS_LA_BASE',
      `Le certificat ${certificat} serait dans le dossier à détruire : donner un autre chemin avec --certificat.`,
    )
  if (existsSync(certificat))
    throw new ErreurInfocentre(
      'FICHIER_PRESENT',
      `Le fichier ${certificat} existe déjà : donner un autre chemin avec --certificat.`,
    )
}

const exigerNom = async ({ racine, demanderNom }: OptionsDestruction): Promise<void> => {
  if ((await demanderNom()).trim().normalize('NFC') !== nomDe(racine).normalize('NFC'))
    throw new ErreurInfocentre(
      'NOM_DIFFERENT',
      `Le nom donné n’est pas celui de l’installation, « ${nomDe(racine)} » : rien n’a été détruit.`,
    )
}

const sortDuSecret = async (
  base: Base | null,
  { secret, garderSecret }: OptionsDestruction,
): Promise<Plan['secret']['sort']> => {
  if (secret.valeur) return 'VARIABLE'
  if (!existsSync(secret.fichier)) return 'ABSENT'
  if (base === null) return 'INCONNU'
  const etat = await etatDuSecret(base.connection, secret)
  if (etat !== 'PRESENT') return 'AUTRE'
  return garderSecret ? 'GARDER' : 'EFFACER'
}

/** Writes the destruction in the audit log, whose last entry the certificate will hold, and tells what the base held. */
const lireContenu = async (base: Base, { certificat, maintenant, qui }: OptionsDestruction) => {
  const instantanes = await listInstantanes(base.connection)
  return avecEtat(base.dossier, async (etat) => {
    await consigner(etat, { instant: instantDe(maintenant), qui, action: 'DESTRUCTION', detail: { certificat } })
    const { id, empreinte } = await lireTete(etat)
    return {
      contenu: {
        instantanes: instantanes.map(({ territoire, date, demandes }) => ({ territoire, date, demandes })),
        comptes: (await listerComptes(etat)).length,
        journal: { derniere: id, empreinte },
      },
      copies: await listerCopies(etat),
    }
  })
}

/** What is to be destroyed, once its name was given; the installation is no more from then on. */
const engager = async (base: Base | null, options: OptionsDestruction): Promise<void> => {
  const { racine, certificat, version, maintenant, qui, secret } = options
  const sort = await sortDuSecret(base, options)
  const lu = base === null ? { contenu: null, copies: [] } : await lireContenu(base, options)
  base?.closeEngine()
  ecrirePlan({
    ...{ nom: nomDe(racine), racine, machine: hostname(), commencee_le: instantDe(maintenant) },
    ...{ par: qui, logiciel: version, certificat },
    contenu: lu.contenu,
    fichiers: await inventorier(racine),
    copies: lu.copies.map(({ nature, chemin, octets, empreinte, ecrite_le }) => ({
      ...{ nature, chemin, octets },
      ...{ empreinte, ecrite_le },
    })),
    secret: { fichier: secret.fichier, sort },
  })
}

/** Erases what the plan says, then writes the certificate: what it says was looked at first. */
const achever = async (racine: string, maintenant: Date): Promise<BilanDestruction> => {
  const plan = lirePlan(racine)
  const fait = await effacer(plan)
  mkdirSync(dirname(plan.certificat), { recursive: true })
  const partiel = `${plan.certificat}.partiel`
  writeFileSync(partiel, ecrireCertificat(plan, fait, instantDe(maintenant)), { mode: 0o600 })
  graver(partiel)
  renameSync(partiel, plan.certificat)
  rmSync(cheminDestruction(racine))
  return { ...fait, nom: plan.nom, fichiers: plan.fichiers.length, certificat: plan.certificat }
}

/** Goes on from where a destruction was cut short. */
const terminer = async ({ racine, maintenant }: OptionsDestruction): Promise<BilanDestruction> => {
  const verrou = tenir(racine, 'COMMANDE')
  try {
    const bilan = await achever(racine, maintenant)
    try {
      verrou.removeFolder()
    } catch {
      // It is where a disk is mounted.
    }
    return bilan
  } finally {
    verrou.release()
  }
}

/**
 * Destroys an installation, held for this alone, once its name is given: its folder, the backups that it wrote, its
 * secret. Killed at any moment, it is no installation any more, or is whole; asked again, it goes on.
 */
export const detruireInstallation = async (options: OptionsDestruction): Promise<BilanDestruction> => {
  const { racine } = options
  if (estEnDestruction(racine)) {
    await exigerNom(options)
    return terminer(options)
  }
  refuserCertificat(options)
  const base = await ouvrirSiPossible(racine)
  const verrou = base === null ? tenir(racine, 'COMMANDE') : null
  try {
    await exigerNom(options)
    await engager(base, options)
  } finally {
    base?.close()
    verrou?.release()
  }
  return terminer(options)
}
