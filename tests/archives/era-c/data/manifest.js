window.__THAR_CONFIG = {
  "userInfo" : {
    "accountId" : "9000000001",
    "userName" : "example_ann",
    "displayName" : "Ann Example"
  },
  "archiveInfo" : {
    "sizeBytes" : "48123456",
    "generationDate" : "2021-03-22T15:32:53.698Z",
    "isPartialArchive" : false,
    "maxPartSizeBytes" : "53687091200"
  },
  "readmeInfo" : {
    "fileName" : "data/README.txt",
    "directory" : "data/",
    "name" : "README.txt"
  },
  "dataTypes" : {
    "tweet" : {
      "files" : [ {
          "fileName" : "data/tweet.js",
          "globalName" : "YTD.tweet.part0",
          "count" : "3"
        } ]
    },
    "account" : {
      "files" : [ {
          "fileName" : "data/account.js",
          "globalName" : "YTD.account.part0",
          "count" : "1"
        } ]
    },
    "like" : {
      "files" : [ {
          "fileName" : "data/like.js",
          "globalName" : "YTD.like.part0",
          "count" : "2"
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
    "block" : {
      "files" : [ {
          "fileName" : "data/block.js",
          "globalName" : "YTD.block.part0",
          "count" : "1"
        } ]
    },
    "mute" : {
      "files" : [ {
          "fileName" : "data/mute.js",
          "globalName" : "YTD.mute.part0",
          "count" : "0"
        } ]
    },
    "screenNameChange" : {
      "files" : [ {
          "fileName" : "data/screen-name-change.js",
          "globalName" : "YTD.screen_name_change.part0",
          "count" : "1"
        } ]
    },
    "accountTimezone" : {
      "files" : [ {
          "fileName" : "data/account-timezone.js",
          "globalName" : "YTD.account_timezone.part0",
          "count" : "1"
        } ]
    },
    "directMessages" : {
      "files" : [ {
          "fileName" : "data/direct-messages.js",
          "globalName" : "YTD.direct_messages.part0",
          "count" : "3"
        } ]
    },
    "directMessagesGroup" : {
      "files" : [ {
          "fileName" : "data/direct-messages-group.js",
          "globalName" : "YTD.direct_messages_group.part0",
          "count" : "1"
        } ]
    },
    "directMessageHeaders" : {
      "files" : [ {
          "fileName" : "data/direct-message-headers.js",
          "globalName" : "YTD.direct_message_headers.part0",
          "count" : "3"
        } ]
    },
    "directMessageGroupHeaders" : {
      "files" : [ {
          "fileName" : "data/direct-message-group-headers.js",
          "globalName" : "YTD.direct_message_group_headers.part0",
          "count" : "1"
        } ]
    },
    "tweetsMedia" : {
      "mediaDirectory" : "data/tweets_media"
    }
  }
}