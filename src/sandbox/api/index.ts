import { appsConnectionsOpen } from './apps-connections-open.ts'
import { authTest } from './auth-test.ts'
import { botsInfo } from './bots-info.ts'
import { chatDelete } from './chat/chat-delete.ts'
import { chatGetPermalink } from './chat/chat-get-permalink.ts'
import { chatPostEphemeral } from './chat/chat-post-ephemeral.ts'
import { chatPostMessage } from './chat/chat-post-message.ts'
import { chatUpdate } from './chat/chat-update.ts'
import { conversationsHistory } from './conversations/conversations-history.ts'
import { conversationsInfo } from './conversations/conversations-info.ts'
import { conversationsList } from './conversations/conversations-list.ts'
import { conversationsMembers } from './conversations/conversations-members.ts'
import { conversationsOpen } from './conversations/conversations-open.ts'
import { conversationsReplies } from './conversations/conversations-replies.ts'
import { filesCompleteUploadExternal } from './files/files-complete-upload-external.ts'
import { filesGetUploadUrlExternal } from './files/files-get-upload-url-external.ts'
import type { Method } from './method.ts'
import { reactionsAdd } from './reactions/reactions-add.ts'
import { reactionsGet } from './reactions/reactions-get.ts'
import { reactionsRemove } from './reactions/reactions-remove.ts'
import { teamInfo } from './team-info.ts'
import { usergroupsList } from './users/usergroups-list.ts'
import { usergroupsUsersList } from './users/usergroups-users-list.ts'
import { usersInfo } from './users/users-info.ts'
import { usersList } from './users/users-list.ts'
import { usersLookupByEmail } from './users/users-lookup-by-email.ts'
import { viewsOpen } from './views/views-open.ts'
import { viewsPublish } from './views/views-publish.ts'
import { viewsPush } from './views/views-push.ts'
import { viewsUpdate } from './views/views-update.ts'

/** The Web API, method by method. */
export const methods: Record<string, Method> = {
  'apps.connections.open': appsConnectionsOpen,
  'auth.test': authTest,
  'bots.info': botsInfo,
  'chat.delete': chatDelete,
  'chat.getPermalink': chatGetPermalink,
  'chat.postEphemeral': chatPostEphemeral,
  'chat.postMessage': chatPostMessage,
  'chat.update': chatUpdate,
  'conversations.history': conversationsHistory,
  'conversations.info': conversationsInfo,
  'conversations.list': conversationsList,
  'conversations.members': conversationsMembers,
  'conversations.open': conversationsOpen,
  'conversations.replies': conversationsReplies,
  'files.completeUploadExternal': filesCompleteUploadExternal,
  'files.getUploadURLExternal': filesGetUploadUrlExternal,
  'reactions.add': reactionsAdd,
  'reactions.get': reactionsGet,
  'reactions.remove': reactionsRemove,
  'team.info': teamInfo,
  'usergroups.list': usergroupsList,
  'usergroups.users.list': usergroupsUsersList,
  'users.info': usersInfo,
  'users.list': usersList,
  'users.lookupByEmail': usersLookupByEmail,
  'views.open': viewsOpen,
  'views.publish': viewsPublish,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
}
