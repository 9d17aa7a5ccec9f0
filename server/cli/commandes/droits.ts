import { writeDocument } from '../../../reports/droits/document.ts'
import { reponseEffacement } from '../../../reports/droits/effacement.ts'
import { noterRectification, remettreCopie } from '../../acces/porte/copie-menage.ts'
import { avecLecteur } from '../../acces/terminal.ts'
import { instantDe, jourDe } from '../../horloge.ts'
import { direCopie } from '../../services/dire-copie.ts'
import type { Environnement } from '../environnement.ts'
import { writeAnswer } from '../sortie.ts'
import { exigerInstallation, MauvaisUsage } from '../usage.ts'

export interface OptionsDroits {
  readonly base: string
  readonly format: 'html' | 'json'
  readonly sortie?: string
  readonly note?: string
}

const exigerNumero = (numero: string | undefined): string => {
  const lu = numero?.trim().toUpperCase() ?? ''
  if (!/^[0-9A-Z]{18}$/.test(lu)) throw new MauvaisUsage('Donner le numéro unique de la demande, sur 18 caractères.')
  return lu
}

/** Writes all that is held of a demande, and in the audit log that it was. */
const acces = async (env: Environnement, numero: string, options: OptionsDroits): Promise<void> => {
  const maintenant = env.maintenant()
  const copie = await env.avecBase(options.base, (base) =>
    avecLecteur(base, env.acces, jourDe(maintenant), (lecteur) =>
      remettreCopie(lecteur, numero, instantDe(maintenant)),
    ),
  )
  if (copie.territoires.length === 0 && copie.ecrits.length === 0)
    env.dire(`Rien n’est conservé sur la demande ${numero} : la réponse le dit.`)
  const titre = `Copie des données détenues sur la demande de logement social n° ${numero}`
  const document =
    options.format === 'json' ? `${JSON.stringify(copie, null, 2)}\n` : writeDocument(titre, direCopie(copie))
  await writeAnswer(env, [document], options.sortie)
}

/** Notes a rectification that was passed to the national system, which alone can make it. */
const rectification = async (
  env: Environnement,
  numero: string,
  { base: dossier, note }: OptionsDroits,
): Promise<void> => {
  if (note === undefined || note.trim() === '')
    throw new MauvaisUsage(
      'Dire avec --note quelle rubrique est à rectifier et quand la demande a été transmise, sans aucun nom.',
    )
  const maintenant = env.maintenant()
  await env.avecBase(dossier, (base) =>
    avecLecteur(base, env.acces, jourDe(maintenant), (lecteur) =>
      noterRectification(lecteur, { numero, note: note.trim(), instant: instantDe(maintenant) }),
    ),
  )
  env.dire('Rectification consignée. Elle se fait dans le système national : l’instantané suivant la montrera.')
}

/** The rights of a household: copy, rectification, the answer to who asks to be erased. */
export const droits = async (
  env: Environnement,
  droit: 'acces' | 'rectification' | 'effacement',
  numero: string | undefined,
  options: OptionsDroits,
): Promise<void> => {
  if (droit === 'effacement') return writeAnswer(env, [reponseEffacement()], options.sortie)
  const lu = exigerNumero(numero)
  exigerInstallation(options.base)
  if (droit === 'acces') return acces(env, lu, options)
  return rectification(env, lu, options)
}
