import { estJour, type Mois, moisEntre } from '../../ingest/socle/jour.ts'
import type { AnnotationVue } from '../../web/annotations.ts'
import { lettreDe } from '../../web/modeles/annotations.ts'
import { exigerEntite } from '../acces/lecteur.ts'
import { type Annotation, listerAnnotations } from '../state/annotations.ts'
import { nommerAuteurs } from './auteurs.ts'
import type { Lecture } from './chiffres.ts'

const enVue = (a: Annotation, rang: number, nommer: (qui: string) => string): AnnotationVue => {
  const le = a.le.slice(0, 10)
  return {
    id: a.id,
    lettre: lettreDe(rang),
    texte: a.texte,
    du: a.du,
    au: a.au,
    recalcule: a.recalcule,
    indicateur: a.indicateur,
    duTerritoire: a.guichet === null,
    par: nommer(a.par),
    le: estJour(le) ? le : a.du,
  }
}

/** What was noted of a guichet that the person sees. */
export const annotationsDe = async (
  { lecteur, portee, territoire }: Lecture,
  guichet: string,
): Promise<AnnotationVue[]> => {
  exigerEntite(portee, { niveau: 'GUICHET', entite: guichet })
  const nommer = await nommerAuteurs(lecteur)
  return (await listerAnnotations(lecteur.etat, territoire, guichet)).map((a, rang) => enVue(a, rang, nommer))
}

/** The months to read for limits computed again to be those of the months that made them, however old: those shown, and back to the first change. */
export const moisDesLimites = (
  annotations: readonly AnnotationVue[],
  montres: readonly Mois[],
  connus: readonly Mois[],
): Mois[] => {
  const [premier, dernier] = [montres[0], montres.at(-1)]
  if (premier === undefined || dernier === undefined) return []
  const ruptures = annotations.filter(({ recalcule }) => recalcule).map(({ du }) => du.slice(0, 7))
  const debut = [premier, ...connus.filter((m) => ruptures.includes(m))].sort()[0] ?? premier
  return moisEntre(debut, dernier)
}
