window.__THAR_CONFIG = {
  "userInfo" : {
    "accountId" : "9000000001",
    "userName" : "example_ann",
    "displayName" : "Ann Example"
  },
  "archiveInfo" : {
    "sizeBytes" : "48123456",
    "generationDate" : "2024-03-06T09:10:11.123Z",
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
    "tweetHeaders" : {
      "files" : [ {
          "fileName" : "data/tweet-headers.js",
          "globalName" : "YTD.tweet_headers.part0",
          "count" : "3"
        } ]
    },
    "communityTweet" : {
      "files" : [ {
          "fileName" : "data/community-tweet.js",
          "globalName" : "YTD.community_tweet.part0",
          "count" : "1"
        } ]
    },
    "deletedTweets" : {
      "files" : [ {
          "fileName" : "data/deleted-tweets.js",
          "globalName" : "YTD.deleted_tweets.part0",
          "count" : "1"
        } ]
    },
    "noteTweet" : {
      "files" : [ {
          "fileName" : "data/note-tweet.js",
          "globalName" : "YTD.note_tweet.part0",
          "count" : "1"
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
    "ipAudit" : {
      "files" : [ {
          "fileName" : "data/ip-audit.js",
          "globalName" : "YTD.ip_audit.part0",
          "count" : "1"
        } ]
    },
    "contact" : {
      "files" : [ {
          "fileName" : "data/contact.js",
          "globalName" : "YTD.contact.part0",
          "count" : "1"
        } ]
    },
    "tweetsMedia" : {
      "mediaDirectory" : "data/tweets_media"
    }
  }
}