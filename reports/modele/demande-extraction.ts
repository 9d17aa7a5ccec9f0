interface TableDecrite {
  readonly nom: string
  readonly colonnes: readonly { readonly nom: string; readonly libelle: string; readonly obligatoire?: true }[]
}

const ROLES: Readonly<Record<string, string>> = {
  guichets: 'le registre des guichets enregistreurs du territoire',
  demandes: 'toutes les demandes du territoire, actives ou radiées depuis moins de douze mois, une ligne par demande',
  flux: 'les messages échangés dans le mois entre les systèmes privatifs et le système national (facultatif)',
  baux: 'le nombre de baux signés par bailleur et par mois, d’après les bailleurs (facultatif)',
}

/** The text of a request for the monthly extraction, ready to be sent. */
export const texteDemande = (tables: readonly TableDecrite[]): string => {
  const lignes = [
    'Objet : extraction mensuelle de la base des demandes de logement social',
    '',
    'Madame, Monsieur,',
    '',
    'Pour contrôler chaque mois la qualité de l’enregistrement, nous vous demandons une extraction de la base du territoire,',
    'arrêtée au dernier jour du mois et transmise dans les dix jours qui suivent, par un canal sécurisé.',
    '',
    'À demander dans l’infocentre national sous le profil « concepteur, univers détaillé avec NUD », ouvert aux gestionnaires',
    'territoriaux et aux services de l’État. Les autres profils (« sans NUD ») donnent une extraction sans numéro unique,',
    'que nous ne pouvons pas lire.',
    '',
    'Format : un fichier par table, en CSV (séparateur « ; », UTF-8), XLSX ou Parquet, dates au format JJ/MM/AAAA.',
    'Ne pas transmettre : numéro de sécurité sociale, commentaires libres, loyers.',
    '',
  ]
  for (const { nom, colonnes } of tables) {
    lignes.push(`${nom} — ${ROLES[nom] ?? ''} :`)
    for (const { nom: colonne, libelle, obligatoire } of colonnes)
      lignes.push(`  - ${colonne} : ${libelle}${obligatoire ? ' (obligatoire)' : ''}`)
    lignes.push('')
  }
  lignes.push('Nous vous remercions de nous signaler toute colonne qui ne pourrait pas être fournie.', '')
  return lignes.join('\r\n')
}
