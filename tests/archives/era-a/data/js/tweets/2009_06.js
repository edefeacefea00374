Grailbird.data.tweets_2009_06 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\" rel=\"nofollow\"\u003ETwitter Web Client\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [],
    "media" : [],
    "hashtags" : [],
    "urls" : []
  },
  "geo" : {},
  "id_str" : "2000000001",
  "text" : "hello world",
  "id" : 2000000001,
  "created_at" : "2009-06-01 00:00:00 +0000",
  "user" : {
    "name" : "Ann Example",
    "screen_name" : "example_ann",
    "protected" : false,
    "id_str" : "9000000001",
    "id" : 9000000001,
    "verified" : false
  }
} ]