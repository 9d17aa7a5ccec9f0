import { ROLES } from '../../../server/acces/roles.ts'
import { PUBLIC, TABLE } from '../../../server/acces/table.ts'
import { adresse, type creerServeur, ouvrirPour, type Personne } from '../aide.ts'

export type Serveur = Awaited<ReturnType<typeof creerServeur>>

/** A request that the application answers in the same process, as a browser that accepts gzip or not. */
export const demander = (
  { app }: Pick<Serveur, 'app'>,
  temoin: string,
  chemin: string,
  entetes: Readonly<Record<string, string>> = {},
): Promise<Response> => Promise.resolve(app.request(adresse(chemin), { headers: { cookie: temoin, ...entetes } }))

/** Every address that can be asked for and changes nothing, those of the sign-in and the files apart. */
export const adressesDe = (guichet: string): string[] =>
  Object.entries(TABLE)
    .filter(([route, regle]) => route.startsWith('GET ') && regle !== PUBLIC)
    .map(([route]) =>
      route
        .slice('GET '.length)
        .replace('/guichets/:code', `/guichets/${guichet}`)
        .replace('/indicateurs/:code', '/indicateurs/forcages')
        .replace('/tableaux/:code', '/tableaux/TAB01-01')
        .replace('/controles/:mois', '/controles/2026-10')
        .replace('/chartes/:code', '/chartes/saisie')
        .replace(':pour/:semestre', 'prefet/2026-S2')
        .replace(':rang', '1')
        .replace(':territoire/:date', '013/2026-10-31')
        .replace(/:fichier\{([\w-]+)\\\.\[a-z\]\+\}/, '$1.csv')
        .replace(/:(id|groupe|fichier)(?=$|\/)/, '1'),
    )

/** One person of each role and scope: two of each territory, and of two services of one of them. */
export const personnesDe = (services: readonly string[]): Personne[] => [
  ...ROLES.filter((role) => role !== 'guichet').flatMap((role) => [
    { role, territoires: ['013'] },
    { role, territoires: ['059'] },
  ]),
  { role: 'gestionnaire', territoires: ['013', '059'] },
  ...services.map((service) => ({ role: 'guichet' as const, territoires: ['013'], service })),
  { role: 'guichet', territoires: ['013'], service: null },
]

export const ouvrirTous = async ({ etat }: Pick<Serveur, 'etat'>, personnes: readonly Personne[]) => {
  const temoins: string[] = []
  for (const personne of personnes) temoins.push(await ouvrirPour(etat, personne))
  return temoins
}
