window.__THAR_CONFIG = {
  "userInfo" : {
    "accountId" : "9000000001",
    "userName" : "example_ann",
    "displayName" : "Ann Example"
  },
  "archiveInfo" : {
    "sizeBytes" : "48123456",
    "generationDate" : "2026-07-02T03:04:05.006Z",
    "isPartialArchive" : false,
    "maxPartSizeBytes" : "53687091200"
  },
  "readmeInfo" : {
    "fileName" : "data/README.txt",
    "directory" : "data/",
    "name" : "README.txt"
  },
  "dataTypes" : {
    "tweets" : {
      "files" : [ {
          "fileName" : "data/tweets.js",
          "globalName" : "YTD.tweets.part0",
          "count" : "3"
        } ]
    },
    "follower" : {
      "files" : [ {
          "fileName" : "data/follower.js",
          "globalName" : "YTD.follower.part0",
          "count" : "3"
        } ]
    },
    "following" : {
      "files" : [ {
          "fileName" : "data/following.js",
          "globalName" : "YTD.following.part0",
          "count" : "2"
        } ]
    },
    "account" : {
      "files" : [ {
          "fileName" : "data/account.js",
          "globalName" : "YTD.account.part0",
          "count" : "1"
        } ]
    },
    "directMessages" : {
      "files" : [ {
          "fileName" : "data/direct-messages.js",
          "globalName" : "YTD.direct_messages.part0",
          "count" : "0"
        } ]
    },
    "directMessagesGroup" : {
      "files" : [ {
          "fileName" : "data/direct-messages-group.js",
          "globalName" : "YTD.direct_messages_group.part0",
          "count" : "0"
        } ]
    },
    "directMessageHeaders" : {
      "files" : [ {
          "fileName" : "data/direct-message-headers.js",
          "globalName" : "YTD.direct_message_headers.part0",
          "count" : "0"
        } ]
    },
    "directMessageGroupHeaders" : {
      "files" : [ {
          "fileName" : "data/direct-message-group-headers.js",
          "globalName" : "YTD.direct_message_group_headers.part0",
          "count" : "0"
        } ]
    },
    "messageEvent" : {
      "files" : [ {
          "fileName" : "data/message-event.js",
          "globalName" : "YTD.message_event.part0",
          "count" : "4"
        } ]
    },
    "tweetsMedia" : {
      "mediaDirectory" : "data/tweets_media"
    }
  }
}