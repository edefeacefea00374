Grailbird.data.tweets_2018_08 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\" rel=\"nofollow\"\u003ETwitter Web Client\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [
      {
        "name" : "Bob S\u00E4mple",
        "screen_name" : "example_bob",
        "indices" : [
          3,
          15
        ],
        "id_str" : "9000000002",
        "id" : 9000000002
      }
    ],
    "media" : [],
    "hashtags" : [],
    "urls" : []
  },
  "geo" : {},
  "id_str" : "1035450000000000001",
  "text" : "RT @example_bob: an old tweet",
  "retweeted_status" : {
    "source" : "web",
    "entities" : {
      "user_mentions" : [],
      "media" : [],
      "hashtags" : [],
      "urls" : []
    },
    "geo" : {},
    "id_str" : "1035440000000000001",
    "text" : "an old tweet",
    "id" : 1035440000000000001,
    "created_at" : "2018-08-31 08:00:00 +0000",
    "user" : {
      "name" : "Bob S\u00E4mple",
      "screen_name" : "example_bob",
      "protected" : false,
      "id_str" : "9000000002",
      "id" : 9000000002,
      "verified" : false
    }
  },
  "id" : 1035450000000000001,
  "created_at" : "2018-08-31 09:00:00 +0000",
  "user" : {
    "name" : "Ann Example",
    "screen_name" : "example_ann",
    "protected" : false,
    "id_str" : "9000000001",
    "id" : 9000000001,
    "verified" : false
  }
}, {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\" rel=\"nofollow\"\u003ETwitter Web Client\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [
      {
        "name" : "Cyd Sample",
        "screen_name" : "example_cyd",
        "indices" : [
          0,
          12
        ],
        "id_str" : "9000000003",
        "id" : 9000000003
      }
    ],
    "media" : [],
    "hashtags" : [],
    "urls" : []
  },
  "geo" : {},
  "id_str" : "1035430000000000001",
  "text" : "@example_cyd Gr\u00FC\u00DFe \uD83C\uDF70",
  "id" : 1035430000000000001,
  "created_at" : "2018-08-31 07:40:00 +0000",
  "in_reply_to_user_id_str" : "9000000003",
  "in_reply_to_user_id" : 9000000003,
  "in_reply_to_screen_name" : "example_cyd",
  "user" : {
    "name" : "Ann Example",
    "screen_name" : "example_ann",
    "protected" : false,
    "id_str" : "9000000001",
    "id" : 9000000001,
    "verified" : false
  }
} ]