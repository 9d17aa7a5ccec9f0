import type { Command } from 'commander'

/** Adds a command of these words to the command line, with the options that all have. */
export type Declarer = (mots: string, description: string) => Command
