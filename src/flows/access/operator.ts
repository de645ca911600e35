import type { Deps } from '../../ports/deps.ts'

/**
 * Who runs a command on the server, and so holds its settings and its database: Slack is not asked who they are. Only
 * src/cli makes one, so that nothing that comes from Slack can begin what is theirs.
 */
export class Operator {
  /** With it the type is that of this class alone: what is only shaped like an operator is none. */
  protected readonly isMadeHere = true
}

/** What a flow is given that an operator starts. */
export interface ByOperator extends Deps {
  operator: Operator
}
