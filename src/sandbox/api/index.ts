import { appsConnectionsOpen } from './apps-connections-open.ts'
import { authTest } from './auth-test.ts'
import { chatDelete } from './chat-delete.ts'
import { chatPostEphemeral } from './chat-post-ephemeral.ts'
import { chatPostMessage } from './chat-post-message.ts'
import { chatUpdate } from './chat-update.ts'
import * as conversations from './conversations.ts'
import type { Method } from './method.ts'
import { teamInfo } from './team-info.ts'
import { usergroupsList, usergroupsUsersList } from './usergroups.ts'
import { usersInfo, usersList } from './users.ts'
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts'

/** The Web API, method by method. */
export const methods: Record<string, Method> = {
  'apps.connections.open': appsConnectionsOpen,
  'auth.test': authTest,
  'chat.delete': chatDelete,
  'chat.postEphemeral': chatPostEphemeral,
  'chat.postMessage': chatPostMessage,
  'chat.update': chatUpdate,
  'conversations.history': conversations.conversationsHistory,
  'conversations.info': conversations.conversationsInfo,
  'conversations.list': conversations.conversationsList,
  'conversations.members': conversations.conversationsMembers,
  'conversations.open': conversations.conversationsOpen,
  'conversations.replies': conversations.conversationsReplies,
  'team.info': teamInfo,
  'usergroups.list': usergroupsList,
  'usergroups.users.list': usergroupsUsersList,
  'users.info': usersInfo,
  'users.list': usersList,
  'views.open': viewsOpen,
  'views.publish': viewsPublish,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
}
