import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Role } from '../../server/acces/roles.ts'
import { ouvrirSession } from '../../server/auth/sessions.ts'
import { openInstallation } from '../../server/installation.ts'
import { ajouterCompte } from '../../server/state/comptes.ts'
import type { BaseEtat } from '../../server/state/etat.ts'
import { CARTE } from '../ingest/instantane.ts'
import { enCsv, enTableau } from '../ingest/tableau.ts'
import { creerServeur } from '../server/aide.ts'
import { LARGE } from './mains.ts'
import { ouvrirSite, type SiteOuvert } from './site.ts'

/** What each guichet registers in a month. */
const PAR_MOIS = 100

/** Two services whose practice is followed, among others that do as they should. */
export const CONSTANT = { code: 'BBBB1', service: 'Office Pervenche' }
export const PASSAGER = { code: 'CCCC1', service: 'Office Bleuet' }

const GUICHETS = [
  { code: 'AAAA1', libelle: 'Mairie d’Allauch', categorie: 'COMMUNE' },
  { code: CONSTANT.code, libelle: CONSTANT.service, categorie: 'BAILLEUR' },
  { code: PASSAGER.code, libelle: PASSAGER.service, categorie: 'BAILLEUR' },
  ...['D', 'E', 'F'].map((l) => ({ code: `${l}${l}${l}${l}1`, libelle: `Office ${l}`, categorie: 'BAILLEUR' })),
]

/** How many a guichet forces among the hundred of a month: one always a third, one twelve then a quarter, the others none. */
const forcees = (guichet: string, mois: number): number => {
  if (guichet === CONSTANT.code) return 33
  return guichet === PASSAGER.code ? (mois === 8 ? 12 : 25) : 0
}

const demandesDuMois = (mois: number) =>
  GUICHETS.flatMap(({ code }, g) =>
    Array.from({ length: PAR_MOIS }, (_, i) => ({
      numero_unique: `0130${mois}26${String(g * PAR_MOIS + i).padStart(6, '0')}${code}`.replace('013010', '01310'),
      statut: 'ACTIVE',
      guichet_enregistrement: code,
      date_depot: `05/${String(mois).padStart(2, '0')}/2026`,
      date_enregistrement: `06/${String(mois).padStart(2, '0')}/2026`,
      forcage_doublon: i < forcees(code, mois) ? 'O' : 'N',
    })),
  )

/** The snapshot that ends a month of 2026, with all that was registered since August. */
export const instantaneDe = (date: string): Readonly<Record<string, string>> => {
  const dernier = Number(date.slice(5, 7))
  const mois = [8, 9, 10].filter((m) => m <= dernier)
  return {
    'instantane.json': JSON.stringify({ ...CARTE, date }),
    'guichets.csv': enCsv(enTableau(GUICHETS)),
    'demandes.csv': enCsv(enTableau(mois.flatMap(demandesDuMois))),
  }
}

export interface Personne {
  readonly role: Role
  readonly nom: string
  readonly service: string | null
}

/** A new installation behind a real port, whose day is set; each person signs in again on the day. */
export const servirInstallation = () => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-trois-mois-'))
  let maintenant = new Date('2026-09-03T10:00:00')
  let site: SiteOuvert
  let etat: BaseEtat
  let fermer = async (): Promise<void> => {}
  const comptes = new Map<string, number>()

  beforeAll(async () => {
    const base = await openInstallation(join(dossier, 'base'))
    const serveur = await creerServeur(base, { maintenant: () => maintenant })
    etat = serveur.etat
    site = await ouvrirSite(serveur.app, serveur.fermer)
    fermer = async () => {
      await site.fermer()
      base.close()
      rmSync(dossier, { recursive: true, force: true })
    }
  })
  afterAll(() => fermer())

  const compteDe = async ({ role, nom, service }: Personne): Promise<number> => {
    const courriel = `${nom.replaceAll(' ', '.')}@exemple.fr`
    const compte = { courriel, nom, role, service, territoires: ['013'] }
    const secret = { motDePasse: null, aChanger: false, provisoireJusquA: null }
    const id = comptes.get(nom) ?? (await ajouterCompte(etat, { ...compte, ...secret }, '2026-09-01 09:00:00', 'essai'))
    comptes.set(nom, id)
    return id
  }

  /** Who signs in, and does something from a page on. */
  const ouvrir = async (personne: Personne, chemin: string, faire: (page: Page) => Promise<void>): Promise<void> => {
    const value = await ouvrirSession(etat, await compteDe(personne), 'OUVERTE', 'MOT_DE_PASSE', maintenant)
    const contexte = await site.navigateur.newContext({ locale: 'fr-FR', ...LARGE })
    await contexte.addCookies([{ name: 'session', value, url: site.adresse }])
    const page = await contexte.newPage()
    await page.goto(`${site.adresse}${chemin}`)
    await faire(page)
    await contexte.close()
  }

  const au = (jour: string): void => {
    maintenant = new Date(`${jour}T10:00:00`)
  }
  return { ouvrir, au }
}
