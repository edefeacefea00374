window.YTD.deleted_tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1763368810967990273"
          ],
          "editableUntil" : "2024-03-01T01:01:01.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
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
        "7"
      ],
      "favorite_count" : "0",
      "id_str" : "1763368810967990273",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1763368810967990273",
      "created_at" : "Fri Mar 01 01:01:01 +0000 2024",
      "favorited" : false,
      "full_text" : "Deleted",
      "lang" : "en",
      "deleted_at" : "Sat Mar 02 01:01:01 +0000 2024"
    }
  }
]