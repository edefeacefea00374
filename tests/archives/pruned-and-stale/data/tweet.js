window.YTD.tweet.part0 = [ {
  "tweet" : {
    "retweeted" : false,
    "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities" : {
      "hashtags" : [ ],
      "symbols" : [ ],
      "user_mentions" : [ ],
      "urls" : [ ]
    },
    "display_text_range" : [
      "0",
      "31"
    ],
    "favorite_count" : "0",
    "id_str" : "1079889941099446273",
    "truncated" : false,
    "retweet_count" : "0",
    "id" : "1079889941099446273",
    "created_at" : "Tue Jan 01 00:00:00 +0000 2019",
    "favorited" : false,
    "full_text" : "left over from an older archive",
    "lang" : "en"
  }
} ]