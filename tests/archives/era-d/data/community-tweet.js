window.YTD.community_tweet.part0 = [
  {
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
        "14"
      ],
      "favorite_count" : "0",
      "id_str" : "1741625539031990273",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1741625539031990273",
      "created_at" : "Mon Jan 01 01:01:01 +0000 2024",
      "favorited" : false,
      "full_text" : "In a community",
      "lang" : "en",
      "community_id" : "1",
      "community_id_str" : "1",
      "scopes" : {
        "followers" : false
      }
    }
  }
]